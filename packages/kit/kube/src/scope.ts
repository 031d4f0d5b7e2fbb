import { knownKinds, findKind, groupOf, isBuiltInGroup } from "@kit/schema";
import { mapOf } from "./loose.ts";

/** A kind whatever its version: all versions of one have the same scope. */
export interface GroupKind {
  /** Such as `apps`; empty for the core group. */
  readonly group: string;
  readonly kind: string;
}

/** A kind that a CustomResourceDefinition defines. */
export interface DefinedKind extends GroupKind {
  readonly isOfCluster: boolean;
}

/**
 * Whether objects of a kind are in no namespace. A kind that nobody describes is taken to be in one: an API server
 * forgets a namespace that it does not need, and refuses an object that lacks one.
 *
 * @param defined What the objects around it define, from `definedKinds`. Default: nothing.
 */
export function isClusterScoped(apiVersion: string, kind: string, defined: readonly DefinedKind[] = []): boolean {
  return isClusterKind({ group: groupOf(apiVersion), kind }, defined);
}

/**
 * Whether an object is in a namespace. Of a kind that nobody describes, the object tells: kustomize has put one to
 * those that it does not know, too.
 *
 * @param defined As in `isClusterScoped`.
 */
export function isInNamespace(
  {
    apiVersion,
    kind,
    namespace,
  }: { readonly apiVersion: string; readonly kind: string; readonly namespace?: string | undefined },
  defined: readonly DefinedKind[] = [],
): boolean {
  if (isClusterScoped(apiVersion, kind, defined)) return false;
  const group = groupOf(apiVersion);
  const isDescribed = (one: GroupKind): boolean => one.group === group && one.kind === kind;
  return namespace !== undefined || findKind(apiVersion, kind) !== undefined || defined.some(isDescribed);
}

/** The same of a kind whatever its version. */
export function isClusterKind({ group, kind }: GroupKind, defined: readonly DefinedKind[] = []): boolean {
  const own = defined.find((one) => one.group === group && one.kind === kind);
  return own?.isOfCluster ?? clusterKinds().has(keyOf({ group, kind }));
}

/** The kinds that the CustomResourceDefinitions among some objects define. */
export function definedKinds(objects: readonly unknown[]): DefinedKind[] {
  return objects.flatMap((object): DefinedKind[] => {
    const { apiVersion, kind, spec } = mapOf(object);
    if (kind !== "CustomResourceDefinition" || typeof apiVersion !== "string") return [];
    if (groupOf(apiVersion) !== "apiextensions.k8s.io") return [];
    const { group, scope, names } = mapOf(spec);
    const defined = mapOf(names)["kind"];
    if (typeof group !== "string" || typeof defined !== "string") return [];
    return [{ group, kind: defined, isOfCluster: scope === "Cluster" }];
  });
}

/**
 * The kinds in no namespace to which kustomize gives one, which knows the kinds of Kubernetes 1.21: what the API server
 * has since, and what definitions add that many clusters have.
 */
export function clusterKindsNewToKustomize(): GroupKind[] {
  return [...clusterKinds().values()].filter(
    ({ group, kind }) => !isBuiltInGroup(group) || newToKustomize.has(`${group}/${kind}`),
  );
}

// A test gives each kind that is in no namespace to every kustomize that we support.
const newToKustomize = new Set([
  "admissionregistration.k8s.io/MutatingAdmissionPolicy",
  "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
  "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
  "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
  "flowcontrol.apiserver.k8s.io/FlowSchema",
  "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
  "networking.k8s.io/IPAddress",
  "networking.k8s.io/ServiceCIDR",
  "resource.k8s.io/DeviceClass",
  "resource.k8s.io/ResourceSlice",
  "storage.k8s.io/VolumeAttributesClass",
]);

// Of definitions that are not pinned; each project's own says `scope: Cluster`.
const wellKnown: readonly GroupKind[] = [
  { group: "cert-manager.io", kind: "ClusterIssuer" },
  { group: "gateway.networking.k8s.io", kind: "GatewayClass" },
  { group: "keda.sh", kind: "ClusterTriggerAuthentication" },
  { group: "kyverno.io", kind: "ClusterPolicy" },
  { group: "snapshot.storage.k8s.io", kind: "VolumeSnapshotClass" },
];

let known: ReadonlyMap<string, GroupKind> | undefined;

function clusterKinds(): ReadonlyMap<string, GroupKind> {
  return (known ??= new Map([...describedClusterKinds(), ...wellKnown].map((one) => [keyOf(one), one])));
}

function describedClusterKinds(): GroupKind[] {
  return knownKinds()
    .filter(({ namespaced }) => !namespaced)
    .map(({ apiVersion, kind }) => ({ group: groupOf(apiVersion), kind }));
}

function keyOf({ group, kind }: GroupKind): string {
  return `${group}/${kind}`;
}
