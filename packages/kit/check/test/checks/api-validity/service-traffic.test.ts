import { serviceTraffic } from "../../../src/checks/api-validity/service-traffic.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["service", {}],
  [
    "service",
    { "spec.type": "ExternalName", "spec.externalName": "example.com", "spec.internalTrafficPolicy": "Cluster" },
  ],
  ["service", { "spec.sessionAffinity": "ClientIP" }],
  [
    "service",
    { "spec.sessionAffinity": "ClientIP", "spec.sessionAffinityConfig": { clientIP: { timeoutSeconds: 86400 } } },
  ],
  ["service", { "spec.sessionAffinityConfig": { clientIP: { timeoutSeconds: 0 } } }],
  ["service", { "spec.sessionAffinity": "ClientIP", "spec.sessionAffinityConfig": {} }],
  ["service", { "spec.trafficDistribution": "PreferClose" }],
  ["service", { "spec.sessionAffinity": "" }],
  ["service", { "spec.sessionAffinity": "ClientIP", "spec.sessionAffinityConfig": { clientIP: {} } }],
];

const refused: readonly Refused[] = [
  [
    [
      "service",
      { "spec.sessionAffinity": "ClientIP", "spec.sessionAffinityConfig": { clientIP: { timeoutSeconds: 0 } } },
    ],
    "error Service default/x spec.sessionAffinityConfig.clientIP.timeoutSeconds: timeoutSeconds is 0, and must be from 1 to 86400; set it to a number that is from 1 to 86400",
  ],
  [
    [
      "service",
      { "spec.sessionAffinity": "ClientIP", "spec.sessionAffinityConfig": { clientIP: { timeoutSeconds: 86401 } } },
    ],
    "error Service default/x spec.sessionAffinityConfig.clientIP.timeoutSeconds: timeoutSeconds is 86401, and must be from 1 to 86400; set it to a number that is from 1 to 86400",
  ],
  [
    ["service", { "spec.internalTrafficPolicy": "" }],
    'error Service default/x spec.internalTrafficPolicy: internalTrafficPolicy "" is not one of Cluster, Local; write one of Cluster, Local',
  ],
  [
    ["service", { "spec.trafficDistribution": "Foo" }],
    'error Service default/x spec.trafficDistribution: trafficDistribution "Foo" is not one of PreferClose, PreferSameZone, PreferSameNode; write one of PreferClose, PreferSameZone, PreferSameNode',
  ],
  [
    ["service", { "spec.trafficDistribution": "" }],
    'error Service default/x spec.trafficDistribution: trafficDistribution "" is not one of PreferClose, PreferSameZone, PreferSameNode; write one of PreferClose, PreferSameZone, PreferSameNode',
  ],
  [
    [
      "service",
      {
        "metadata.annotations": {
          "service.kubernetes.io/topology-mode": "Auto",
          "service.kubernetes.io/topology-aware-hints": "foo",
        },
      },
    ],
    'error Service default/x metadata.annotations["service.kubernetes.io/topology-mode"]: the annotation is "Auto", and service.kubernetes.io/topology-aware-hints is "foo"; remove the other annotation',
  ],
];

testVerdicts(serviceTraffic, taken, refused);
