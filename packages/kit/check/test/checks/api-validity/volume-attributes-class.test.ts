import { expect, test } from "vitest";
import { volumeAttributesClass } from "../../../src/checks/api-validity/volume-attributes-class.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [["volume-attributes-class", "the valid object"]];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(volumeAttributesClass, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "volume-attributes-class",
    "an empty driverName",
    ["error VolumeAttributesClass gold driverName: the driver's name is empty; write the driver's name"],
  ],
  [
    "volume-attributes-class",
    "a driverName with a blank",
    [
      "error VolumeAttributesClass gold driverName: the driver's name \"a b\" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the driver's name",
    ],
  ],
  [
    "volume-attributes-class",
    "a driverName with two slashes",
    [
      "error VolumeAttributesClass gold driverName: the driver's name \"a/b/c\" must have at most one slash, as in example.com/my-name; correct the driver's name",
    ],
  ],
  [
    "volume-attributes-class",
    "no parameters",
    ["error VolumeAttributesClass gold parameters: no parameter is there; write one"],
  ],
  [
    "volume-attributes-class",
    "a parameter without a name",
    ['error VolumeAttributesClass gold parameters[""]: a parameter has no name; write its name'],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(volumeAttributesClass, corpusCase(file, name))).toEqual(findings);
});
