import { capacityReport } from "@kit/capacity";
import { expect, test } from "vitest";

const cluster = {
  id: "previews",
  nodes: [{ count: 2, cpu: "4", memory: "16Gi" }],
  reserve: { cpu: "0", memory: "0" },
  target: 100,
};

/** A Deployment that refuses to share a node with its own pods. */
function web(id: string) {
  const labels = { app: "web" };
  const apart = { labelSelector: { matchLabels: labels }, topologyKey: "kubernetes.io/hostname" };
  const resources = { requests: { cpu: "500m", memory: "1Gi" }, limits: { cpu: "1", memory: "1Gi" } };
  const data = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "web", namespace: id },
    spec: {
      replicas: 2,
      strategy: { type: "Recreate" },
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [apart] } },
          containers: [{ name: "web", image: "web", resources }],
        },
      },
    },
  };
  return { id, cluster, objects: [{ where: "web.yaml", data }] };
}

test("copies of an environment add up, and are apart from each other as namespaces are", () => {
  const { ok, clusters } = capacityReport([{ ...web("preview"), copies: 3 }, web("dev")]);
  const [report] = clusters;
  expect(ok).toBe(true);
  expect(report!.environments.map(({ id, copies, total }) => [id, copies, total.pods, total.limits.cpu])).toEqual([
    ["preview", 3, 6, 6000],
    ["dev", undefined, 2, 2000],
  ]);
  // Pods that refuse each other are one a node, of each copy.
  expect(report!.nodes.map(({ services }) => services)).toEqual([
    { "web in preview": 3, "web in dev": 1 },
    { "web in preview": 3, "web in dev": 1 },
  ]);
  expect(report!.more.map(({ service }) => service)).toEqual(["web in preview", "web in dev"]);
  expect(report!.notes).toEqual(["preview counts 3 times, as the max of its definePreview says"]);
});

test("more copies than there is room for are said, with how many there is room for", () => {
  const { ok, clusters } = capacityReport([{ ...web("preview"), copies: 6 }, web("dev")]);
  const { withinTarget, shrink, notes } = clusters[0]!;
  expect([ok, withinTarget, shrink.map(({ service }) => service)]).toEqual([false, false, []]);
  expect(notes).toEqual(["preview counts 6 times, as the max of its definePreview says: 3 would fit"]);
});

test("where the others do not fit by themselves, that is said", () => {
  const { clusters } = capacityReport([{ ...web("preview"), copies: 2 }, ...["a", "b", "c", "d", "e"].map(web)]);
  expect(clusters[0]!.notes[0]).toBe(
    "preview counts 2 times, as the max of its definePreview says: not even without it the others fit",
  );
});
