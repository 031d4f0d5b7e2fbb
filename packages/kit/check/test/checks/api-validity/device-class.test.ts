import { expect, test } from "vitest";
import { deviceClass } from "../../../src/checks/api-validity/device-class.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["device-class", "the valid object"],
  ["device-class", "a config's parameters that are empty"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(deviceClass, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "device-class",
    "a selector without cel",
    ["error DeviceClass gpu.example.com spec.selectors[0].cel: the selector has no cel; write cel with an expression"],
  ],
  [
    "device-class",
    "a selector without expression",
    [
      "error DeviceClass gpu.example.com spec.selectors[0].cel.expression: the expression is empty; write the expression",
    ],
  ],
  [
    "device-class",
    "a selector that does not end",
    [
      'error DeviceClass gpu.example.com spec.selectors[0].cel.expression: the expression does not go on with "\'gpu" (character 18); correct the expression',
    ],
  ],
  [
    "device-class",
    "a selector of an unknown variable",
    [
      "error DeviceClass gpu.example.com spec.selectors[0].cel.expression: the expression reads dev, which is not declared (character 1); correct the expression",
    ],
  ],
  [
    "device-class",
    "a selector that is a text",
    [
      "error DeviceClass gpu.example.com spec.selectors[0].cel.expression: the expression gives string, and must give bool or dyn; correct the expression",
    ],
  ],
  [
    "device-class",
    "a selector of an unknown field",
    [
      "error DeviceClass gpu.example.com spec.selectors[0].cel.expression: the expression reads the field name, which is not defined (character 7); correct the expression",
    ],
  ],
  [
    "device-class",
    "a config without opaque",
    [
      "error DeviceClass gpu.example.com spec.config[0].opaque: opaque is missing; write opaque with driver and parameters",
    ],
  ],
  [
    "device-class",
    "a config's driver with an underscore",
    [
      'error DeviceClass gpu.example.com spec.config[0].opaque.driver: the driver "gpu_a" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the driver',
    ],
  ],
  [
    "device-class",
    "a config's driver of 64 letters",
    [
      'error DeviceClass gpu.example.com spec.config[0].opaque.driver: the driver "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" must have at most 63 characters; correct the driver',
    ],
  ],
  [
    "device-class",
    "a config's parameters that are a text",
    [
      "error DeviceClass gpu.example.com spec.config[0].opaque.parameters: the parameters are not an object; write an object of the driver's",
    ],
  ],
  [
    "device-class",
    "an extendedResourceName without domain",
    [
      'error DeviceClass gpu.example.com spec.extendedResourceName: the resource "gpu" must be a resource with a domain that is not Kubernetes\' own; correct the resource',
    ],
  ],
  [
    "device-class",
    "an extendedResourceName with a blank",
    [
      'error DeviceClass gpu.example.com spec.extendedResourceName: the resource "example.com/a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit in the part after the slash; correct the resource',
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(deviceClass, corpusCase(file, name))).toEqual(findings);
});
