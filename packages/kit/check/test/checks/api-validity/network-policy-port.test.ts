import { networkPolicyPort } from "../../../src/checks/api-validity/network-policy-port.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["networkPolicy", {}],
  ["networkPolicy", { "spec.ingress": [{ ports: [{ port: "http" }] }] }],
  ["networkPolicy", { "spec.ingress": [{ ports: [{ port: 80, endPort: 80 }] }] }],
  ["networkPolicy", { "spec.ingress": [{ ports: [{}] }] }],
];

const refused: readonly Refused[] = [
  [
    ["networkPolicy", { "spec.ingress": [{ ports: [{ port: 0 }] }] }],
    "error NetworkPolicy default/x spec.ingress[0].ports[0].port: the port is 0, and must be from 1 to 65535; write a port's number without quotes, or its name",
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ ports: [{ port: "Foo" }] }] }],
    'error NetworkPolicy default/x spec.ingress[0].ports[0].port: the port is "Foo", and must consist of lower case letters, digits and hyphens; write a port\'s number without quotes, or its name',
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ ports: [{ port: "80" }] }] }],
    'error NetworkPolicy default/x spec.ingress[0].ports[0].port: the port is "80", and must contain at least one letter; write a port\'s number without quotes, or its name',
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ ports: [{ port: 80, endPort: 79 }] }] }],
    "error NetworkPolicy default/x spec.ingress[0].ports[0].endPort: endPort is 79, and must not be below the port, 80; correct endPort, or remove it",
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ ports: [{ port: 80, endPort: 70000 }] }] }],
    "error NetworkPolicy default/x spec.ingress[0].ports[0].endPort: endPort is 70000, and must be from 1 to 65535; correct endPort, or remove it",
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ ports: [{ endPort: 80 }] }] }],
    "error NetworkPolicy default/x spec.ingress[0].ports[0].endPort: endPort is 80, and the port is missing; correct endPort, or remove it",
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ ports: [{ port: "http", endPort: 80 }] }] }],
    "error NetworkPolicy default/x spec.ingress[0].ports[0].endPort: endPort is 80, and the port is a name; correct endPort, or remove it",
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ ports: [{ protocol: "" }] }] }],
    'error NetworkPolicy default/x spec.ingress[0].ports[0].protocol: the protocol "" is not one of TCP, UDP, SCTP; write one of TCP, UDP, SCTP',
  ],
];

testVerdicts(networkPolicyPort, taken, refused);
