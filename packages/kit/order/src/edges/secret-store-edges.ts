import { at, listOf, mapOf, textOf } from "@kit/kube";
import type { AddEdge } from "../edge.ts";
import type { OrderNode } from "../node.ts";
import type { ObjectIndex } from "../object-index.ts";
import { addCredentials } from "./credentials.ts";

/** Of External Secrets Operator: a store comes before what is read from it, and its own credentials before the store. */
export function secretStoreEdges(index: ObjectIndex, add: AddEdge): void {
  for (const { node, data } of index.of(`${group}/ExternalSecret`)) {
    const spec = at(data, "spec");
    const sources = [...listOf(at(spec, "data")), ...listOf(at(spec, "dataFrom"))].map((one) => at(one, "sourceRef"));
    const stores = [at(spec, "secretStoreRef"), ...sources.map((source) => at(source, "storeRef"))];
    for (const store of stores) addStore(index, add, node, store);
    for (const source of sources) addGenerator(index, add, node, at(source, "generatorRef"));
  }
  for (const store of [...index.of(`${group}/SecretStore`), ...index.of(`${group}/ClusterSecretStore`)]) {
    addCredentials(index, add, store);
  }
}

const group = "external-secrets.io";

function addStore(index: ObjectIndex, add: AddEdge, node: OrderNode, reference: unknown): void {
  const { name, kind = "SecretStore" } = mapOf(reference);
  const namespace = kind === "SecretStore" ? node.namespace : undefined;
  const store = index.find(`${group}/${String(kind)}`, namespace, textOf(name) ?? "");
  if (store !== undefined) add(store.node, node, "exists", "reads from it");
}

function addGenerator(index: ObjectIndex, add: AddEdge, node: OrderNode, reference: unknown): void {
  const { name, kind } = mapOf(reference);
  const generator = index.find(`generators.external-secrets.io/${String(kind)}`, node.namespace, textOf(name) ?? "");
  if (generator !== undefined) add(generator.node, node, "exists", "takes values from it");
}
