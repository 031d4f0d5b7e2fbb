import { ingressRule } from "../../../src/checks/api-validity/ingress-rule.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["ingress", {}],
  ["ingress", { "spec.rules.0.host": "*.example.com" }],
  ["ingress", { "spec.rules.0.host": "" }],
  ["ingress", { "spec.rules.0.host": "*.com" }],
  ["ingress", { "spec.rules": [], "spec.defaultBackend": { service: { name: "a", port: { number: 80 } } } }],
  ["ingress", { "spec.tls": [{}] }],
  ["ingress", { "spec.tls": [{ secretName: "" }] }],
  ["ingress", { "spec.tls": [{ hosts: ["a.com"], secretName: "a.b" }] }],
  ["ingress", { "spec.tls": [{ hosts: ["*.a.com"] }] }],
  ["ingress", { "spec.tls": [{ hosts: ["1.2.3.4"] }] }],
  ["ingress", { "spec.tls": [{ hosts: ["a.com", "a.com"] }] }],
  ["ingress", { "spec.ingressClassName": "nginx", "metadata.annotations": { "kubernetes.io/ingress.class": "nginx" } }],
  ["ingress", { "spec.rules": [{}] }],
];

const refused: readonly Refused[] = [
  [
    ["ingress", { "spec.rules.0.host": "*" }],
    'error Ingress default/x spec.rules[0].host: the host "*" must begin with *. and have a DNS name after it; correct the host',
  ],
  [
    ["ingress", { "spec.rules.0.host": "a.*.com" }],
    'error Ingress default/x spec.rules[0].host: the host "a.*.com" must begin with *. and have a DNS name after it; correct the host',
  ],
  [
    ["ingress", { "spec.rules.0.host": "A.com" }],
    'error Ingress default/x spec.rules[0].host: the host "A.com" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the host',
  ],
  [
    ["ingress", { "spec.rules.0.host": "1.2.3.4" }],
    'error Ingress default/x spec.rules[0].host: the host "1.2.3.4" must be a DNS name, not an IP address; correct the host',
  ],
  [
    ["ingress", { "spec.rules.0.host": "a.com:80" }],
    'error Ingress default/x spec.rules[0].host: the host "a.com:80" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the host',
  ],
  [
    ["ingress", { "spec.rules.0.host": "*.a_b.com" }],
    'error Ingress default/x spec.rules[0].host: the host "*.a_b.com" must begin with *. and have a DNS name after it; correct the host',
  ],
  [
    ["ingress", { "spec.rules": [] }],
    "error Ingress default/x spec: the Ingress has neither rules nor a defaultBackend; write a rule",
  ],
  [
    ["ingress", { "spec.tls": [{ secretName: "A_b" }] }],
    "error Ingress default/x spec.tls[0].secretName: the Secret's name \"A_b\" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the Secret's name",
  ],
  [
    ["ingress", { "spec.tls": [{ hosts: ["A.com"] }] }],
    'error Ingress default/x spec.tls[0].hosts[0]: the host "A.com" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the host',
  ],
  [
    ["ingress", { "spec.tls": [{ hosts: [""] }] }],
    "error Ingress default/x spec.tls[0].hosts[0]: the host is empty; write the host",
  ],
  [
    ["ingress", { "spec.ingressClassName": "" }],
    "error Ingress default/x spec.ingressClassName: the class is empty; write the class",
  ],
  [
    ["ingress", { "spec.ingressClassName": "A_b" }],
    'error Ingress default/x spec.ingressClassName: the class "A_b" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the class',
  ],
  [
    [
      "ingress",
      { "spec.ingressClassName": "nginx", "metadata.annotations": { "kubernetes.io/ingress.class": "other" } },
    ],
    'error Ingress default/x spec.ingressClassName: the class is "nginx", and the annotation kubernetes.io/ingress.class says "other"; remove the annotation',
  ],
  [
    ["ingress", { spec: undefined }],
    "error Ingress default/x spec: the Ingress has neither rules nor a defaultBackend; write a rule",
  ],
];

testVerdicts(ingressRule, taken, refused);
