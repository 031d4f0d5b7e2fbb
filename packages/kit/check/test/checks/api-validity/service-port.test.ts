import { servicePort } from "../../../src/checks/api-validity/service-port.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["service", {}],
  ["service", { "spec.ports": undefined, "spec.clusterIP": "None" }],
  [
    "service",
    {
      "spec.ports": [
        { name: "a", port: 80 },
        { name: "b", port: 80, protocol: "UDP" },
      ],
    },
  ],
  ["service", { "spec.ports": [{ name: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", port: 80 }] }],
  ["service", { "spec.ports": [{ port: 80, targetPort: 0 }] }],
  ["service", { "spec.ports": [{ port: 80, targetPort: "" }] }],
  ["service", { "spec.type": "ExternalName", "spec.externalName": "example.com", "spec.ports": undefined }],
  ["service", { "spec.ports": [{ port: 80, appProtocol: "kubernetes.io/h2c" }] }],
  ["service", { "spec.ports": [{ port: 80, protocol: "SCTP" }] }],
  ["service", { "spec.ports": [{ port: 80, protocol: "" }] }],
  [
    "service",
    {
      "spec.ports": [
        { name: "a", port: 80, protocol: "UDP" },
        { name: "b", port: 80, protocol: "" },
      ],
    },
  ],
];

const refused: readonly Refused[] = [
  [
    ["service", { "spec.ports": [] }],
    "error Service default/x spec.ports: the Service has no ports; write a port, or set clusterIP to None",
  ],
  [
    ["service", { "spec.ports": undefined }],
    "error Service default/x spec.ports: the Service has no ports; write a port, or set clusterIP to None",
  ],
  [
    ["service", { "spec.ports": [{ port: 80 }, { port: 81 }] }],
    "error Service default/x spec.ports[0].name: the port's name is missing; write the port's name",
    "error Service default/x spec.ports[1].name: the port's name is missing; write the port's name",
  ],
  [
    [
      "service",
      {
        "spec.ports": [
          { name: "a", port: 80 },
          { name: "a", port: 81 },
        ],
      },
    ],
    'error Service default/x spec.ports[1].name: another port of the Service is called "a" too; give each port a name of its own',
  ],
  [
    ["service", { "spec.ports": [{ name: "A_b", port: 80 }] }],
    "error Service default/x spec.ports[0].name: the port's name \"A_b\" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct the port's name",
  ],
  [
    ["service", { "spec.ports": [{ name: "a.b", port: 80 }] }],
    "error Service default/x spec.ports[0].name: the port's name \"a.b\" must not contain dots; correct the port's name",
  ],
  [
    ["service", { "spec.ports": [{ port: 0 }] }],
    "error Service default/x spec.ports[0].port: port is 0, and must be from 1 to 65535; set it to the port to serve",
  ],
  [
    ["service", { "spec.ports": [{ port: 65536 }] }],
    "error Service default/x spec.ports[0].port: port is 65536, and must be from 1 to 65535; set it to the port to serve",
  ],
  [
    ["service", { "spec.ports": [{ port: 80, targetPort: "8080" }] }],
    'error Service default/x spec.ports[0].targetPort: targetPort is "8080", and must contain at least one letter; write a port\'s number without quotes, or its name in the container',
  ],
  [
    ["service", { "spec.ports": [{ port: 80, targetPort: 70000 }] }],
    "error Service default/x spec.ports[0].targetPort: targetPort is 70000, and must be from 1 to 65535; write a port's number without quotes, or its name in the container",
  ],
  [
    ["service", { "spec.ports": [{ port: 80, targetPort: "Http" }] }],
    'error Service default/x spec.ports[0].targetPort: targetPort is "Http", and must consist of lower case letters, digits and hyphens; write a port\'s number without quotes, or its name in the container',
  ],
  [
    ["service", { "spec.ports": [{ port: 80, targetPort: -1 }] }],
    "error Service default/x spec.ports[0].targetPort: targetPort is -1, and must be from 1 to 65535; write a port's number without quotes, or its name in the container",
  ],
  [
    ["service", { "spec.ports": [{ port: 80, appProtocol: "a b" }] }],
    'error Service default/x spec.ports[0].appProtocol: appProtocol "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct appProtocol',
  ],
  [
    ["service", { "spec.ports": [{ port: 80, appProtocol: "" }] }],
    "error Service default/x spec.ports[0].appProtocol: appProtocol is empty; write appProtocol",
  ],
  [
    ["service", { spec: undefined }],
    "error Service default/x spec.ports: the Service has no ports; write a port, or set clusterIP to None",
  ],
  [
    ["service", { spec: {} }],
    "error Service default/x spec.ports: the Service has no ports; write a port, or set clusterIP to None",
  ],
  [
    [
      "service",
      {
        "spec.ports": [
          { name: "a", port: 80 },
          { name: "b", port: 80, protocol: "" },
        ],
      },
    ],
    "error Service default/x spec.ports[1]: port 80 is there twice: an empty protocol is TCP; remove one of them",
  ],
];

testVerdicts(servicePort, taken, refused);
