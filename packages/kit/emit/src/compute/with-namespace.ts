import { isClusterScoped, isList, isMap } from "@kit/kube";
import type { Json, JsonObject } from "@kit/kube";

const rbac = /^rbac\.authorization\.k8s\.io\//;

/**
 * An object as the component's NamespaceTransformer leaves it: with the namespace where it has none and is in one, and the
 * ServiceAccounts without one that a binding names with it.
 */
export function withNamespace(data: JsonObject, namespace: string): JsonObject {
  const [apiVersion, kind] = [String(data["apiVersion"]), String(data["kind"])];
  const placed = isClusterScoped(apiVersion, kind) ? data : inNamespace(data, namespace);
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
