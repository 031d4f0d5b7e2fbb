import { clusterKindsNewToKustomize, type DefinedKind, type GroupKind, type JsonObject } from "@kit/kube";

/**
 * What gives an environment's namespace to the objects that have none, and to the ServiceAccounts that bindings name
 * without one. A patch takes it off again from kinds in no namespace that kustomize does not know.
 *
 * @param defined The kinds that the environment's own objects define.
 */
export function namespaceTransformers(namespace: string, defined: readonly DefinedKind[]): JsonObject[] {
  return [
    {
      apiVersion: "builtin",
      kind: "NamespaceTransformer",
      metadata: { name: "namespace", namespace },
      unsetOnly: true,
      setRoleBindingSubjects: "allServiceAccounts",
    },
    withoutNamespace("cluster-scoped", clusterKindsNewToKustomize()),
    // A definition may be of any group, so groups and kinds are not mixed.
    ...byGroup(defined.filter(({ isOfCluster }) => isOfCluster)).map((kinds) =>
      withoutNamespace(`cluster-scoped.${kinds[0]!.group}`, kinds),
    ),
  ];
}

// kustomize reads the target as an anchored regular expression.
function withoutNamespace(name: string, kinds: readonly GroupKind[]): JsonObject {
  return {
    apiVersion: "builtin",
    kind: "PatchTransformer",
    metadata: { name },
    target: { group: anyOf(kinds.map(({ group }) => group)), kind: anyOf(kinds.map(({ kind }) => kind)) },
    patch: removal,
  };
}

// To remove what is not there is an error, and a newer kustomize may know the kind.
const removal = `- op: add
  path: /metadata/namespace
  value: none
- op: remove
  path: /metadata/namespace
`;

function anyOf(texts: readonly string[]): string {
  return `(${[...new Set(texts)].toSorted().join("|").replaceAll(".", "[.]")})`;
}

function byGroup(kinds: readonly GroupKind[]): GroupKind[][] {
  return [...Map.groupBy(kinds, ({ group }) => group).values()];
}
