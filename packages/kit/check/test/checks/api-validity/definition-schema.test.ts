import { expect, test } from "vitest";
import { definitionSchema } from "../../../src/checks/api-validity/definition-schema.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["custom-resource-definition", "the valid object"],
  ["custom-resource-schema", "type boolean"],
  ["custom-resource-schema", "a pattern of Go"],
  ["custom-resource-schema", "additionalProperties true"],
  ["custom-resource-schema", "an int or string in its long form"],
  ["custom-resource-schema", "the metadata's name"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(definitionSchema, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "custom-resource-definition",
    "a schema of a list",
    [
      "error CustomResourceDefinition widgets.example.com spec.versions[0].schema.openAPIV3Schema.items: the items of the list have no schema; write items",
      "error CustomResourceDefinition widgets.example.com spec.versions[0].schema.openAPIV3Schema.type: the schema's type is array, and must be object; write object",
    ],
  ],
  [
    "custom-resource-schema",
    "a set of objects",
    [
      "error CustomResourceDefinition widgets.example.com spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.mode.items.x-kubernetes-map-type: the items of a set are objects that are not atomic; write atomic",
    ],
  ],
  [
    "custom-resource-schema",
    "keys of a list that is not keyed",
    [
      "error CustomResourceDefinition widgets.example.com spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.items.x-kubernetes-list-type: x-kubernetes-list-map-keys is there, and x-kubernetes-list-type is missing; write map",
    ],
  ],
  [
    "custom-resource-schema",
    "a pattern that refers back",
    [
      'error CustomResourceDefinition widgets.example.com spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.name.pattern: the pattern "^(a)\\\\1$" refers back with \\1; write a regular expression as Go has them',
    ],
  ],
  [
    "custom-resource-schema",
    "a default that is too long",
    [
      "error CustomResourceDefinition widgets.example.com spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.name.default: the default has 21 characters, and maxLength is 20; write a default that the schema takes",
    ],
  ],
  [
    "custom-resource-schema",
    "additionalProperties at the root",
    [
      "error CustomResourceDefinition widgets.example.com spec.versions[0].schema.openAPIV3Schema.additionalProperties: additionalProperties is at the root; remove it, or properties",
    ],
  ],
  [
    "custom-resource-schema",
    "an id",
    [
      "error CustomResourceDefinition widgets.example.com spec.versions[0].schema.openAPIV3Schema.properties.spec.id: id is not supported; remove id",
    ],
  ],
  [
    "custom-resource-schema",
    "oneOf with a description",
    [
      "error CustomResourceDefinition widgets.example.com spec.versions[0].schema.openAPIV3Schema.properties.spec.oneOf[0].description: description is inside of what only restricts values; say it outside of there",
    ],
  ],
  [
    "custom-resource-schema",
    "the metadata with a description",
    [
      "error CustomResourceDefinition widgets.example.com spec.versions[0].schema.openAPIV3Schema.properties.metadata: the schema says description of metadata, and may say name and generateName; remove description",
    ],
  ],
  [
    "custom-resource-schema",
    "an anyOf at the root",
    [
      "error CustomResourceDefinition widgets.example.com spec.versions[0].schema.openAPIV3Schema.anyOf: anyOf is at the root, and the status is a subresource; say it of spec, in properties",
    ],
  ],
  [
    "custom-resource-schema",
    "a rule of blanks",
    [
      "error CustomResourceDefinition widgets.example.com spec.versions[0].schema.openAPIV3Schema.properties.spec.x-kubernetes-validations[0].rule: the rule is empty; write the rule",
    ],
  ],
  [
    "custom-resource-schema",
    "a default of labels that are numbers",
    [
      'error CustomResourceDefinition widgets.example.com spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.labels.default: the default has the field "a" that is not of the type string; write a default that the schema takes',
    ],
  ],
  [
    "custom-resource-schema",
    "a scale's labelSelectorPath elsewhere",
    [
      'error CustomResourceDefinition widgets.example.com spec.versions[0].subresources.scale.labelSelectorPath: labelSelectorPath ".metadata.labels" must begin with .spec. or .status.; correct labelSelectorPath',
    ],
  ],
  [
    "custom-resource-schema",
    "a selectable field twice",
    [
      'error CustomResourceDefinition widgets.example.com spec.versions[0].selectableFields[1].jsonPath: the field ".spec.mode" is there before; correct the path, or remove it',
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(definitionSchema, corpusCase(file, name))).toEqual(findings);
});
