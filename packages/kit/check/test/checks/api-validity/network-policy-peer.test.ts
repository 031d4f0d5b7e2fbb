import { networkPolicyPeer } from "../../../src/checks/api-validity/network-policy-peer.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["networkPolicy", {}],
  [
    "networkPolicy",
    { "spec.ingress": [{ from: [{ ipBlock: { cidr: "0.0.0.0/0", except: ["169.254.169.254/32"] } }] }] },
  ],
  ["networkPolicy", { "spec.ingress": [{ from: [{ ipBlock: { cidr: "::/0", except: ["fe80::/10"] } }] }] }],
  ["networkPolicy", { "spec.policyTypes": ["Ingress", "Ingress"] }],
  ["networkPolicy", { "spec.policyTypes": [] }],
];

const refused: readonly Refused[] = [
  [
    ["networkPolicy", { "spec.ingress": [{ from: [{}] }] }],
    "error NetworkPolicy default/x spec.ingress[0].from[0]: the peer is empty; write a selector or an ipBlock; an empty selector takes all",
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ from: [{ ipBlock: { cidr: "10.0.0.0/8" }, podSelector: {} }] }] }],
    "error NetworkPolicy default/x spec.ingress[0].from[0]: the peer has both an ipBlock and a selector; write them as two peers",
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ from: [{ ipBlock: { cidr: "10.0.0.1/8" } }] }] }],
    'error NetworkPolicy default/x spec.ingress[0].from[0].ipBlock.cidr: the range "10.0.0.1/8" must have no bits set beyond the prefix\'s length; correct the range',
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ from: [{ ipBlock: { cidr: "10.0.0.0" } }] }] }],
    'error NetworkPolicy default/x spec.ingress[0].from[0].ipBlock.cidr: the range "10.0.0.0" must be a range such as 10.9.8.0/24 or 2001:db8::/64; correct the range',
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ from: [{ ipBlock: { cidr: "" } }] }] }],
    "error NetworkPolicy default/x spec.ingress[0].from[0].ipBlock.cidr: the range is empty; write the range",
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ from: [{ ipBlock: { cidr: "10.0.0.0/8", except: ["10.0.0.0/8"] } }] }] }],
    'error NetworkPolicy default/x spec.ingress[0].from[0].ipBlock.except[0]: the range "10.0.0.0/8" is not a part of 10.0.0.0/8; write a smaller range that lies in cidr',
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ from: [{ ipBlock: { cidr: "10.0.0.0/8", except: ["11.0.0.0/16"] } }] }] }],
    'error NetworkPolicy default/x spec.ingress[0].from[0].ipBlock.except[0]: the range "11.0.0.0/16" is not a part of 10.0.0.0/8; write a smaller range that lies in cidr',
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ from: [{ ipBlock: { cidr: "10.0.0.0/8", except: ["foo"] } }] }] }],
    'error NetworkPolicy default/x spec.ingress[0].from[0].ipBlock.except[0]: the range "foo" must be a range such as 10.9.8.0/24 or 2001:db8::/64; correct the range',
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ from: [{ ipBlock: { cidr: "::/0", except: ["10.0.0.0/8"] } }] }] }],
    'error NetworkPolicy default/x spec.ingress[0].from[0].ipBlock.except[0]: the range "10.0.0.0/8" is not a part of ::/0; write a smaller range that lies in cidr',
  ],
  [
    ["networkPolicy", { "spec.policyTypes": ["Ingress", "Egress", "Ingress"] }],
    "error NetworkPolicy default/x spec.policyTypes: policyTypes has 3 entries, and may have 2; write each type once",
  ],
];

testVerdicts(networkPolicyPeer, taken, refused);
