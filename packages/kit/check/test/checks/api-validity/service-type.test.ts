import { serviceType } from "../../../src/checks/api-validity/service-type.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["service", {}],
  ["service", { "spec.type": "NodePort", "spec.ports": [{ port: 80, nodePort: 32767 }] }],
  [
    "service",
    {
      "spec.type": "NodePort",
      "spec.ports": [
        { name: "a", port: 80, nodePort: 30001 },
        { name: "b", port: 80, protocol: "UDP", nodePort: 30001 },
      ],
    },
  ],
  [
    "service",
    {
      "spec.type": "NodePort",
      "spec.ports": [
        { name: "a", port: 80, nodePort: 30001 },
        { name: "b", port: 80, protocol: "UDP" },
      ],
    },
  ],
  ["service", { "spec.type": "ExternalName", "spec.externalName": "example.com" }],
  ["service", { "spec.type": "ExternalName", "spec.externalName": "example.com", "spec.ports": undefined }],
  ["service", { "spec.type": "ExternalName", "spec.externalName": "example.com." }],
  ["service", { "spec.type": "ExternalName", "spec.externalName": "1.2.3.4" }],
  ["service", { "spec.type": "ExternalName", "spec.externalName": "example.com", "spec.clusterIP": "" }],
  [
    "service",
    { "spec.type": "ExternalName", "spec.externalName": "example.com", "spec.ports": [{ port: 80, nodePort: 30000 }] },
  ],
  [
    "service",
    { "spec.type": "ExternalName", "spec.externalName": "example.com", "spec.internalTrafficPolicy": "Cluster" },
  ],
  ["service", { "spec.externalName": "Foo_bar" }],
  ["service", { "spec.type": "LoadBalancer", "spec.loadBalancerSourceRanges": ["10.0.0.0/8"] }],
  ["service", { "spec.type": "LoadBalancer", "spec.loadBalancerSourceRanges": [" 10.0.0.0/8 "] }],
  ["service", { "spec.type": "LoadBalancer", "spec.loadBalancerIP": "foo" }],
  ["service", { "spec.type": "LoadBalancer", "spec.allocateLoadBalancerNodePorts": false }],
  ["service", { "spec.type": "LoadBalancer", "spec.loadBalancerClass": "example.com/foo" }],
  ["service", { "spec.type": "LoadBalancer", "spec.loadBalancerClass": "foo" }],
  ["service", { "spec.externalTrafficPolicy": "Cluster", "spec.externalIPs": ["1.2.3.4"] }],
  ["service", { "spec.externalTrafficPolicy": "" }],
  ["service", { "spec.type": "NodePort", "spec.externalTrafficPolicy": "Local" }],
  ["service", { "spec.type": "LoadBalancer", "spec.externalTrafficPolicy": "Local" }],
  [
    "service",
    { "spec.type": "LoadBalancer", "spec.externalTrafficPolicy": "Local", "spec.healthCheckNodePort": 30005 },
  ],
  ["service", { "spec.type": "" }],
];

const refused: readonly Refused[] = [
  [
    ["service", { "spec.type": "ExternalName" }],
    "error Service default/x spec.externalName: externalName is empty; write externalName",
  ],
  [
    ["service", { "spec.type": "ExternalName", "spec.externalName": "." }],
    "error Service default/x spec.externalName: externalName is empty; write externalName",
  ],
  [
    ["service", { "spec.type": "ExternalName", "spec.externalName": "Example.com" }],
    'error Service default/x spec.externalName: externalName "Example.com" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct externalName',
  ],
  [
    ["service", { "spec.type": "ExternalName", "spec.externalName": "example.com", "spec.clusterIP": "None" }],
    "error Service default/x spec.clusterIP: clusterIP is set, and a Service of type ExternalName has no address; remove it",
  ],
  [
    [
      "service",
      { "spec.type": "ExternalName", "spec.externalName": "example.com", "spec.ipFamilyPolicy": "SingleStack" },
    ],
    "error Service default/x spec.ipFamilyPolicy: ipFamilyPolicy is set, and a Service of type ExternalName has no address; remove it",
  ],
  [
    ["service", { "spec.type": "NodePort", "spec.clusterIP": "None" }],
    "error Service default/x spec.clusterIP: clusterIP is None, and a Service of type NodePort needs one; remove it, or set the type to ClusterIP",
  ],
  [
    ["service", { "spec.type": "LoadBalancer", "spec.clusterIP": "None" }],
    "error Service default/x spec.clusterIP: clusterIP is None, and a Service of type LoadBalancer needs one; remove it, or set the type to ClusterIP",
  ],
  [
    ["service", { "spec.loadBalancerSourceRanges": ["10.0.0.0/8"] }],
    "error Service default/x spec.loadBalancerSourceRanges: loadBalancerSourceRanges is set, which is for type LoadBalancer only; remove it, or set the type to LoadBalancer",
  ],
  [
    ["service", { "spec.allocateLoadBalancerNodePorts": false }],
    "error Service default/x spec.allocateLoadBalancerNodePorts: allocateLoadBalancerNodePorts is set, which is for type LoadBalancer only; remove it, or set the type to LoadBalancer",
  ],
  [
    ["service", { "spec.loadBalancerClass": "example.com/foo" }],
    "error Service default/x spec.loadBalancerClass: loadBalancerClass is set, which is for type LoadBalancer only; remove it, or set the type to LoadBalancer",
  ],
  [
    ["service", { "spec.externalTrafficPolicy": "Local" }],
    "error Service default/x spec.externalTrafficPolicy: externalTrafficPolicy is Local, and nothing outside reaches a Service of type ClusterIP; remove it, or set the type to NodePort",
  ],
  [
    ["service", { "spec.externalTrafficPolicy": "Cluster" }],
    "error Service default/x spec.externalTrafficPolicy: externalTrafficPolicy is Cluster, and nothing outside reaches a Service of type ClusterIP; remove it, or set the type to NodePort",
  ],
  [
    ["service", { "spec.healthCheckNodePort": 30005 }],
    "error Service default/x spec.healthCheckNodePort: healthCheckNodePort is set, which is for a LoadBalancer with externalTrafficPolicy Local; remove it",
  ],
  [
    ["service", { "spec.type": "LoadBalancer", "spec.healthCheckNodePort": 30005 }],
    "error Service default/x spec.healthCheckNodePort: healthCheckNodePort is set, which is for a LoadBalancer with externalTrafficPolicy Local; remove it",
  ],
];

testVerdicts(serviceType, taken, refused);
