import { describe, expect, test } from "vitest";
import { networkPolicySelectsNothing } from "../../../src/checks/references/network-policy-selects-nothing.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";

const policy = (podSelector: string): string =>
  object("NetworkPolicy", "web", `spec: { podSelector: ${podSelector} }`, "networking.k8s.io/v1");

describe("network-policy-selects-nothing", () => {
  test.for([policy("{}"), policy("{ matchLabels: { app: web } }") + workload()])("passes %$", (manifests) => {
    expect(judge(networkPolicySelectsNothing, manifests)).toEqual([]);
  });

  test("finds one that isolates nothing", () => {
    expect(judge(networkPolicySelectsNothing, policy("{ matchLabels: { app: wbe } }") + workload()))
      .toMatchInlineSnapshot(`
      [
        "warning NetworkPolicy default/web spec.podSelector: no pod of the namespace default has the labels app=wbe, so it isolates nothing; write the labels of the pods that it is for",
      ]
    `);
  });
});
