import { expect, test } from "vitest";
import { event } from "../../../src/checks/api-validity/event.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["event-of-events", "the valid object"],
  ["event-of-events", "a series of two"],
  ["event", "an eventTime"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(event, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "event-of-events",
    "no reportingController",
    ["error Event shop/web.1 reportingController: reportingController is missing; write reportingController"],
  ],
  [
    "event-of-events",
    "no reportingInstance",
    ["error Event shop/web.1 reportingInstance: reportingInstance is missing; write reportingInstance"],
  ],
  ["event-of-events", "no action", ["error Event shop/web.1 action: action is missing; write action"]],
  ["event-of-events", "no reason", ["error Event shop/web.1 reason: reason is missing; write reason"]],
  ["event-of-events", "no type", ["error Event shop/web.1 type: the type is missing; write Normal or Warning"]],
  [
    "event-of-events",
    "a note of 1025 letters",
    ["error Event shop/web.1 note: the note has 1025 characters, and may have 1024; shorten it"],
  ],
  [
    "event-of-events",
    "a series of one",
    [
      "error Event shop/web.1 series.count: the count is 1, and must be 2 or more; set it to a number that is 2 or more",
    ],
  ],
  [
    "event-of-events",
    "a deprecatedSource",
    ["error Event shop/web.1 deprecatedSource: deprecatedSource is there, which only the server writes; remove it"],
  ],
  [
    "event-of-events",
    "a deprecatedLastTimestamp",
    [
      "error Event shop/web.1 deprecatedLastTimestamp: deprecatedLastTimestamp is there, which only the server writes; remove it",
    ],
  ],
  [
    "event",
    "an involvedObject of another namespace",
    [
      "error Event shop/web.1 involvedObject.namespace: it is about an object in the namespace default, and is in the namespace shop; write the Event into the object's namespace",
    ],
  ],
  [
    "event",
    "an eventTime and a reportingComponent with a blank",
    [
      'error Event shop/web.1 reportingComponent: reportingComponent "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct reportingComponent',
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(event, corpusCase(file, name))).toEqual(findings);
});
