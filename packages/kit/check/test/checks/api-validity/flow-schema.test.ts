import { expect, test } from "vitest";
import { flowSchema } from "../../../src/checks/api-validity/flow-schema.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["flow-schema", "the valid object"],
  ["flow-schema", "a rule of resources only"],
  ["flow-schema", "all namespaces"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(flowSchema, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "flow-schema",
    "a matchingPrecedence of 1",
    [
      "error FlowSchema operators spec.matchingPrecedence: matchingPrecedence is 1, and must be from 2 to 10000; set it to a number that is from 2 to 10000",
    ],
  ],
  [
    "flow-schema",
    "an unknown distinguisherMethod",
    [
      'error FlowSchema operators spec.distinguisherMethod.type: the distinguisherMethod "ByGroup" is not one of ByUser, ByNamespace; write one of ByUser, ByNamespace',
    ],
  ],
  [
    "flow-schema",
    "a rule of nothing",
    [
      "error FlowSchema operators spec.rules[0]: the rule has neither resourceRules nor nonResourceRules; write which requests it is for",
    ],
  ],
  [
    "flow-schema",
    "a subject without serviceAccount",
    [
      "error FlowSchema operators spec.rules[0].subjects[0].serviceAccount: serviceAccount is missing, and the kind is ServiceAccount; write serviceAccount",
    ],
  ],
  [
    "flow-schema",
    "a subject without name",
    ["error FlowSchema operators spec.rules[0].subjects[0].serviceAccount.name: the name is missing; write the name"],
  ],
  [
    "flow-schema",
    "a user without name",
    ["error FlowSchema operators spec.rules[0].subjects[0].user.name: the name is empty; write the name"],
  ],
  [
    "flow-schema",
    "all verbs and one",
    [
      "error FlowSchema operators spec.rules[0].resourceRules[0].verbs: the verbs have others beside *; remove *, or the others",
    ],
  ],
  [
    "flow-schema",
    "no apiGroups",
    [
      "error FlowSchema operators spec.rules[0].resourceRules[0].apiGroups: the API groups are missing; write at least one, or *",
    ],
  ],
  [
    "flow-schema",
    "all resources and one",
    [
      "error FlowSchema operators spec.rules[0].resourceRules[0].resources: the resources have others beside *; remove *, or the others",
    ],
  ],
  [
    "flow-schema",
    "a namespace in upper case",
    [
      'error FlowSchema operators spec.rules[0].resourceRules[0].namespaces[0]: the namespace "Shop" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct the namespace',
    ],
  ],
  [
    "flow-schema",
    "a nonResourceURL without slash",
    [
      'error FlowSchema operators spec.rules[0].nonResourceRules[0].nonResourceURLs[0]: the URL "healthz" must begin with a slash; correct the URL',
    ],
  ],
  [
    "flow-schema",
    "a nonResourceURL with a star in it",
    [
      'error FlowSchema operators spec.rules[0].nonResourceRules[0].nonResourceURLs[0]: the URL "/a*" may have one *, as its last part; correct the URL',
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(flowSchema, corpusCase(file, name))).toEqual(findings);
});
