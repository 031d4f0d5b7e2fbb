import { expect, test } from "vitest";
import { admissionPolicy } from "../../../src/checks/api-validity/admission-policy.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["mutating-admission-policy", "the valid object"],
  ["mutating-admission-policy", "a variable"],
  ["validating-admission-policy", "a paramKind's kind in lower case"],
  ["validating-admission-policy", "a validation on several lines"],
  ["validating-admission-policy", "a validation of a raw text"],
  ["validating-admission-policy", "a validation of a condition"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(admissionPolicy, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "mutating-admission-policy",
    "a JSONPatch that is not a list",
    [
      "error MutatingAdmissionPolicy sidecar.example.com spec.mutations[0].jsonPatch.expression: the expression gives JSONPatch, and must give list; correct the expression",
    ],
  ],
  [
    "mutating-admission-policy",
    "an expression with a bracket too few",
    [
      "error MutatingAdmissionPolicy sidecar.example.com spec.mutations[0].applyConfiguration.expression: the expression ends too early, where a field is missing (character 34); correct the expression",
    ],
  ],
  [
    "mutating-admission-policy",
    "no matchConstraints",
    [
      "error MutatingAdmissionPolicy sidecar.example.com spec.matchConstraints.resourceRules: the policy matches no resource; write a rule",
    ],
  ],
  [
    "validating-admission-policy",
    "no spec",
    [
      "error ValidatingAdmissionPolicy replicas.example.com spec.matchConstraints.resourceRules: the policy matches no resource; write a rule",
      "error ValidatingAdmissionPolicy replicas.example.com spec.validations: the policy has neither validations nor auditAnnotations; write a validation",
    ],
  ],
  [
    "validating-admission-policy",
    "a paramKind's apiVersion without version",
    [
      'error ValidatingAdmissionPolicy replicas.example.com spec.paramKind.apiVersion: the apiVersion "rules.example.com/" must not be empty; correct the apiVersion',
    ],
  ],
  [
    "validating-admission-policy",
    "a rule of all operations and one",
    [
      "error ValidatingAdmissionPolicy replicas.example.com spec.matchConstraints.resourceRules[0].operations: the operations have others beside *; remove *, or the others",
    ],
  ],
  [
    "validating-admission-policy",
    "a namespaceSelector of a bad value",
    [
      "error ValidatingAdmissionPolicy replicas.example.com spec.matchConstraints.namespaceSelector.matchLabels.a: the label's value \"b c\" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label's value",
    ],
  ],
  [
    "validating-admission-policy",
    "a validation that is a number",
    [
      "error ValidatingAdmissionPolicy replicas.example.com spec.validations[0].expression: the expression gives int, and must give bool; correct the expression",
    ],
  ],
  [
    "validating-admission-policy",
    "a validation of a regular expression that does not end",
    [
      "error ValidatingAdmissionPolicy replicas.example.com spec.validations[0].expression: the expression matches a regular expression that does not end (character 30); correct the expression",
    ],
  ],
  [
    "validating-admission-policy",
    "a validation of a reserved word",
    [
      "error ValidatingAdmissionPolicy replicas.example.com spec.validations[0].expression: the expression has the word if, which is reserved (character 25); correct the expression",
    ],
  ],
  [
    "validating-admission-policy",
    "a messageExpression that is true",
    [
      "error ValidatingAdmissionPolicy replicas.example.com spec.validations[0].messageExpression: the messageExpression gives bool, and must give string; correct the messageExpression",
    ],
  ],
  [
    "validating-admission-policy",
    "an auditAnnotation's key with a slash",
    [
      'error ValidatingAdmissionPolicy replicas.example.com spec.auditAnnotations[0].key: the key "a/b" must have at most one slash, as in example.com/my-name; correct the key',
    ],
  ],
  [
    "validating-admission-policy",
    "a variable of blanks",
    [
      "error ValidatingAdmissionPolicy replicas.example.com spec.variables[0].expression: the expression is empty; write the expression",
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(admissionPolicy, corpusCase(file, name))).toEqual(findings);
});
