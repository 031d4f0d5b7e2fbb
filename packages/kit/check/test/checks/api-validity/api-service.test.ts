import { expect, test } from "vitest";
import { apiService } from "../../../src/checks/api-validity/api-service.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["api-service", "the valid object"],
  ["api-service", "a namespace"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(apiService, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "api-service",
    "a name that is not version and group",
    [
      'error APIService metrics metadata.name: the name is "metrics", and must be the version and the group: v1beta1.metrics.example.com; write v1beta1.metrics.example.com',
    ],
  ],
  [
    "api-service",
    "another version",
    [
      'error APIService v1beta1.metrics.example.com metadata.name: the name is "v1beta1.metrics.example.com", and must be the version and the group: v1.metrics.example.com; write v1.metrics.example.com',
    ],
  ],
  [
    "api-service",
    "no group",
    [
      'error APIService v1beta1.metrics.example.com metadata.name: the name is "v1beta1.metrics.example.com", and must be the version and the group: v1beta1.; write v1beta1.',
      "error APIService v1beta1.metrics.example.com spec.group: the group is empty; write the group",
    ],
  ],
  [
    "api-service",
    "no version",
    [
      'error APIService v1beta1.metrics.example.com metadata.name: the name is "v1beta1.metrics.example.com", and must be the version and the group: .metrics.example.com; write .metrics.example.com',
      "error APIService v1beta1.metrics.example.com spec.version: the version is empty; write the version",
    ],
  ],
  [
    "api-service",
    "a version in upper case",
    [
      'error APIService V1.metrics.example.com spec.version: the version "V1" must consist of lower case letters, digits and hyphens, begin with a letter and end with a letter or digit; correct the version',
    ],
  ],
  [
    "api-service",
    "a group with an underscore",
    [
      'error APIService v1beta1.a_b spec.group: the group "a_b" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the group',
    ],
  ],
  [
    "api-service",
    "a groupPriorityMinimum of 0",
    [
      "error APIService v1beta1.metrics.example.com spec.groupPriorityMinimum: groupPriorityMinimum is 0, and must be from 1 to 20000; set it to a number that is from 1 to 20000",
    ],
  ],
  [
    "api-service",
    "a versionPriority of 0",
    [
      "error APIService v1beta1.metrics.example.com spec.versionPriority: versionPriority is 0, and must be from 1 to 1000; set it to a number that is from 1 to 1000",
    ],
  ],
  [
    "api-service",
    "a caBundle beside insecureSkipTLSVerify",
    [
      "error APIService v1beta1.metrics.example.com spec.insecureSkipTLSVerify: insecureSkipTLSVerify is true, and there is a caBundle; remove one of them",
    ],
  ],
  [
    "api-service",
    "no service and insecureSkipTLSVerify",
    [
      "error APIService v1beta1.metrics.example.com spec.insecureSkipTLSVerify: insecureSkipTLSVerify is true, and there is no service; remove one of them",
    ],
  ],
  [
    "api-service",
    "no service and a caBundle",
    ["error APIService v1beta1.metrics.example.com spec.caBundle: caBundle is there, and no service; remove it"],
  ],
  [
    "api-service",
    "a service without name",
    [
      "error APIService v1beta1.metrics.example.com spec.service.name: the Service's name is missing; write the Service's name",
    ],
  ],
  [
    "api-service",
    "a service without namespace",
    [
      "error APIService v1beta1.metrics.example.com spec.service.namespace: the Service's namespace is missing; write the Service's namespace",
    ],
  ],
  [
    "api-service",
    "a service's port 0",
    [
      "error APIService v1beta1.metrics.example.com spec.service.port: the port is 0, and must be from 1 to 65535; set it to a number that is from 1 to 65535",
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(apiService, corpusCase(file, name))).toEqual(findings);
});
