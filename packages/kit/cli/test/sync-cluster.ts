import { setTimeout } from "node:timers/promises";
import { installDefinitions, startControlPlane, type Component, type ControlPlane } from "@kit/control-plane";
import { missingDefinitions } from "@kit/rehearse";
import type { RenderedEnvironment } from "@kit/repository";

export const components: readonly Component[] = ["scheduler", "controllers", "kwok"];

const capacity = { cpu: "64", memory: "128Gi", pods: "500" };
const node = { apiVersion: "v1", kind: "Node", metadata: { name: "node-1" }, status: { capacity } };
const pollMilliseconds = 200;

/** A control plane with room for an environment, the kinds that it has, and what stands in for others. */
export async function syncCluster(rendered: RenderedEnvironment): Promise<ControlPlane> {
  const { env } = process;
  const definitions = await missingDefinitions(rendered.objects, { env, onProgress: console.error });
  const cluster = await startControlPlane({ components, env });
  const standIns = new AbortController();
  const working = standIn(cluster, rendered, AbortSignal.any([standIns.signal, cluster.signal]));
  const stop = async (): Promise<void> => {
    standIns.abort();
    await working;
    await cluster[Symbol.asyncDispose]();
  };
  await cluster.request("POST", "/api/v1/nodes", node);
  await installDefinitions(cluster, definitions);
  return { ...cluster, [Symbol.asyncDispose]: stop };
}

/** The namespace that an environment's objects are in. */
export function namespaceOf({ objects }: RenderedEnvironment): string {
  return objects.find(({ data }) => data.metadata.namespace !== undefined)!.data.metadata.namespace!;
}

/** What the stand-ins do, for the reader of a log. */
export function describeStandIns({ environment: { id, secrets = [] }, objects }: RenderedEnvironment): string {
  const ingresses = objects.filter(({ data }) => data.kind === "Ingress").map(({ data }) => data.metadata.name);
  const made = secrets.map(({ name }) => name);
  const lines = [
    ...(made.length === 0 ? [] : [`makes the Secrets ${made.join(", ")}, also those of ExternalSecrets`]),
    ...(ingresses.length === 0 ? [] : [`gives the Ingresses ${ingresses.join(", ")} an address`]),
  ];
  return `${id}: no operator or ingress controller runs here; the test itself ${lines.join(", and ")}`;
}

/**
 * Does what somebody else does in a real cluster, for as long as it runs: makes the Secrets of the contracts as soon
 * as there is their namespace, and gives each Ingress an address.
 */
async function standIn({ request }: ControlPlane, rendered: RenderedEnvironment, signal: AbortSignal): Promise<void> {
  const namespace = namespaceOf(rendered);
  const ingresses = `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses`;
  const status = { loadBalancer: { ingress: [{ ip: "192.0.2.1" }] } };
  const secrets = (rendered.environment.secrets ?? []).map(({ name, type = "Opaque", labels = {}, keys }) => {
    const stringData = Object.fromEntries(Object.keys(keys).map((key) => [key, "dummy"]));
    return { apiVersion: "v1", kind: "Secret", metadata: { name, labels }, type, stringData };
  });
  try {
    while (!signal.aborted) {
      for (const secret of secrets) await request("POST", `/api/v1/namespaces/${namespace}/secrets`, secret);
      const { body } = await request<{ items: readonly LiveIngress[] }>("GET", ingresses);
      for (const ingress of body.items.filter((one) => one.status.loadBalancer.ingress === undefined)) {
        const path = `${ingresses}/${ingress.metadata.name}/status`;
        await request("PATCH", path, { status }, "application/merge-patch+json");
      }
      await setTimeout(pollMilliseconds, undefined, { signal });
    }
  } catch (error) {
    // A component that dies fails the test itself.
    if (!signal.aborted) throw error;
  }
}

interface LiveIngress {
  readonly metadata: { readonly name: string };
  readonly status: { readonly loadBalancer: { readonly ingress?: object } };
}
