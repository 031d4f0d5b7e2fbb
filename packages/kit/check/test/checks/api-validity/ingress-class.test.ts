import { ingressClass } from "../../../src/checks/api-validity/ingress-class.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["ingressClass", {}],
  ["ingressClass", { "spec.parameters": { kind: "A", name: "b" } }],
  ["ingressClass", { "spec.parameters": { kind: "A", name: "b", scope: "Namespace", namespace: "x" } }],
];

const refused: readonly Refused[] = [
  [
    ["ingressClass", { "spec.controller": "foo" }],
    'error IngressClass x spec.controller: the controller "foo" must be a domain, a slash and a path, as in example.com/name; correct the controller',
  ],
  [
    ["ingressClass", { "spec.controller": "" }],
    "error IngressClass x spec.controller: the controller is empty; write the controller",
  ],
  [
    ["ingressClass", { "spec.controller": undefined }],
    "error IngressClass x spec.controller: the controller is missing; write the controller",
  ],
  [
    ["ingressClass", { spec: undefined }],
    "error IngressClass x spec.controller: the controller is missing; write the controller",
  ],
  [
    ["ingressClass", { "spec.controller": "A_b/foo" }],
    'error IngressClass x spec.controller: the controller "A_b/foo" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot in the part before the slash; correct the controller',
  ],
  [
    ["ingressClass", { "spec.controller": "a.b/foo bar" }],
    'error IngressClass x spec.controller: the controller "a.b/foo bar" must have only characters of a URL\'s path after the slash; correct the controller',
  ],
  [
    ["ingressClass", { "spec.parameters": { kind: "A", name: "b", scope: "Namespace" } }],
    "error IngressClass x spec.parameters.namespace: the parameters' namespace is missing; write the parameters' namespace",
  ],
  [
    ["ingressClass", { "spec.parameters": { kind: "A", name: "b", namespace: "x" } }],
    'error IngressClass x spec.parameters.namespace: the parameters are in the namespace "x", and their scope is Cluster; set scope to Namespace, or remove it',
  ],
  [
    ["ingressClass", { "spec.parameters": { kind: "A", name: "b", scope: "Foo" } }],
    'error IngressClass x spec.parameters.scope: the parameters\' scope "Foo" is not one of Cluster, Namespace; write one of Cluster, Namespace',
  ],
  [
    ["ingressClass", { "spec.parameters": { kind: "A", name: "b/c" } }],
    "error IngressClass x spec.parameters.name: the parameters' name \"b/c\" must not contain / or %; correct the parameters' name",
  ],
  [
    ["ingressClass", { "spec.parameters": { kind: "A", name: "b", scope: "" } }],
    'error IngressClass x spec.parameters.scope: the parameters\' scope "" is not one of Cluster, Namespace; write one of Cluster, Namespace',
  ],
  [
    ["ingressClass", { "spec.parameters": { kind: "A", name: "b", scope: "Namespace", namespace: "" } }],
    "error IngressClass x spec.parameters.namespace: the parameters' namespace is empty; write the parameters' namespace",
  ],
  [
    ["ingressClass", { "spec.parameters": { kind: "A", name: "b", apiGroup: "" } }],
    "error IngressClass x spec.parameters.apiGroup: the parameters' apiGroup is empty; write the parameters' apiGroup",
  ],
];

testVerdicts(ingressClass, taken, refused);
