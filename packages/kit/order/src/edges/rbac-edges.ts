import { accountOf } from "@kit/kube";
import type { AddEdge } from "../edge.ts";
import type { IndexedObject, ObjectIndex } from "../object-index.ts";
import { namedObjects, ownReferences, typeOf } from "./named-objects.ts";

/** A role and the accounts come before what binds them, and that before the pods which run with its rights. */
export function rbacEdges(index: ObjectIndex, add: AddEdge): void {
  const bindings = ["RoleBinding", "ClusterRoleBinding"].flatMap((kind) => index.of(`${rbac}/${kind}`));
  if (bindings.length === 0) return;
  const accounts = index.workloads.flatMap(({ node, pods }) =>
    pods.map(({ spec }) => ({
      node,
      key: accountKey(node.namespace, accountOf(spec)),
    })),
  );
  const runAs = Map.groupBy(accounts, ({ key }) => key);
  for (const binding of bindings) {
    for (const role of ["Role", "ClusterRole"].flatMap((kind) => namedObjects(index, binding, `${rbac}/${kind}`))) {
      add(role.node, binding.node, "exists", "binds it");
    }
    for (const { namespace, name: account } of accountsOf(binding, index)) {
      const known = index.find("/ServiceAccount", namespace, account);
      if (known !== undefined) add(known.node, binding.node, "exists", "gives rights to it");
      for (const { node } of runAs.get(accountKey(namespace, account)) ?? []) {
        add(binding.node, node, "exists", `runs as ${account}, to which it gives rights`);
      }
    }
  }
}

const rbac = "rbac.authorization.k8s.io";

function accountsOf(
  binding: IndexedObject,
  { unplaced }: ObjectIndex,
): { readonly namespace: string; readonly name: string }[] {
  return ownReferences(binding)
    .filter((reference) => typeOf(reference) === "/ServiceAccount")
    .map(({ name, namespace = binding.node.namespace ?? unplaced }) => ({ namespace, name }));
}

function accountKey(namespace: string | undefined, name: string): string {
  return `${namespace ?? ""}/${name}`;
}
