import { serviceClusterIp } from "../../../src/checks/api-validity/service-cluster-ip.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["service", {}],
  ["service", { "spec.ports": undefined, "spec.clusterIP": "None" }],
  ["service", { "spec.type": "ExternalName", "spec.externalName": "example.com", "spec.clusterIP": "" }],
  ["service", { "spec.clusterIP": "None", "spec.clusterIPs": ["None"] }],
  ["service", { "spec.clusterIPs": [] }],
  ["service", { "spec.clusterIP": "" }],
  ["service", { "spec.ipFamilies": ["IPv4"] }],
  ["service", { "spec.ipFamilyPolicy": "PreferDualStack" }],
  ["service", { "spec.ipFamilyPolicy": "RequireDualStack", "spec.clusterIP": "None", "spec.selector": undefined }],
  ["service", { "spec.ipFamilies": ["IPv6"], "spec.clusterIP": "None", "spec.selector": undefined }],
];

const refused: readonly Refused[] = [
  [
    ["service", { "spec.type": "LoadBalancer", "spec.clusterIPs": ["None"] }],
    "error Service default/x spec.clusterIPs: clusterIPs begins with None, and clusterIP is missing; set clusterIP to the first of clusterIPs",
  ],
  [
    ["service", { "spec.clusterIP": "10.0.0.300" }],
    'error Service default/x spec.clusterIP: the cluster IP "10.0.0.300" must be an IP address such as 10.9.8.7 or 2001:db8::1; write an address of the cluster\'s range, None, or leave it to the API server',
  ],
  [
    ["service", { "spec.clusterIP": "010.0.0.5" }],
    'error Service default/x spec.clusterIP: the cluster IP "010.0.0.5" must be an IP address such as 10.9.8.7 or 2001:db8::1; write an address of the cluster\'s range, None, or leave it to the API server',
  ],
  [
    ["service", { "spec.clusterIP": "None", "spec.clusterIPs": ["10.0.0.5"] }],
    "error Service default/x spec.clusterIPs: clusterIPs begins with 10.0.0.5, and clusterIP is None; set clusterIP to the first of clusterIPs",
  ],
  [
    ["service", { "spec.clusterIPs": ["10.0.0.5"] }],
    "error Service default/x spec.clusterIPs: clusterIPs begins with 10.0.0.5, and clusterIP is missing; set clusterIP to the first of clusterIPs",
  ],
  [
    ["service", { "spec.clusterIPs": ["None"] }],
    "error Service default/x spec.clusterIPs: clusterIPs begins with None, and clusterIP is missing; set clusterIP to the first of clusterIPs",
  ],
  [
    ["service", { "spec.clusterIPs": ["10.0.0.5", "10.0.0.6"] }],
    "error Service default/x spec.clusterIPs: both cluster IPs are of one family; write an address of the cluster's range, None, or leave it to the API server",
    "error Service default/x spec.clusterIPs: clusterIPs begins with 10.0.0.5, and clusterIP is missing; set clusterIP to the first of clusterIPs",
    "error Service default/x spec.ipFamilyPolicy: two families or addresses are there, and ipFamilyPolicy is SingleStack; set ipFamilyPolicy to PreferDualStack or RequireDualStack",
  ],
  [
    ["service", { "spec.clusterIPs": ["None", "10.0.0.6"] }],
    "error Service default/x spec.clusterIPs: None must be the only cluster IP; write an address of the cluster's range, None, or leave it to the API server",
    "error Service default/x spec.clusterIPs: clusterIPs begins with None, and clusterIP is missing; set clusterIP to the first of clusterIPs",
    "error Service default/x spec.ipFamilyPolicy: two families or addresses are there, and ipFamilyPolicy is SingleStack; set ipFamilyPolicy to PreferDualStack or RequireDualStack",
  ],
  [
    ["service", { "spec.clusterIP": "None", "spec.clusterIPs": ["None", "10.0.0.6"] }],
    "error Service default/x spec.clusterIPs: None must be the only cluster IP; write an address of the cluster's range, None, or leave it to the API server",
    "error Service default/x spec.ipFamilyPolicy: two families or addresses are there, and ipFamilyPolicy is SingleStack; set ipFamilyPolicy to PreferDualStack or RequireDualStack",
  ],
  [
    ["service", { "spec.clusterIP": "10.0.0.5", "spec.clusterIPs": ["10.0.0.5", "10.0.0.6"] }],
    "error Service default/x spec.clusterIPs: both cluster IPs are of one family; write an address of the cluster's range, None, or leave it to the API server",
    "error Service default/x spec.ipFamilyPolicy: two families or addresses are there, and ipFamilyPolicy is SingleStack; set ipFamilyPolicy to PreferDualStack or RequireDualStack",
  ],
  [
    ["service", { "spec.clusterIP": "10.0.0.5", "spec.clusterIPs": ["10.0.0.5"], "spec.ipFamilies": ["IPv6"] }],
    "error Service default/x spec.ipFamilies[0]: the family is IPv6, and its address is 10.0.0.5; write the family of the address",
  ],
  [
    ["service", { "spec.clusterIP": "none" }],
    'error Service default/x spec.clusterIP: the cluster IP "none" must be an IP address such as 10.9.8.7 or 2001:db8::1; write an address of the cluster\'s range, None, or leave it to the API server',
  ],
  [
    ["service", { "spec.ipFamilies": ["IPv4", "IPv4"] }],
    "error Service default/x spec.ipFamilies: IPv4 is there twice; write each family once",
    "error Service default/x spec.ipFamilyPolicy: two families or addresses are there, and ipFamilyPolicy is SingleStack; set ipFamilyPolicy to PreferDualStack or RequireDualStack",
  ],
  [
    ["service", { "spec.ipFamilies": ["IPv4", "IPv6"] }],
    "error Service default/x spec.ipFamilyPolicy: two families or addresses are there, and ipFamilyPolicy is SingleStack; set ipFamilyPolicy to PreferDualStack or RequireDualStack",
  ],
];

testVerdicts(serviceClusterIp, taken, refused);
