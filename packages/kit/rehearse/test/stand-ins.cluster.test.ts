// Needs the control plane's programs: `pnpm test:cluster`.
import { preparePrograms, startControlPlane, type Component, type Definition } from "@kit/control-plane";
import { beforeAll, expect, test } from "vitest";
import { rehearse, type Manifest, type ManifestData } from "../src/index.ts";

const components: readonly Component[] = ["scheduler", "controllers", "kwok"];
beforeAll(() => preparePrograms({ components, env: process.env, onProgress: console.error }));

const labels = { app: "web" };
const capacity = { cpu: 3000, memory: 6 * 2 ** 30 };
const nodes = [{ name: "node-1", labels: {}, taints: [], capacity, allocatable: capacity, pods: 110 }];
const open = { type: "object" as const, "x-kubernetes-preserve-unknown-fields": true };
const definition: Definition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "rollouts.argoproj.io" },
  spec: {
    group: "argoproj.io",
    scope: "Namespaced",
    names: { kind: "Rollout", plural: "rollouts" },
    versions: [
      {
        name: "v1alpha1",
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: "object", properties: { spec: open } } },
      },
    ],
  },
} as unknown as Definition;

function manifest(apiVersion: string, kind: string, name: string, rest: object): Manifest {
  const data: ManifestData = { apiVersion, kind, metadata: { name, namespace: "shop" }, ...rest };
  return { where: `${kind}-${name}.yaml`, text: JSON.stringify(data), data };
}

const service = manifest("v1", "Service", "web", { spec: { selector: labels, ports: [{ port: 80 }] } });

function rollout(image: string, pod: object = {}): Manifest {
  const template = { metadata: { labels }, spec: { containers: [{ name: "web", image }], ...pod } };
  const spec = { replicas: 2, selector: { matchLabels: labels }, template, strategy: { canary: { steps: [] } } };
  return manifest("argoproj.io/v1alpha1", "Rollout", "web", { spec });
}

test("a Rollout has pods that answer, roll, and are missed where they find no node", async () => {
  await using cluster = await startControlPlane({ components, env: process.env });
  const { before, sync, rollback } = await rehearse({
    cluster,
    nodes,
    contracts: [],
    environment: "dev",
    before: { ref: "main", manifests: [service, rollout("web:1")] },
    manifests: [service, rollout("web:2", { nodeSelector: { gpu: "yes" } })],
    definitions: [definition],
  });
  expect(before).toEqual([]);
  const [served] = sync.services;
  expect(served).toMatchObject({ service: "Service shop/web", before: 2, after: 2 });
  expect(sync.timeline.map(({ what, object }) => `${what} ${object}`)).toEqual(["changed Rollout shop/web"]);
  expect(sync.findings.map(({ severity, code, object, where }) => `${severity} ${code} ${object} ${where}`)).toEqual([
    "hurts pending Rollout shop/web Rollout-web.yaml",
    "note stand-in Rollout shop/web Rollout-web.yaml",
  ]);
  expect(rollback?.findings).toEqual([]);
});
