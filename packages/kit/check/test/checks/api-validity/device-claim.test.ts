import { expect, test } from "vitest";
import { deviceClaim } from "../../../src/checks/api-validity/device-claim.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["resource-claim-template", "the valid object"],
  ["resource-claim", "the valid object"],
  ["resource-claim", "a count of 0"],
  ["resource-claim", "a constraint of an alternative"],
  ["resource-claim", "capacity"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(deviceClaim, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "resource-claim-template",
    "a label of a bad value",
    [
      "error ResourceClaimTemplate shop/gpu spec.metadata.labels.app: the label's value \"a b\" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label's value",
    ],
  ],
  [
    "resource-claim-template",
    "a request's name in upper case",
    [
      "error ResourceClaimTemplate shop/gpu spec.spec.devices.requests[0].name: the request's name \"GPU\" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct the request's name",
    ],
  ],
  [
    "resource-claim-template",
    "a selector of an unknown variable",
    [
      "error ResourceClaimTemplate shop/gpu spec.spec.devices.requests[0].exactly.selectors[0].cel.expression: the expression reads gpu, which is not declared (character 1); correct the expression",
    ],
  ],
  [
    "resource-claim",
    "a request without name",
    [
      'error ResourceClaim shop/gpu spec.devices.constraints[0].requests[0]: the request "gpu" is not a request of the claim; correct the request',
    ],
  ],
  [
    "resource-claim",
    "two requests of one name",
    ['error ResourceClaim shop/gpu spec.devices.requests[2].name: the name "gpu" is there before; remove one of them'],
  ],
  [
    "resource-claim",
    "a deviceClassName in upper case",
    [
      'error ResourceClaim shop/gpu spec.devices.requests[0].exactly.deviceClassName: the class "GPU" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the class',
    ],
  ],
  [
    "resource-claim",
    "a selector without cel",
    [
      "error ResourceClaim shop/gpu spec.devices.requests[0].exactly.selectors[0].cel: the selector has no cel; write cel with an expression",
    ],
  ],
  [
    "resource-claim",
    "a toleration of a bad key",
    [
      'error ResourceClaim shop/gpu spec.devices.requests[0].exactly.tolerations[0].key: the key "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the key',
    ],
  ],
  [
    "resource-claim",
    "an alternative's name with a dot",
    [
      'error ResourceClaim shop/gpu spec.devices.requests[1].firstAvailable[1].name: the name "a.b" must not contain dots; correct the name',
    ],
  ],
  [
    "resource-claim",
    "a constraint without attribute",
    ["error ResourceClaim shop/gpu spec.devices.constraints[0]: the constraint has no attribute; write matchAttribute"],
  ],
  [
    "resource-claim",
    "a constraint's attribute of 33 letters",
    [
      'error ResourceClaim shop/gpu spec.devices.constraints[0].matchAttribute: the attribute "gpu.example.com/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" must have at most 32 characters in its name; correct the attribute',
    ],
  ],
  [
    "resource-claim",
    "a config's driver with a slash",
    [
      'error ResourceClaim shop/gpu spec.devices.config[0].opaque.driver: the driver "a/b" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the driver',
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(deviceClaim, corpusCase(file, name))).toEqual(findings);
});
