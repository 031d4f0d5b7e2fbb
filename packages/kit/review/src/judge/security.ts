import { at, type Loose } from "@kit/kube";
import { toJson } from "@kit/yaml";
import { dataAt, listAt, scalarText } from "../data.ts";
import { newContainers, podPath, podSpecOf, sameContainers } from "./pods.ts";

/** A place where a pod may do more than before. */
export interface Weakened {
  readonly path: string;
  readonly reason: string;
}

interface Setting {
  /** Below the pod's spec, or below the container. */
  readonly field: readonly string[];
  /** How much a value lets a pod do; more is weaker. Undefined is what the API fills in. */
  readonly laxity: (value: unknown) => number;
}

const isTrue = (value: unknown): number => (value === true ? 1 : 0);
const isNotTrue = (value: unknown): number => (value === true ? 0 : 1);
const isNotFalse = (value: unknown): number => (value === false ? 0 : 1);
const profile = (value: unknown): number => (value === "Unconfined" ? 2 : value === undefined ? 1 : 0);
// Whoever the image says may be root.
const user = (value: unknown): number => (typeof value === "number" ? (value > 0 ? 0 : 2) : 1);

const ofBoth: readonly Setting[] = [
  { field: ["securityContext", "runAsNonRoot"], laxity: isNotTrue },
  { field: ["securityContext", "runAsUser"], laxity: user },
  { field: ["securityContext", "runAsGroup"], laxity: user },
  { field: ["securityContext", "seccompProfile", "type"], laxity: profile },
  { field: ["securityContext", "appArmorProfile", "type"], laxity: (value) => (value === "Unconfined" ? 1 : 0) },
];

const ofPods: readonly Setting[] = [
  ...ofBoth,
  { field: ["hostNetwork"], laxity: isTrue },
  { field: ["hostPID"], laxity: isTrue },
  { field: ["hostIPC"], laxity: isTrue },
  { field: ["hostUsers"], laxity: isNotFalse },
  { field: ["shareProcessNamespace"], laxity: isTrue },
  { field: ["automountServiceAccountToken"], laxity: isNotFalse },
];

const ofContainers: readonly Setting[] = [
  ...ofBoth,
  { field: ["securityContext", "privileged"], laxity: isTrue },
  { field: ["securityContext", "allowPrivilegeEscalation"], laxity: isNotFalse },
  { field: ["securityContext", "readOnlyRootFilesystem"], laxity: isNotTrue },
  { field: ["securityContext", "procMount"], laxity: (value) => (value === "Unmasked" ? 1 : 0) },
];

/** @param before Undefined of a pod that is new: it is compared with one of which nothing is set. */
export function weakenedPod(before: Loose | undefined, after: Loose): Weakened[] {
  const [own, other] = [podSpecOf(before), podSpecOf(after)];
  return [
    ...weakened(ofPods, own, other, podPath(after), "the pod"),
    ...hostPaths(podPath(after, "volumes"), own, other),
  ];
}

/** Those that both have, and the new ones, which are compared with one of which nothing is set. */
export function weakenedContainers(before: Loose | undefined, after: Loose): Weakened[] {
  const [pod, podNow] = [podSpecOf(before), podSpecOf(after)];
  const isNew = before === undefined;
  const all = [
    ...sameContainers(before, after),
    ...newContainers(before, after).map((one) => ({ ...one, before: {}, after: one.data })),
  ];
  return all.flatMap(({ path, name, before: own, after: other }) => [
    ...weakened(ofContainers, inherited(own, isNew ? podNow : pod), inherited(other, podNow), path, name).filter(
      // What the pod says is said once.
      ({ path: place }) => isOwn(place, path, own, other),
    ),
    ...capabilities(path, name, own, other),
    ...hostPorts(path, name, own, other),
    ...writableMounts(path, name, own, other, hostVolumes(podNow)),
  ]);
}

/** Volumes that are files of the node itself. */
function hostVolumes(pod: Loose): ReadonlySet<unknown> {
  return new Set(listAt(pod, "volumes").flatMap((one) => (at(one, "hostPath") === undefined ? [] : [at(one, "name")])));
}

/** Mounts of the node's files that a container may write to, and might not before. */
function writableMounts(
  path: string,
  who: string,
  own: Loose,
  other: Loose,
  volumes: ReadonlySet<unknown>,
): Weakened[] {
  const before = listAt(own, "volumeMounts");
  return listAt(other, "volumeMounts").flatMap((mount) => {
    const [name, place] = [at(mount, "name"), scalarText(at(mount, "mountPath"))];
    const known = before.find((one) => at(one, "mountPath") === at(mount, "mountPath") && at(one, "name") === name);
    if (!volumes.has(name) || known === undefined) return [];
    if (at(known, "readOnly") !== true || at(mount, "readOnly") === true) return [];
    return [
      {
        path: `${path}.volumeMounts[mountPath=${place}].readOnly`,
        reason: `${who} may write to the node's files at ${place}, which it might only read`,
      },
    ];
  });
}

const levels = ["restricted", "baseline", "privileged"];

/** Pod Security admission. Without a label everything is admitted. */
export function weakenedNamespace(kind: string, before: Loose, after: Loose): Weakened[] {
  if (kind !== "Namespace") return [];
  const label = "pod-security.kubernetes.io/enforce";
  const level = (side: Loose): number => {
    const place = levels.indexOf(String(at(side, "metadata", "labels", label)));
    return place === -1 ? levels.length : place;
  };
  if (level(after) <= level(before)) return [];
  const now = levels[level(after)] ?? "nothing";
  return [
    {
      path: `metadata.labels["${label}"]`,
      reason: `Pod Security enforced ${levels[level(before)]}, and enforces ${now}`,
    },
  ];
}

function weakened(settings: readonly Setting[], before: Loose, after: Loose, path: string, who: string): Weakened[] {
  return settings.flatMap(({ field, laxity }) => {
    const [own, other] = [at(before, ...field), at(after, ...field)];
    if (laxity(other) <= laxity(own)) return [];
    return [
      {
        path: [path, ...field].join("."),
        reason: `${field.at(-1)!.replace("type", field.at(-2) ?? "")} of ${who} was ${said(own)}, and is ${said(other)}`,
      },
    ];
  });
}

/** A container's settings, with the pod's where it has none of its own. */
function inherited(container: Loose, pod: Loose): Loose {
  return {
    ...container,
    securityContext: { ...dataAt(pod, "securityContext"), ...dataAt(container, "securityContext") },
  };
}

function isOwn(place: string, path: string, own: Loose, other: Loose): boolean {
  const field = place.slice(path.length + 1).split(".");
  return toJson(at(own, ...field)) !== toJson(at(other, ...field));
}

function capabilities(path: string, name: string, before: Loose, after: Loose): Weakened[] {
  const added = capabilitiesIn(after, "add").filter((one) => !capabilitiesIn(before, "add").includes(one));
  const kept = capabilitiesIn(before, "drop").filter(
    (one) => !capabilitiesIn(after, "drop").includes(one) && !capabilitiesIn(after, "drop").includes("ALL"),
  );
  const place = `${path}.securityContext.capabilities`;
  return [
    ...added.map((one) => ({ path: `${place}.add`, reason: `${name} gets the capability ${one}` })),
    ...kept.map((one) => ({ path: `${place}.drop`, reason: `${name} does not drop the capability ${one} any more` })),
  ];
}

function hostPorts(path: string, name: string, before: Loose, after: Loose): Weakened[] {
  const known = hostPortsIn(before);
  return hostPortsIn(after)
    .filter((port) => !known.includes(port))
    .map((port) => ({ path: `${path}.ports`, reason: `${name} gets the port ${port} of its node` }));
}

function hostPaths(volumes: string, before: Loose, after: Loose): Weakened[] {
  const known = hostPathsIn(before);
  return hostPathsIn(after)
    .filter((path) => !known.includes(path))
    .map((path) => ({ path: volumes, reason: `the pod gets ${path} of its node` }));
}

function said(value: unknown): string {
  return value === undefined ? "not set" : scalarText(value);
}

function capabilitiesIn(container: Loose, list: "add" | "drop"): string[] {
  return listAt(container, "securityContext", "capabilities", list).map(String);
}

function hostPathsIn(pod: Loose): string[] {
  return listAt(pod, "volumes").flatMap((one) => {
    const path = at(one, "hostPath", "path");
    return typeof path === "string" ? [path] : [];
  });
}

function hostPortsIn(container: Loose): number[] {
  return listAt(container, "ports").flatMap((one) => {
    const port = at(one, "hostPort");
    return typeof port === "number" && port > 0 ? [port] : [];
  });
}
