import { describe, expect, test } from "vitest";
import { networkPolicyPeerSelectsNothing } from "../../../src/checks/references/network-policy-peer-selects-nothing.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";

const policy = (rules: string): string =>
  object("NetworkPolicy", "web", `spec: { podSelector: {}, ${rules} }`, "networking.k8s.io/v1");
const inNamespace = (name: string): string =>
  `namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${name} } }`;

describe("network-policy-peer-selects-nothing", () => {
  test.for([
    policy("ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }, { podSelector: {} }] }]"),
    policy("ingress: [{}], egress: [{ to: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }]"),
    // Pods of namespaces that are not this environment's.
    policy(
      `egress: [{ to: [{ ${inNamespace("kube-system")}, podSelector: { matchLabels: { k8s-app: kube-dns } } }] }]`,
    ),
    policy("ingress: [{ from: [{ namespaceSelector: {}, podSelector: { matchLabels: { app: prometheus } } }] }]"),
    policy(`ingress: [{ from: [{ ${inNamespace("default")}, podSelector: { matchLabels: { app: web } } }] }]`),
  ])("passes %$", (manifests) => {
    expect(judge(networkPolicyPeerSelectsNothing, manifests + workload())).toEqual([]);
  });

  test("finds peers of the environment that do not exist", () => {
    const rules = `ingress: [{ from: [{ podSelector: { matchLabels: { app: wbe } } }] }], egress: [{}, { to: [{ ${inNamespace("default")}, podSelector: { matchLabels: { app: api } } }] }]`;
    expect(judge(networkPolicyPeerSelectsNothing, policy(rules) + workload())).toMatchInlineSnapshot(`
      [
        "warning NetworkPolicy default/web spec.egress[1].to[0].podSelector: no pod of the namespace default has the labels app=api, so the rule lets nobody through; write the labels of the pods that it is for",
        "warning NetworkPolicy default/web spec.ingress[0].from[0].podSelector: no pod of the namespace default has the labels app=wbe, so the rule lets nobody through; write the labels of the pods that it is for",
      ]
    `);
  });
});
