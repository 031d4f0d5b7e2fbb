import { expect, test } from "vitest";
import { runtimeClass } from "../../../src/checks/api-validity/runtime-class.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [["runtime-class", "the valid object"]];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(runtimeClass, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  ["runtime-class", "an empty handler", ["error RuntimeClass gvisor handler: the handler is empty; write the handler"]],
  [
    "runtime-class",
    "a handler with a dot",
    ['error RuntimeClass gvisor handler: the handler "a.b" must not contain dots; correct the handler'],
  ],
  [
    "runtime-class",
    "an overhead below zero",
    [
      "error RuntimeClass gvisor overhead.podFixed.cpu: the overhead is -1, and must be a amount of 0 or more; correct it",
    ],
  ],
  [
    "runtime-class",
    "an overhead of half a device",
    [
      'error RuntimeClass gvisor overhead.podFixed["example.com/gpu"]: the overhead is 500m, and must be a whole number; correct it',
    ],
  ],
  [
    "runtime-class",
    "a nodeSelector of a bad key",
    [
      'error RuntimeClass gvisor scheduling.nodeSelector["a b"]: the label "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label',
    ],
  ],
  [
    "runtime-class",
    "a toleration without key",
    [
      "error RuntimeClass gvisor scheduling.tolerations[0].operator: the toleration has no key, and its operator is Equal; write a key, or the operator Exists",
    ],
  ],
  [
    "runtime-class",
    "a toleration with seconds",
    [
      "error RuntimeClass gvisor scheduling.tolerations[0].effect: tolerationSeconds is set, and the effect is NoSchedule; set the effect to NoExecute, or leave tolerationSeconds out",
    ],
  ],
  [
    "runtime-class",
    "a toleration with a bad key",
    [
      'error RuntimeClass gvisor scheduling.tolerations[0].key: the key "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the key',
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(runtimeClass, corpusCase(file, name))).toEqual(findings);
});
