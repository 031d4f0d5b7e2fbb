import type { FieldOwner } from "@kit/review";
import type { ClusterObject } from "./object.ts";

/**
 * As whom objects have been applied: the API server takes fields away only from who has set them. Where nobody has, it
 * is what kubectl itself is called.
 */
export function fieldManagerOf(live: readonly ClusterObject[]): string {
  const managers = live.flatMap(({ metadata: { managedFields = [] } }) =>
    managedFields.flatMap(({ manager, operation }) =>
      operation === "Apply" && manager !== undefined ? [manager] : [],
    ),
  );
  const counts = [...Map.groupBy(managers, (name) => name)].map(([name, all]) => ({ name, count: all.length }));
  return counts.toSorted((one, other) => other.count - one.count)[0]?.name ?? "kubectl";
}

// As these, whole objects are deployed without a server-side apply.
const deployers = [
  "argocd-application-controller",
  "argocd-controller",
  "helm-controller",
  "kubectl-client-side-apply",
  "kustomize-controller",
];

/** Who else has set fields of an object: by hand, or a controller. */
export function otherOwners({ metadata: { managedFields = [] } }: ClusterObject, manager: string): FieldOwner[] {
  return managedFields.flatMap(({ manager: name, operation, subresource, fieldsV1 }) => {
    if (name === undefined || fieldsV1 === undefined || subresource === "status") return [];
    const isDeployer = (name === manager && operation === "Apply") || deployers.includes(name);
    return isDeployer ? [] : [{ manager: name, fields: fieldsV1 }];
  });
}
