import { at, mapOf, textOf } from "@kit/kube";
import type { AddEdge } from "../edge.ts";
import type { ObjectIndex } from "../object-index.ts";
import { addCredentials } from "./credentials.ts";
import { needSecret } from "./need-secret.ts";

/** Of cert-manager: an issuer comes before the certificates that it signs, and what it signs with before the issuer. */
export function certificateEdges(index: ObjectIndex, add: AddEdge): void {
  for (const { node, data } of index.of(`${group}/Certificate`)) {
    const { name, kind = "Issuer" } = mapOf(at(data, "spec", "issuerRef"));
    const namespace = kind === "Issuer" ? node.namespace : undefined;
    const issuer = index.find(`${group}/${String(kind)}`, namespace, textOf(name) ?? "");
    if (issuer !== undefined) add(issuer.node, node, "exists", "is signed by it");
  }
  for (const issuer of [...index.of(`${group}/Issuer`), ...index.of(`${group}/ClusterIssuer`)]) {
    const { node, data } = issuer;
    const authority = textOf(at(data, "spec", "ca", "secretName"));
    if (authority !== undefined) {
      // What a ClusterIssuer names is in the namespace of cert-manager.
      const namespace = node.namespace ?? "cert-manager";
      needSecret(index, add, { after: node, namespace, name: authority, verb: "signs with" });
    }
    addCredentials(index, add, issuer);
  }
}

const group = "cert-manager.io";
