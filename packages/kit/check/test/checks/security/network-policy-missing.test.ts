import { expect, test } from "vitest";
import { networkPolicyMissing } from "../../../src/checks/security/network-policy-missing.ts";
import { judge } from "../../judge.ts";
import { documents, object, workload } from "../../manifests.ts";

const policy = (spec: object): object => object("networking.k8s.io/v1", "NetworkPolicy", "web", { spec });
const own = { matchLabels: { app: "web" } };

test("nothing to find", () => {
  expect(
    judge(
      networkPolicyMissing,
      documents(workload(), policy({ podSelector: own, policyTypes: ["Ingress", "Egress"] })),
    ),
  ).toEqual([]);
  expect(judge(networkPolicyMissing, documents(workload(), policy({ podSelector: {}, egress: [{}] })))).toEqual([]);
  expect(
    judge(
      networkPolicyMissing,
      documents(workload(), policy({ podSelector: own }), policy({ podSelector: {}, policyTypes: ["Egress"] })),
    ),
  ).toEqual([]);
  // The network of the node knows no policies.
  expect(judge(networkPolicyMissing, documents(workload({ pod: { hostNetwork: true } })))).toEqual([]);
  // What a plugin of its own says is not read.
  expect(
    judge(networkPolicyMissing, documents(workload(), object("cilium.io/v2", "CiliumNetworkPolicy", "web", {}))),
  ).toEqual([]);
});

const { template } = (workload() as { readonly spec: { readonly template: object } }).spec;
const nightly = object("batch/v1", "CronJob", "web", {
  spec: { schedule: "@daily", jobTemplate: { spec: { template } } },
});

test("no policy at all", () => {
  expect(judge(networkPolicyMissing, documents(workload(), nightly))).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.metadata.labels: no NetworkPolicy isolates its pods for ingress and egress; add a NetworkPolicy that selects them and allows what they need (\`protectInProduction\` of typed-manifests)",
      "warning CronJob shop/web spec.jobTemplate.spec.template.metadata.labels: no NetworkPolicy isolates its pods for ingress and egress; add a NetworkPolicy that selects them and allows what they need (\`protectInProduction\` of typed-manifests)",
    ]
  `);
});

test("one way only", () => {
  expect(
    judge(
      networkPolicyMissing,
      documents(
        workload(),
        policy({ podSelector: own }),
        workload({ name: "api" }),
        policy({ podSelector: { matchLabels: { app: "api" } }, policyTypes: ["Egress"] }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.metadata.labels: no NetworkPolicy isolates its pods for egress; add a NetworkPolicy that selects them and allows what they need (\`protectInProduction\` of typed-manifests)",
      "warning Deployment shop/api spec.template.metadata.labels: no NetworkPolicy isolates its pods for ingress; add a NetworkPolicy that selects them and allows what they need (\`protectInProduction\` of typed-manifests)",
    ]
  `);
});
