import { preparePrograms, startControlPlane } from "@kit/control-plane";
import { beforeAll, expect, test } from "vitest";
import { quantities } from "./quantities.ts";

beforeAll(() => preparePrograms({ env: process.env, onProgress: console.error }));

test("the API server gives quantities back as canonicalQuantity says", async () => {
  await using cluster = await startControlPlane({ env: process.env, onProgress: console.error });
  const metrics = quantities.map(([value], index) => ({
    type: "External",
    external: { metric: { name: `m${index}` }, target: { type: "Value", value } },
  }));
  const path = "/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers";
  const created = await cluster.request("POST", path, {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: { name: "quantities" },
    spec: { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" }, maxReplicas: 2, metrics },
  });
  expect(created).toMatchObject({ status: 201 });
  const { body } = await cluster.request<{ spec: { metrics: typeof metrics } }>("GET", `${path}/quantities`);
  const kept = body.spec.metrics.map(({ external }, index) => [quantities[index]![0], external.target.value]);
  expect(kept).toEqual(quantities);
});
