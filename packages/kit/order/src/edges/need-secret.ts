import type { AddEdge } from "../edge.ts";
import type { OrderNode } from "../node.ts";
import type { ObjectIndex } from "../object-index.ts";

/** What one object does with a Secret. */
export interface SecretNeed {
  readonly after: OrderNode;
  readonly namespace: string | undefined;
  readonly name: string;
  /** Such as `reads`. */
  readonly verb: string;
  /** Such as `, by envFrom`. Default: nothing. */
  readonly by?: string;
  readonly optional?: boolean;
}

/** A Secret comes before what reads it; where an operator makes it, only once it is made. */
export function needSecret(index: ObjectIndex, add: AddEdge, need: SecretNeed): void {
  const { after, namespace, name, verb, by = "", optional = false } = need;
  const secret = index.find("/Secret", namespace, name);
  if (secret !== undefined) add(secret.node, after, optional ? "any" : "exists", `${verb} it${by}`);
  for (const maker of index.makersOf(namespace, name)) {
    add(maker, after, optional ? "any" : "ready", `${verb} the Secret ${name} that it makes${by}`);
  }
}
