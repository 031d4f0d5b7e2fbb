import { setTimeout } from "node:timers/promises";
import { EnvironmentFailure } from "@kit/errors";
import type { ApiRequest } from "./api-client.ts";
import type { ControlPlane } from "./control-plane.ts";
import type { Definition } from "./prepare-definitions.ts";

const collection = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const pollMilliseconds = 50;
const deadlineMilliseconds = 60_000;

/**
 * Has the API server serve these kinds. Those that it serves already stay as they are.
 *
 * @throws EnvironmentFailure where it refuses one, or does not serve it within a minute.
 */
export async function installDefinitions(
  { request, signal }: Pick<ControlPlane, "request" | "signal">,
  definitions: readonly Definition[],
): Promise<void> {
  if (definitions.length === 0) return;
  await Promise.all(
    definitions.map(async (definition) => {
      const { status, body } = await request<{ message?: string }>("POST", collection, definition);
      if (status < 300 || status === 409) return;
      const what = `the API server refuses the definition ${definition.metadata.name}: ${body.message ?? status}`;
      throw new EnvironmentFailure("subprocess-failed", what, "use definitions that fit this Kubernetes");
    }),
  );
  const names = definitions.map(({ metadata }) => metadata.name);
  const deadline = performance.now() + deadlineMilliseconds;
  for (;;) {
    const established = await establishedDefinitions(request);
    const missing = names.filter((name) => !established.has(name));
    if (missing.length === 0) return;
    signal.throwIfAborted();
    if (performance.now() > deadline) {
      const what = `the API server does not serve ${missing.join(", ")} after a minute`;
      throw new EnvironmentFailure("component-silent", what, "start again when the machine has less to do");
    }
    await setTimeout(pollMilliseconds);
  }
}

/** The names of the definitions whose kinds the API server serves. */
export async function establishedDefinitions(request: ApiRequest): Promise<ReadonlySet<string>> {
  const { body } = await request<{ items?: readonly LiveDefinition[] }>("GET", collection);
  return new Set((body.items ?? []).filter(isEstablished).map(({ metadata }) => metadata.name));
}

interface LiveDefinition {
  readonly metadata: { readonly name: string };
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

function isEstablished({ status }: LiveDefinition): boolean {
  return status?.conditions?.some((one) => one.type === "Established" && one.status === "True") ?? false;
}
