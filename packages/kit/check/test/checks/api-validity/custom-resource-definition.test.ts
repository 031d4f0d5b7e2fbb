import { customResourceDefinition } from "../../../src/checks/api-validity/custom-resource-definition.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["customResourceDefinition", {}],
  ["customResourceDefinition", { "spec.versions.0.served": false }],
  ["customResourceDefinition", { "spec.versions.0.served": undefined }],
];

const refused: readonly Refused[] = [
  [
    ["customResourceDefinition", { "metadata.name": "foo.example.com" }],
    'error CustomResourceDefinition foo.example.com metadata.name: the name is "foo.example.com", and must be the plural and the group: widgets.example.com; write widgets.example.com',
  ],
  [
    ["customResourceDefinition", { "spec.versions.0.storage": false }],
    "error CustomResourceDefinition widgets.example.com spec.versions: 0 versions have storage set to true, and one must; set storage to true in one version",
  ],
  [
    ["customResourceDefinition", { "spec.versions.0.schema": undefined }],
    "error CustomResourceDefinition widgets.example.com spec.versions[0].schema: the version has no schema; write openAPIV3Schema",
  ],
  [
    ["customResourceDefinition", { "spec.scope": "Foo" }],
    'error CustomResourceDefinition widgets.example.com spec.scope: the scope "Foo" is not one of Cluster, Namespaced; write one of Cluster, Namespaced',
  ],
  [
    ["customResourceDefinition", { "spec.group": "example" }],
    'error CustomResourceDefinition widgets.example.com metadata.name: the name is "widgets.example.com", and must be the plural and the group: widgets.example; write widgets.example',
    'error CustomResourceDefinition widgets.example.com spec.group: the group "example" must be a domain with at least one dot; correct the group',
  ],
  [
    ["customResourceDefinition", { "spec.versions.0.name": "V1" }],
    "error CustomResourceDefinition widgets.example.com spec.versions[0].name: the version's name \"V1\" must consist of lower case letters, digits and hyphens, begin with a letter and end with a letter or digit; correct the version's name",
  ],
  [
    ["customResourceDefinition", { "spec.names.plural": "Widgets" }],
    'error CustomResourceDefinition widgets.example.com metadata.name: the name is "widgets.example.com", and must be the plural and the group: Widgets.example.com; write Widgets.example.com',
    'error CustomResourceDefinition widgets.example.com spec.names.plural: plural "Widgets" must consist of lower case letters, digits and hyphens, begin with a letter and end with a letter or digit; correct plural',
  ],
  [
    ["customResourceDefinition", { "spec.names.kind": "wid get" }],
    'error CustomResourceDefinition widgets.example.com spec.names.kind: kind "wid get" must consist of lower case letters, digits and hyphens, begin with a letter and end with a letter or digit; correct kind',
  ],
  [
    ["customResourceDefinition", { "spec.versions": [] }],
    "error CustomResourceDefinition widgets.example.com spec.versions: 0 versions have storage set to true, and one must; set storage to true in one version",
  ],
  [
    ["customResourceDefinition", { "spec.names.shortNames": ["Wd"] }],
    'error CustomResourceDefinition widgets.example.com spec.names.shortNames[0]: the name "Wd" must consist of lower case letters, digits and hyphens, begin with a letter and end with a letter or digit; correct the name',
  ],
  [
    ["customResourceDefinition", { "spec.names.categories": ["A b"] }],
    'error CustomResourceDefinition widgets.example.com spec.names.categories[0]: the name "A b" must consist of lower case letters, digits and hyphens, begin with a letter and end with a letter or digit; correct the name',
  ],
  [
    ["customResourceDefinition", { "spec.preserveUnknownFields": true }],
    "error CustomResourceDefinition widgets.example.com spec.preserveUnknownFields: preserveUnknownFields is true, which v1 does not know; set x-kubernetes-preserve-unknown-fields in the schema",
  ],
  [
    ["customResourceDefinition", { "spec.versions.0.storage": undefined }],
    "error CustomResourceDefinition widgets.example.com spec.versions: 0 versions have storage set to true, and one must; set storage to true in one version",
  ],
];

testVerdicts(customResourceDefinition, taken, refused);
