import { at, listOf, mapOf, textOf } from "@kit/kube";
import type { AddEdge } from "../edge.ts";
import type { IndexedObject, ObjectIndex } from "../object-index.ts";
import { needSecret } from "./need-secret.ts";

/**
 * What a store or an issuer signs in with comes before it, wherever in its spec that stands: each provider has fields of
 * its own.
 */
export function addCredentials(index: ObjectIndex, add: AddEdge, { node, data }: IndexedObject): void {
  visit(data["spec"], (field, reference) => {
    const name = textOf(at(reference, "name"));
    const namespace = textOf(at(reference, "namespace")) ?? node.namespace;
    if (name === undefined) return;
    if (field === "serviceAccountRef") {
      const account = index.find("/ServiceAccount", namespace, name);
      if (account !== undefined) add(account.node, node, "exists", "signs in as it");
    } else if (/secretRef$/i.test(field) && field !== "privateKeySecretRef") {
      // A private key's Secret is one that cert-manager itself writes.
      needSecret(index, add, { after: node, namespace, name, verb: "signs in with" });
    }
  });
}

function visit(value: unknown, report: (field: string, value: unknown) => void): void {
  for (const item of listOf(value)) visit(item, report);
  for (const [field, child] of Object.entries(mapOf(value))) {
    report(field, child);
    visit(child, report);
  }
}
