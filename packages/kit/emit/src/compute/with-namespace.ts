import { isClusterScoped, isList, isMap, typeMetaOf } from "@kit/kube";
import type { DefinedKind, Json, JsonObject } from "@kit/kube";

const rbac = /^rbac\.authorization\.k8s\.io\//;

/**
 * An object as the component's NamespaceTransformer leaves it: with the namespace where it has none and is in one, and the
 * ServiceAccounts without one that a binding names with it.
 *
 * @param defined The kinds that objects of the environment define.
 */
export function withNamespace(data: JsonObject, namespace: string, defined: readonly DefinedKind[] = []): JsonObject {
  const { apiVersion, kind } = typeMetaOf(data);
  const placed = isClusterScoped(apiVersion, kind, defined) ? data : inNamespace(data, namespace);
  const isBinding = rbac.test(apiVersion) && (kind === "RoleBinding" || kind === "ClusterRoleBinding");
  const subjects = placed["subjects"];
  if (!isBinding || !isList(subjects)) return placed;
  return { ...placed, subjects: subjects.map((subject) => withAccountNamespace(subject, namespace)) };
}

function inNamespace(data: JsonObject, namespace: string): JsonObject {
  const metadata = data["metadata"];
  const { name, ...rest } = isMap(metadata) ? metadata : {};
  if (rest["namespace"] !== undefined) return data;
  return { ...data, metadata: { ...(name === undefined ? {} : { name }), namespace, ...rest } };
}

function withAccountNamespace(subject: Json, namespace: string): Json {
  if (!isMap(subject) || subject["kind"] !== "ServiceAccount" || subject["namespace"] !== undefined) return subject;
  return { ...subject, namespace };
}
