import { preparePrograms, startControlPlane, type Component } from "@kit/control-plane";
import { beforeAll, expect, test } from "vitest";
import { leftovers, pidsOf, until } from "./running.ts";

const { env } = process;
const components: Component[] = ["scheduler", "controllers", "kwok"];
beforeAll(() => preparePrograms({ components, env, onProgress: console.error }));

const node = {
  apiVersion: "v1",
  kind: "Node",
  metadata: { name: "node-1" },
  status: { capacity: { cpu: "4", memory: "8Gi", pods: "110" }, allocatable: { cpu: "4", memory: "8Gi", pods: "110" } },
};
const labels = { app: "web" };
const container = { name: "web", image: "example.com/web:1", resources: { requests: { cpu: "1", memory: "1Gi" } } };
const template = { metadata: { labels }, spec: { containers: [container] } };
const metadata = { name: "web" };

interface Pods {
  readonly items: {
    readonly spec: { readonly nodeName?: string };
    readonly status: {
      readonly phase: string;
      readonly conditions?: { type: string; status: string; reason?: string }[];
    };
  }[];
}

test("a Deployment's Pods become Ready on a Node, as many as fit", async () => {
  await using cluster = await startControlPlane({ components, env });
  const { request } = cluster;
  const spec = { replicas: 5, selector: { matchLabels: labels }, template };
  await request("POST", "/api/v1/nodes", node);
  await request("POST", "/apis/apps/v1/namespaces/default/deployments", {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata,
    spec,
  });
  await request("POST", "/api/v1/namespaces/default/services", {
    apiVersion: "v1",
    kind: "Service",
    metadata,
    spec: { selector: labels, ports: [{ port: 80 }] },
  });
  const stateOf = async (): Promise<string[]> => {
    const { body } = await request<Pods>("GET", "/api/v1/namespaces/default/pods");
    return body.items
      .map(({ spec: { nodeName = "no node" }, status: { phase, conditions = [] } }) => {
        const met = conditions.filter(({ status }) => status === "True").map(({ type }) => type);
        const reasons = conditions.flatMap(({ reason }) => reason ?? []);
        return [phase, nodeName, ...(met.includes("Ready") ? ["Ready"] : []), ...reasons].join(" ");
      })
      .toSorted();
  };
  const fitting = "Running node-1 Ready";
  const expected = ["Pending no node Unschedulable", fitting, fitting, fitting, fitting];
  await until(async () => JSON.stringify(await stateOf()) === JSON.stringify(expected));
  type Slices = { items: { endpoints: { conditions: { ready: boolean } }[] | null }[] };
  const readyEndpoints = async (): Promise<number> => {
    const path =
      "/apis/discovery.k8s.io/v1/namespaces/default/endpointslices?labelSelector=kubernetes.io/service-name=web";
    const { body } = await request<Slices>("GET", path);
    return body.items.flatMap(({ endpoints }) => endpoints ?? []).filter(({ conditions }) => conditions.ready).length;
  };
  await until(async () => (await readyEndpoints()) === 4);
  const pids = pidsOf(cluster);
  expect(Object.keys(pids).toSorted()).toEqual(Object.keys(cluster.versions).toSorted());
  await cluster[Symbol.asyncDispose]();
  expect(await leftovers(cluster, pids)).toEqual([]);
});

test("the scheduler alone places Pods on Nodes that are new", async () => {
  await using cluster = await startControlPlane({ components: ["scheduler"], env });
  const { request } = cluster;
  const pod = { apiVersion: "v1", kind: "Pod", metadata, spec: template.spec };
  await request("POST", "/api/v1/nodes", node);
  expect((await request("POST", "/api/v1/namespaces/default/pods", pod)).status).toBe(201);
  await until(async () => {
    const { body } = await request<Pods["items"][number]>("GET", "/api/v1/namespaces/default/pods/web");
    return body.spec.nodeName === "node-1";
  });
});
