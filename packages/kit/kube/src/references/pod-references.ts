import type { Path } from "@kit/schema";
import { at, listOf, mapOf, textOf, type Loose } from "../loose.ts";
import type { Reference } from "./reference.ts";

/** Something that a pod names. */
export interface PodReference extends Reference {
  readonly group: string;
  readonly kind: keyof typeof groups;
  readonly by: PodReader;
}

/** The part of a pod that names it. */
export type PodReader =
  | { readonly type: "variable"; readonly name: string }
  /** All keys become variables, with the prefix before their names. */
  | { readonly type: "envFrom"; readonly prefix: string }
  /** A volume that is what is named, or has files of it. */
  | { readonly type: "volume"; readonly name: string }
  /** A volume whose driver signs in with it. */
  | { readonly type: "driver"; readonly name: string }
  /** A field of the pod itself. */
  | { readonly type: "pod" };

const groups = {
  ConfigMap: "",
  PersistentVolumeClaim: "",
  PriorityClass: "scheduling.k8s.io",
  ResourceClaim: "resource.k8s.io",
  ResourceClaimTemplate: "resource.k8s.io",
  RuntimeClass: "node.k8s.io",
  Secret: "",
  ServiceAccount: "",
  StorageClass: "storage.k8s.io",
} as const;

/**
 * Everything that a pod names, in the order of its fields: init containers first, volumes after containers.
 *
 * Secrets and ConfigMaps are those of `VisitPodSecretNames` and `VisitPodConfigmapNames` of k8s.io/kubernetes/pkg/api/v1/pod.
 *
 * @param spec A pod's spec.
 * @param path Where the spec is in its object. Default: the paths begin at the spec.
 */
export function podReferences(spec: unknown, path: Path = []): PodReference[] {
  const pod = mapOf(spec);
  const itself = { type: "pod" } as const;
  const account = accountField(pod);
  return [
    ...["initContainers", "containers", "ephemeralContainers"].flatMap((list) =>
      listOf(pod[list]).flatMap((container, index) => ofContainer(container, [...path, list, index])),
    ),
    ...listOf(pod["volumes"]).flatMap((volume, index) => ofVolume(mapOf(volume), [...path, "volumes", index])),
    ...listOf(pod["imagePullSecrets"]).flatMap((one, index) =>
      named("Secret", at(one, "name"), [...path, "imagePullSecrets", index, "name"], itself),
    ),
    ...named("ServiceAccount", pod[account], [...path, account], itself),
    ...named("PriorityClass", pod["priorityClassName"], [...path, "priorityClassName"], itself),
    ...named("RuntimeClass", pod["runtimeClassName"], [...path, "runtimeClassName"], itself),
    ...listOf(pod["resourceClaims"]).flatMap((one, index) => {
      const claim = [...path, "resourceClaims", index];
      return [
        ...named("ResourceClaim", at(one, "resourceClaimName"), [...claim, "resourceClaimName"], itself),
        ...named(
          "ResourceClaimTemplate",
          at(one, "resourceClaimTemplateName"),
          [...claim, "resourceClaimTemplateName"],
          itself,
        ),
      ];
    }),
  ];
}

/** The ServiceAccount that a pod runs as: `serviceAccount` is the old name of the field, and the new one wins. */
export function accountOf(spec: unknown): string {
  const pod = mapOf(spec);
  return textOf(pod[accountField(pod)]) ?? "default";
}

function accountField(pod: Loose): string {
  return textOf(pod["serviceAccountName"]) === undefined ? "serviceAccount" : "serviceAccountName";
}

function ofContainer(container: unknown, path: Path): PodReference[] {
  const { env, envFrom } = mapOf(container);
  return [
    ...listOf(env).flatMap((variable, index) => {
      const { name, valueFrom } = mapOf(variable);
      const by = { type: "variable", name: textOf(name) ?? "" } as const;
      const place = [...path, "env", index, "valueFrom"];
      return [
        ...ofKey("ConfigMap", at(valueFrom, "configMapKeyRef"), [...place, "configMapKeyRef"], by),
        ...ofKey("Secret", at(valueFrom, "secretKeyRef"), [...place, "secretKeyRef"], by),
      ];
    }),
    ...listOf(envFrom).flatMap((source, index) => {
      const by = { type: "envFrom", prefix: textOf(at(source, "prefix")) ?? "" } as const;
      const place = [...path, "envFrom", index];
      return [
        ...ofAll("ConfigMap", at(source, "configMapRef"), "name", [...place, "configMapRef"], by),
        ...ofAll("Secret", at(source, "secretRef"), "name", [...place, "secretRef"], by),
      ];
    }),
  ];
}

function ofVolume(volume: Loose, path: Path): PodReference[] {
  const name = textOf(volume["name"]) ?? "";
  const by = { type: "volume", name } as const;
  const driver = { type: "driver", name } as const;
  const claim = ["persistentVolumeClaim", "claimName"];
  const storage = ["ephemeral", "volumeClaimTemplate", "spec", "storageClassName"];
  return [
    ...ofFiles("ConfigMap", volume["configMap"], "name", [...path, "configMap"], by),
    ...ofFiles("Secret", volume["secret"], "secretName", [...path, "secret"], by),
    ...listOf(at(volume, "projected", "sources")).flatMap((source, index) => {
      const place = [...path, "projected", "sources", index];
      return [
        ...ofFiles("ConfigMap", at(source, "configMap"), "name", [...place, "configMap"], by),
        ...ofFiles("Secret", at(source, "secret"), "name", [...place, "secret"], by),
      ];
    }),
    ...named("PersistentVolumeClaim", at(volume, ...claim), [...path, ...claim], by),
    ...credentials.flatMap((field) => named("Secret", at(volume, ...field), [...path, ...field], driver)),
    ...named("StorageClass", at(volume, ...storage), [...path, ...storage], by),
  ];
}

/** What the drivers of volumes sign in with. */
const credentials: readonly (readonly string[])[] = [
  ["azureFile", "secretName"],
  ["csi", "nodePublishSecretRef", "name"],
  ...["cephfs", "cinder", "flexVolume", "iscsi", "rbd", "scaleIO", "storageos"].map((type) => [
    type,
    "secretRef",
    "name",
  ]),
];

type Kind = PodReference["kind"];

/** A key of it; the API refuses one that is not named. */
function ofKey(kind: Kind, source: unknown, path: Path, by: PodReader): PodReference[] {
  const key = textOf(at(source, "key"));
  return key === undefined
    ? []
    : ofAll(kind, source, "name", path, by).map((one) => ({ ...one, key, path: [...path, "key"] }));
}

/** The keys that become files; all where none is named. */
function ofFiles(kind: Kind, source: unknown, field: string, path: Path, by: PodReader): PodReference[] {
  const whole = ofAll(kind, source, field, path, by);
  const items = listOf(at(source, "items"));
  if (items.length === 0) return whole;
  return items.flatMap((item, index) => {
    const key = textOf(at(item, "key"));
    return key === undefined ? [] : whole.map((one) => ({ ...one, key, path: [...path, "items", index, "key"] }));
  });
}

function ofAll(kind: Kind, source: unknown, field: string, path: Path, by: PodReader): PodReference[] {
  return named(kind, at(source, field), [...path, field], by, at(source, "optional") === true);
}

function named(kind: Kind, written: unknown, path: Path, by: PodReader, optional = false): PodReference[] {
  const name = textOf(written);
  if (name === undefined) return [];
  return [
    { group: groups[kind], kind, name, namespace: undefined, key: undefined, optional, namePath: path, path, by },
  ];
}
