import { describe, expect, test } from "vitest";
import { capacityTarget } from "../../../src/checks/clusters/capacity-target.ts";
import { withinCapacity } from "../../../src/policy/packs.ts";
import { clusterOf } from "../../cluster-of.ts";
import { workload } from "../../flow-yaml.ts";
import { judgeTogether } from "../../judge.ts";

const pods = (limits: string, id = "dev"): { id: string; manifests: string } => ({
  id,
  manifests: workload({
    spec: "replicas: 2",
    container: `resources: { requests: { cpu: 100m, memory: 128Mi }, limits: ${limits} }`,
  }),
});

describe("capacity-target", () => {
  test("passes within the target, and where nobody names a cluster", () => {
    expect(judgeTogether(capacityTarget, [{ ...pods("{ cpu: 1, memory: 2Gi }"), cluster: clusterOf("one") }])).toEqual(
      [],
    );
    expect(judgeTogether(capacityTarget, [pods("{ cpu: 100, memory: 100Gi }")])).toEqual([]);
  });

  test("finds limits over it, of all environments of the cluster together", () => {
    const cluster = clusterOf("one");
    const environments = [
      { ...pods("{ cpu: 500m, memory: 3Gi }"), cluster, definition: "packages/shop/environments/src/index.ts" },
      { ...pods("{ cpu: 600m, memory: 1Mi }", "test"), cluster },
    ];
    expect(judgeTogether(capacityTarget, environments)).toMatchInlineSnapshot(`
      [
        "warning Cluster one: the cpu limits are 73.4 % of what the cluster one has for applications, and its target is 70 %; lower limits or replicas, or add nodes; \`pnpm capacity\` says which would be enough",
        "warning Cluster one: the memory limits are 100.1 % of what the cluster one has for applications, and its target is 70 %; lower limits or replicas, or add nodes; \`pnpm capacity\` says which would be enough",
      ]
    `);
  });

  test("is an error where a pack asks for it", () => {
    const cluster = clusterOf("one");
    const policy = { packs: [withinCapacity()] };
    expect(judgeTogether(capacityTarget, [{ ...pods("{ cpu: 100m, memory: 3Gi }"), cluster, policy }])).toEqual([
      "error Cluster one: the memory limits are 100 % of what the cluster one has for applications, and its target is 70 %; lower limits or replicas, or add nodes; `pnpm capacity` says which would be enough",
    ]);
  });

  test("leaves it to the build that two environments describe their cluster differently", () => {
    const environments = [
      { ...pods("{ cpu: 100, memory: 3Gi }"), cluster: clusterOf("one") },
      { ...pods("{ cpu: 100, memory: 1Mi }", "test"), cluster: clusterOf("one", { target: 80 }) },
    ];
    expect(judgeTogether(capacityTarget, environments)).toEqual([]);
  });
});
