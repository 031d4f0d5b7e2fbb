import { ingressBackend } from "../../../src/checks/api-validity/ingress-backend.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["ingress", {}],
  ["ingress", { "spec.rules.0.http.paths.0.backend": { service: { name: "1a", port: { number: 70 } } } }],
  ["ingress", { "spec.rules.0.http.paths.0.backend": { resource: { kind: "Foo", name: "x" } } }],
  ["ingress", { "spec.rules": [], "spec.defaultBackend": { service: { name: "a", port: { number: 80 } } } }],
];

const refused: readonly Refused[] = [
  [
    ["ingress", { "spec.rules.0.http.paths.0.backend": {} }],
    "error Ingress default/x spec.rules[0].http.paths[0].backend: the backend has neither a service nor a resource; name a service and its port",
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.backend": { service: { name: "a" } } }],
    "error Ingress default/x spec.rules[0].http.paths[0].backend.service.port: the port has neither a name nor a number; write the Service port's name or its number",
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.backend": { service: { name: "a", port: {} } } }],
    "error Ingress default/x spec.rules[0].http.paths[0].backend.service.port: the port has neither a name nor a number; write the Service port's name or its number",
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.backend": { service: { name: "a", port: { number: 0 } } } }],
    "error Ingress default/x spec.rules[0].http.paths[0].backend.service.port: the port has neither a name nor a number; write the Service port's name or its number",
  ],
  [
    [
      "ingress",
      { "spec.rules.0.http.paths.0.backend": { service: { name: "a", port: { number: 80, name: "http" } } } },
    ],
    "error Ingress default/x spec.rules[0].http.paths[0].backend.service.port: the port has both a name and a number; write the Service port's name or its number",
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.backend": { service: { name: "a", port: { name: "HTTP" } } } }],
    "error Ingress default/x spec.rules[0].http.paths[0].backend.service.port.name: the port's name is \"HTTP\", and must consist of lower case letters, digits and hyphens; write the Service port's name or its number",
  ],
  [
    [
      "ingress",
      { "spec.rules.0.http.paths.0.backend": { service: { name: "a", port: { name: "a-very-long-port-name" } } } },
    ],
    "error Ingress default/x spec.rules[0].http.paths[0].backend.service.port.name: the port's name is \"a-very-long-port-name\", and must have at most 15 characters; write the Service port's name or its number",
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.backend": { service: { name: "a", port: { number: 70000 } } } }],
    "error Ingress default/x spec.rules[0].http.paths[0].backend.service.port.number: the port's number is 70000, and must be from 1 to 65535; write the Service port's name or its number",
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.backend": { service: { name: "a.b", port: { number: 70 } } } }],
    "error Ingress default/x spec.rules[0].http.paths[0].backend.service.name: the Service's name \"a.b\" must not contain dots; correct the Service's name",
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.backend": { service: { name: "", port: { number: 70 } } } }],
    "error Ingress default/x spec.rules[0].http.paths[0].backend.service.name: the Service's name is empty; write the Service's name",
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.backend": { resource: { kind: "Foo", name: "x", apiGroup: "A_b" } } }],
    "error Ingress default/x spec.rules[0].http.paths[0].backend.resource.apiGroup: the resource's apiGroup \"A_b\" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the resource's apiGroup",
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.backend": { resource: { kind: "Fo/o", name: "x", apiGroup: "a.b" } } }],
    "error Ingress default/x spec.rules[0].http.paths[0].backend.resource.kind: the resource's kind \"Fo/o\" must not contain / or %; correct the resource's kind",
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.backend": { resource: { kind: "Foo", name: "", apiGroup: "a.b" } } }],
    "error Ingress default/x spec.rules[0].http.paths[0].backend.resource.name: the resource's name is empty; write the resource's name",
  ],
  [
    [
      "ingress",
      {
        "spec.rules.0.http.paths.0.backend": {
          resource: { kind: "Foo", name: "x" },
          service: { name: "a", port: { number: 70 } },
        },
      },
    ],
    "error Ingress default/x spec.rules[0].http.paths[0].backend: the backend has both a service and a resource; name a service and its port",
  ],
  [
    ["ingress", { "spec.defaultBackend": {} }],
    "error Ingress default/x spec.defaultBackend: the backend has neither a service nor a resource; name a service and its port",
  ],
  [
    ["ingress", { "spec.rules.0.http.paths.0.backend.service.port": undefined }],
    "error Ingress default/x spec.rules[0].http.paths[0].backend.service.port: the port has neither a name nor a number; write the Service port's name or its number",
  ],
];

testVerdicts(ingressBackend, taken, refused);
