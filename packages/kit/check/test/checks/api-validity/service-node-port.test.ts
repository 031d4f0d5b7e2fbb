import { serviceNodePort } from "../../../src/checks/api-validity/service-node-port.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["service", {}],
  ["service", { "spec.ports": [{ port: 80, nodePort: 0 }] }],
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
  [
    "service",
    { "spec.type": "ExternalName", "spec.externalName": "example.com", "spec.ports": [{ port: 80, nodePort: 30000 }] },
  ],
  [
    "service",
    { "spec.type": "LoadBalancer", "spec.externalTrafficPolicy": "Local", "spec.healthCheckNodePort": 30005 },
  ],
];

const refused: readonly Refused[] = [
  [
    ["service", { "spec.ports": [{ port: 80, nodePort: 30000 }] }],
    "error Service default/x spec.ports[0].nodePort: nodePort is 30000, and the Service is of type ClusterIP; set the type to NodePort, or remove nodePort",
  ],
  [
    ["service", { "spec.type": "NodePort", "spec.ports": [{ port: 80, nodePort: 29999 }] }],
    "error Service default/x spec.ports[0].nodePort: nodePort is 29999, and must be from 30000 to 32767; take a port in that range, or leave it to the API server",
  ],
  [
    ["service", { "spec.type": "NodePort", "spec.ports": [{ port: 80, nodePort: 32768 }] }],
    "error Service default/x spec.ports[0].nodePort: nodePort is 32768, and must be from 30000 to 32767; take a port in that range, or leave it to the API server",
  ],
  [
    ["service", { "spec.type": "NodePort", "spec.ports": [{ port: 80, nodePort: -1 }] }],
    "error Service default/x spec.ports[0].nodePort: nodePort is -1, and must be from 30000 to 32767; take a port in that range, or leave it to the API server",
  ],
  [
    [
      "service",
      {
        "spec.type": "NodePort",
        "spec.ports": [
          { name: "a", port: 80, nodePort: 30001 },
          { name: "b", port: 81, nodePort: 30001 },
        ],
      },
    ],
    "error Service default/x spec.ports[1].nodePort: nodePort 30001 is that of another port of the Service too; give each port a NodePort of its own",
  ],
  [
    [
      "service",
      {
        "spec.type": "NodePort",
        "spec.ports": [
          { name: "a", port: 80, nodePort: 30001 },
          { name: "b", port: 81, protocol: "UDP", nodePort: 30001 },
        ],
      },
    ],
    "error Service default/x spec.ports[1].nodePort: nodePort 30001 is that of another port of the Service too; give each port a NodePort of its own",
  ],
  [
    [
      "service",
      {
        "spec.type": "LoadBalancer",
        "spec.allocateLoadBalancerNodePorts": false,
        "spec.ports": [{ port: 80, nodePort: 100 }],
      },
    ],
    "error Service default/x spec.ports[0].nodePort: nodePort is 100, and must be from 30000 to 32767; take a port in that range, or leave it to the API server",
  ],
  [
    ["service", { "spec.type": "LoadBalancer", "spec.externalTrafficPolicy": "Local", "spec.healthCheckNodePort": 5 }],
    "error Service default/x spec.healthCheckNodePort: healthCheckNodePort is 5, and must be from 30000 to 32767; take a port in that range, or leave it to the API server",
  ],
  [
    [
      "service",
      {
        "spec.type": "LoadBalancer",
        "spec.externalTrafficPolicy": "Local",
        "spec.healthCheckNodePort": 30005,
        "spec.ports": [{ port: 80, nodePort: 30005 }],
      },
    ],
    "error Service default/x spec.healthCheckNodePort: healthCheckNodePort 30005 is the nodePort of a port too; give it a port of its own, or leave it out",
  ],
];

testVerdicts(serviceNodePort, taken, refused);
