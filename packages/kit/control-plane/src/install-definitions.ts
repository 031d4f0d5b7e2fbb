import { EnvironmentFailure } from "@kit/errors";
import type { ControlPlane } from "./control-plane.ts";
import type { Definition } from "./prepare-definitions.ts";
import { untilServed } from "./until-served.ts";

const collection = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const deadlineMilliseconds = 60_000;

/**
 * Has the API server serve these kinds. Those that it serves already stay as they are.
 *
 * @throws EnvironmentFailure where it refuses one, or does not serve it within a minute.
 */
export async function installDefinitions(
  cluster: Pick<ControlPlane, "request" | "signal">,
  definitions: readonly Definition[],
): Promise<void> {
  if (definitions.length === 0) return;
  await Promise.all(
    definitions.map(async (definition) => {
      const { status, body } = await cluster.request<{ message?: string }>("POST", collection, definition);
      if (status < 300 || status === 409) return;
      const what = `the API server refuses the definition ${definition.metadata.name}: ${body.message ?? status}`;
      throw new EnvironmentFailure("subprocess-failed", what, "use definitions that fit this Kubernetes");
    }),
  );
  const names = definitions.map(({ metadata }) => metadata.name);
  const missing = await untilServed(cluster, names, deadlineMilliseconds);
  if (missing.length === 0) return;
  const what = `the API server does not serve ${missing.join(", ")} after a minute`;
  throw new EnvironmentFailure("component-silent", what, "start again when the machine has less to do");
}
