import { serviceAddress } from "../../../src/checks/api-validity/service-address.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["service", {}],
  ["service", { "spec.externalIPs": ["1.2.3.4"] }],
  ["service", { "spec.externalIPs": ["224.0.1.1"] }],
  ["service", { "spec.type": "LoadBalancer", "spec.loadBalancerSourceRanges": ["10.0.0.0/8"] }],
  ["service", { "spec.type": "LoadBalancer", "spec.loadBalancerSourceRanges": [" 10.0.0.0/8 "] }],
  ["service", { "spec.type": "LoadBalancer", "spec.loadBalancerClass": "example.com/foo" }],
  ["service", { "spec.type": "LoadBalancer", "spec.loadBalancerClass": "foo" }],
  ["service", { "spec.externalTrafficPolicy": "Cluster", "spec.externalIPs": ["1.2.3.4"] }],
];

const refused: readonly Refused[] = [
  [
    ["service", { "spec.externalIPs": ["127.0.0.1"] }],
    'error Service default/x spec.externalIPs[0]: the external IP "127.0.0.1" must not be a loopback address; correct the external IP',
  ],
  [
    ["service", { "spec.externalIPs": ["169.254.1.1"] }],
    'error Service default/x spec.externalIPs[0]: the external IP "169.254.1.1" must not be a link-local address; correct the external IP',
  ],
  [
    ["service", { "spec.externalIPs": ["0.0.0.0"] }],
    'error Service default/x spec.externalIPs[0]: the external IP "0.0.0.0" must not be 0.0.0.0; correct the external IP',
  ],
  [
    ["service", { "spec.externalIPs": ["224.0.0.1"] }],
    'error Service default/x spec.externalIPs[0]: the external IP "224.0.0.1" must not be a link-local multicast address; correct the external IP',
  ],
  [
    ["service", { "spec.externalIPs": ["fe80::1"] }],
    'error Service default/x spec.externalIPs[0]: the external IP "fe80::1" must not be a link-local address; correct the external IP',
  ],
  [
    ["service", { "spec.externalIPs": ["::ffff:1.2.3.4"] }],
    'error Service default/x spec.externalIPs[0]: the external IP "::ffff:1.2.3.4" must not be an IPv4 address inside an IPv6 address; correct the external IP',
  ],
  [
    ["service", { "spec.externalIPs": ["foo"] }],
    'error Service default/x spec.externalIPs[0]: the external IP "foo" must be an IP address such as 10.9.8.7 or 2001:db8::1; correct the external IP',
  ],
  [
    ["service", { "spec.externalIPs": ["1.2.3.4/32"] }],
    'error Service default/x spec.externalIPs[0]: the external IP "1.2.3.4/32" must be an IP address such as 10.9.8.7 or 2001:db8::1; correct the external IP',
  ],
  [
    ["service", { "spec.type": "LoadBalancer", "spec.loadBalancerSourceRanges": ["10.0.0.1/8"] }],
    'error Service default/x spec.loadBalancerSourceRanges[0]: the source range "10.0.0.1/8" must have no bits set beyond the prefix\'s length; correct the source range',
  ],
  [
    ["service", { "spec.type": "LoadBalancer", "spec.loadBalancerSourceRanges": ["10.0.0.1"] }],
    'error Service default/x spec.loadBalancerSourceRanges[0]: the source range "10.0.0.1" must be a range such as 10.9.8.0/24 or 2001:db8::/64; correct the source range',
  ],
  [
    ["service", { "metadata.annotations": { "service.beta.kubernetes.io/load-balancer-source-ranges": "10.0.0.0/8" } }],
    'error Service default/x metadata.annotations["service.beta.kubernetes.io/load-balancer-source-ranges"]: the annotation is for a Service of type LoadBalancer only; remove it, or set the type to LoadBalancer',
  ],
  [
    [
      "service",
      {
        "spec.type": "LoadBalancer",
        "metadata.annotations": { "service.beta.kubernetes.io/load-balancer-source-ranges": "10.0.0.0/8, foo" },
      },
    ],
    'error Service default/x metadata.annotations["service.beta.kubernetes.io/load-balancer-source-ranges"]: the source range "foo" must be a range such as 10.9.8.0/24 or 2001:db8::/64; correct the source range',
  ],
  [
    ["service", { "spec.type": "LoadBalancer", "spec.loadBalancerClass": "foo bar" }],
    'error Service default/x spec.loadBalancerClass: loadBalancerClass "foo bar" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct loadBalancerClass',
  ],
  [
    ["service", { "spec.type": "LoadBalancer", "spec.loadBalancerClass": "" }],
    "error Service default/x spec.loadBalancerClass: loadBalancerClass is empty; write loadBalancerClass",
  ],
];

testVerdicts(serviceAddress, taken, refused);
