import { describe, expect, test } from "vitest";
import { capacityFits } from "../../../src/checks/clusters/capacity-fits.ts";
import { withinCapacity } from "../../../src/policy/packs.ts";
import { clusterOf } from "../../cluster-of.ts";
import { workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";

const pods = (request: string): string =>
  workload({
    spec: "replicas: 2, strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }",
    container: `resources: { requests: { cpu: ${request}, memory: 128Mi } }`,
  });

describe("capacity-fits", () => {
  test("passes pods that find a node, also while they roll", () => {
    expect(judge(capacityFits, pods("500m"), { id: "dev", cluster: clusterOf("one") })).toEqual([]);
    expect(judge(capacityFits, pods("100"))).toEqual([]);
  });

  test("finds pods that find none", () => {
    expect(judge(capacityFits, pods("1100m"), { id: "dev", cluster: clusterOf("one") })).toMatchInlineSnapshot(`
      [
        "warning Cluster one: 1 pod of web finds no node of the cluster one while all services roll (1 node: has not enough cpu); lower requests or replicas, or add nodes; \`pnpm capacity\` says which would be enough",
      ]
    `);
    expect(judge(capacityFits, pods("8"), { id: "dev", cluster: clusterOf("one") })).toMatchInlineSnapshot(`
      [
        "warning Cluster one: 2 pods of web find no node of the cluster one (1 node: has not enough cpu); lower requests or replicas, or add nodes; \`pnpm capacity\` says which would be enough",
      ]
    `);
  });

  test("is an error where a pack asks for it", () => {
    const policy = { packs: [withinCapacity()] };
    expect(judge(capacityFits, pods("1100m"), { id: "dev", cluster: clusterOf("one"), policy })).toEqual([
      "error Cluster one: 1 pod of web finds no node of the cluster one while all services roll (1 node: has not enough cpu); lower requests or replicas, or add nodes; `pnpm capacity` says which would be enough",
    ]);
  });
});
