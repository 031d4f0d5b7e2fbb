import { ingressPath } from "../../../src/checks/api-validity/ingress-path.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["ingress", {}],
  [
    "ingress",
    { "spec.rules.0.http.paths.0.path": undefined, "spec.rules.0.http.paths.0.pathType": "ImplementationSpecific" },
  ],
  [
    "ingress",
    { "spec.rules.0.http.paths.0.path": "/foo//bar", "spec.rules.0.http.paths.0.pathType": "ImplementationSpecific" },
  ],
  ["ingress", { "spec.rules.0.http.paths.0.path": "/foo(/|$)(.*)" }],
  ["ingress", { "spec.rules.0.http.paths.0.path": "/*" }],
  ["ingress", { "spec.rules.0.http.paths.0.backend": { service: { name: "1a", port: { number: 70 } } } }],
  ["ingress", { "spec.rules.0.http.paths.0.backend": { resource: { kind: "Foo", name: "x" } } }],
];

const refused: readonly Refused[] = [
  [
    ["ingress", { "spec.rules.0.http": { paths: [] } }],
    "error Ingress default/x spec.rules[0].http.paths: the rule has no paths; write a path",
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.path": "foo" }],
    'error Ingress default/x spec.rules[0].http.paths[0].path: the path "foo" must begin with a slash; correct the path',
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.path": "" }],
    'error Ingress default/x spec.rules[0].http.paths[0].path: the path "" must begin with a slash; correct the path',
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.path": undefined }],
    'error Ingress default/x spec.rules[0].http.paths[0].path: the path "" must begin with a slash; correct the path',
  ],
  [
    [
      "ingress",
      { "spec.rules.0.http.paths.0.path": "foo", "spec.rules.0.http.paths.0.pathType": "ImplementationSpecific" },
    ],
    'error Ingress default/x spec.rules[0].http.paths[0].path: the path "foo" must begin with a slash; correct the path',
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.path": "/foo//bar" }],
    'error Ingress default/x spec.rules[0].http.paths[0].path: the path "/foo//bar" must not contain //; correct the path',
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.path": "/foo/../bar" }],
    'error Ingress default/x spec.rules[0].http.paths[0].path: the path "/foo/../bar" must not contain /../; correct the path',
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.path": "/foo/." }],
    'error Ingress default/x spec.rules[0].http.paths[0].path: the path "/foo/." must not end with /.; correct the path',
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.path": "/foo%2fbar" }],
    'error Ingress default/x spec.rules[0].http.paths[0].path: the path "/foo%2fbar" must not contain %2f; correct the path',
  ],
];

testVerdicts(ingressPath, taken, refused);
