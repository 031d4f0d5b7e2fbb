import { expect, test } from "vitest";
import { priorityLevel } from "../../../src/checks/api-validity/priority-level.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["priority-level-configuration", "the valid object"],
  ["priority-level-configuration", "limitResponse Reject"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(priorityLevel, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "priority-level-configuration",
    "an unknown type",
    [
      'error PriorityLevelConfiguration operators spec.type: the type "Free" is not one of Exempt, Limited; write one of Exempt, Limited',
    ],
  ],
  [
    "priority-level-configuration",
    "type Exempt with shares below zero",
    [
      "error PriorityLevelConfiguration exempt spec.exempt.nominalConcurrencyShares: nominalConcurrencyShares is -5, and must be 0 or more; set it to a number that is 0 or more",
    ],
  ],
  [
    "priority-level-configuration",
    "no limited",
    ["error PriorityLevelConfiguration operators spec.limited: limited is missing; write limited"],
  ],
  [
    "priority-level-configuration",
    "an empty limited",
    [
      'error PriorityLevelConfiguration operators spec.limited.limitResponse.type: the limitResponse "" is not one of Queue, Reject; write one of Queue, Reject',
    ],
  ],
  [
    "priority-level-configuration",
    "101 lendablePercent",
    [
      "error PriorityLevelConfiguration operators spec.limited.lendablePercent: lendablePercent is 101, and must be from 0 to 100; set it to a number that is from 0 to 100",
    ],
  ],
  [
    "priority-level-configuration",
    "borrowingLimitPercent below zero",
    [
      "error PriorityLevelConfiguration operators spec.limited.borrowingLimitPercent: borrowingLimitPercent is -1, and must be 0 or more; set it to a number that is 0 or more",
    ],
  ],
  [
    "priority-level-configuration",
    "limitResponse Queue without queuing",
    [
      "error PriorityLevelConfiguration operators spec.limited.limitResponse.queuing: queuing is missing, and the type is Queue; write queuing",
    ],
  ],
  [
    "priority-level-configuration",
    "too many queues",
    [
      "error PriorityLevelConfiguration operators spec.limited.limitResponse.queuing.handSize: 6 of 10000001 queues need 140 random bits, and 60 may be; set handSize or queues to less",
      "error PriorityLevelConfiguration operators spec.limited.limitResponse.queuing.queues: queues is 10000001, and must be from 1 to 10000000; set it to a number that is from 1 to 10000000",
    ],
  ],
  [
    "priority-level-configuration",
    "handSize below zero",
    [
      "error PriorityLevelConfiguration operators spec.limited.limitResponse.queuing.handSize: handSize is -1, and must be from 1 to 64; set it to a number that is from 1 to 64",
    ],
  ],
  [
    "priority-level-configuration",
    "queueLengthLimit below zero",
    [
      "error PriorityLevelConfiguration operators spec.limited.limitResponse.queuing.queueLengthLimit: queueLengthLimit is -1, and must be 1 or more; set it to a number that is 1 or more",
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(priorityLevel, corpusCase(file, name))).toEqual(findings);
});
