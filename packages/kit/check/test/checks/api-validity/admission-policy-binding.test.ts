import { expect, test } from "vitest";
import { admissionPolicyBinding } from "../../../src/checks/api-validity/admission-policy-binding.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["mutating-admission-policy-binding", "the valid object"],
  ["validating-admission-policy-binding", "the validationActions Warn and Audit"],
  ["validating-admission-policy-binding", "a rule of names"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(admissionPolicyBinding, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "mutating-admission-policy-binding",
    "no policyName",
    [
      "error MutatingAdmissionPolicyBinding sidecar.example.com spec.policyName: the policyName is missing; write the policyName",
    ],
  ],
  [
    "mutating-admission-policy-binding",
    "no parameterNotFoundAction",
    [
      "error MutatingAdmissionPolicyBinding sidecar.example.com spec.paramRef.parameterNotFoundAction: parameterNotFoundAction is missing; write parameterNotFoundAction",
    ],
  ],
  [
    "mutating-admission-policy-binding",
    "a rule of DELETE",
    [
      "error MutatingAdmissionPolicyBinding sidecar.example.com spec.matchResources.resourceRules[0].operations[1]: the operation DELETE has no object to change; remove DELETE",
    ],
  ],
  [
    "validating-admission-policy-binding",
    "an empty policyName",
    [
      "error ValidatingAdmissionPolicyBinding replicas.example.com spec.policyName: the policyName is empty; write the policyName",
    ],
  ],
  [
    "validating-admission-policy-binding",
    "the validationActions Deny and Warn",
    [
      "error ValidatingAdmissionPolicyBinding replicas.example.com spec.validationActions: Deny and Warn are there, which say the same twice; remove one of them",
    ],
  ],
  [
    "validating-admission-policy-binding",
    "a paramRef of a name and a selector",
    [
      "error ValidatingAdmissionPolicyBinding replicas.example.com spec.paramRef: paramRef has name and selector; write one of the two",
    ],
  ],
  [
    "validating-admission-policy-binding",
    "a paramRef's name with a slash",
    [
      'error ValidatingAdmissionPolicyBinding replicas.example.com spec.paramRef.name: the name "a/b" must not contain / or %; correct the name',
    ],
  ],
  [
    "validating-admission-policy-binding",
    "a namespaceSelector of a bad value",
    [
      "error ValidatingAdmissionPolicyBinding replicas.example.com spec.matchResources.namespaceSelector.matchLabels.environment: the label's value \"a b\" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label's value",
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(admissionPolicyBinding, corpusCase(file, name))).toEqual(findings);
});
