import { setTimeout } from "node:timers/promises";
import type { Data, Server } from "../recorded/server.ts";
import type { Pair } from "./pairs.ts";

/** What a control plane did with a pair. */
export type Outcome =
  /** The field and the server's word for what is wrong: `spec.selector: Invalid value`. The values have ids that differ. */
  | { readonly refused: string }
  | {
      /** Whether it counted a new generation: what it keeps of the spec differs. */
      readonly generation: boolean;
      /** Whether the controller made a new ReplicaSet or ControllerRevision; of other kinds undefined. */
      readonly revision?: boolean;
    };

/** Applies the one, waits for its controller, applies the other, and waits again. */
export async function ask(server: Server, { before, after }: Pair): Promise<Outcome> {
  const first = await server.apply(before);
  if (first.status >= 300) throw new Error(`${JSON.stringify(first.body["message"])}: ${JSON.stringify(before)}`);
  const own = await settled(server, before);
  const second = await server.apply(after);
  if (second.status >= 300) {
    await server.request("DELETE", `${await server.pathOf(before)}?propagationPolicy=Background`);
    return { refused: refusalOf(String(second.body["message"])) };
  }
  const other = await settled(server, after, own);
  await server.request("DELETE", `${await server.pathOf(before)}?propagationPolicy=Background`);
  return {
    generation: other.generation > own.generation,
    ...(own.revisions === undefined ? {} : { revision: other.revisions! > own.revisions }),
  };
}

interface Settled {
  readonly generation: number;
  readonly revisions: number | undefined;
}

async function settled(server: Server, object: Data, before?: Settled): Promise<Settled> {
  const path = await server.pathOf(object);
  // The old pods are stopped first.
  const spec = object["spec"] as { strategy?: { type: string } };
  let patience = before !== undefined && spec.strategy?.type === "Recreate" ? 20 : 0;
  for (;;) {
    const { body } = await server.request<{
      metadata: { generation: number; uid: string };
      status?: { observedGeneration?: number };
    }>("GET", path);
    const { generation, uid } = body.metadata;
    const kind = String(object["kind"]);
    if (kind === "Job" || kind === "CronJob") return { generation, revisions: undefined };
    const revisions = await revisionsOf(server, kind, uid);
    const mayCome = patience-- > 0 && revisions === before?.revisions;
    if (body.status?.observedGeneration === generation && !mayCome) return { generation, revisions };
    await setTimeout(100);
  }
}

async function revisionsOf(server: Server, kind: string, uid: string): Promise<number> {
  const path = `/apis/apps/v1/namespaces/default/${kind === "Deployment" ? "replicasets" : "controllerrevisions"}`;
  type Owned = { readonly metadata: { readonly ownerReferences?: readonly { uid: string }[] } };
  const { body } = await server.request<{ items: readonly Owned[] }>("GET", `${path}?labelSelector=app%3Dweb`);
  return body.items.filter(({ metadata }) => metadata.ownerReferences?.some((one) => one.uid === uid)).length;
}

function refusalOf(message: string): string {
  return /spec[\w.[\]]*: (?:Forbidden|Invalid value|Required value|Unsupported value)/.exec(message)?.[0] ?? message;
}
