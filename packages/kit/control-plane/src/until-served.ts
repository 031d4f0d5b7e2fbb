import { setTimeout } from "node:timers/promises";
import type { ApiRequest } from "./api-client.ts";
import type { ControlPlane } from "./control-plane.ts";

const collection = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const pollMilliseconds = 50;

/**
 * Waits until the API server serves the kinds of these definitions, at most so long.
 *
 * That a definition is Established is not enough: the server serves its kinds a moment after it says so.
 *
 * @param names - Of the definitions, such as `things.example.com`.
 * @returns The names of those that it does not serve by then.
 */
export async function untilServed(
  { request, signal }: Pick<ControlPlane, "request" | "signal">,
  names: readonly string[],
  milliseconds: number,
): Promise<readonly string[]> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    const served = await servedDefinitions(request, new Set(names));
    const missing = names.filter((name) => !served.has(name));
    if (missing.length === 0 || performance.now() > deadline) return missing;
    signal.throwIfAborted();
    await setTimeout(pollMilliseconds);
  }
}

interface LiveDefinition {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly served: boolean }[];
  };
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

async function servedDefinitions(request: ApiRequest, names: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const { body } = await request<{ items?: readonly LiveDefinition[] }>("GET", collection);
  const established = (body.items ?? []).filter((one) => names.has(one.metadata.name) && isEstablished(one));
  const served = await Promise.all(
    established.map(async (one) => ((await isServed(request, one)) ? [one.metadata.name] : [])),
  );
  return new Set(served.flat());
}

function isEstablished({ status }: LiveDefinition): boolean {
  return status?.conditions?.some((one) => one.type === "Established" && one.status === "True") ?? false;
}

async function isServed(request: ApiRequest, { spec }: LiveDefinition): Promise<boolean> {
  const answers = await Promise.all(
    spec.versions
      .filter(({ served }) => served)
      .map(({ name }) =>
        request<{ resources?: readonly { readonly kind: string }[] }>("GET", `/apis/${spec.group}/${name}`),
      ),
  );
  return answers.every(
    ({ status, body }) => status === 200 && body.resources?.some(({ kind }) => kind === spec.names.kind),
  );
}
