import { at, listOf, mapOf, podTemplatesOf, textOf, type Loose } from "@kit/kube";

/** The pods that an object makes, or is. */
export interface Pod {
  readonly spec: Loose;
  readonly labels: Loose;
}

/** A custom resource may make pods of several kinds. */
export function podsOf(object: unknown): Pod[] {
  return podTemplatesOf(object).flatMap(({ template: { metadata, spec } }) =>
    listOf(at(spec, "containers")).length === 0 ? [] : [{ spec: mapOf(spec), labels: mapOf(at(metadata, "labels")) }],
  );
}

/** Something that a pod names. */
export interface PodReference {
  readonly kind: ReferencedKind;
  readonly name: string;
  /** What the pod does with it: `reads`, `mounts`. */
  readonly verb: string;
  /** By which of its parts: `envFrom`, `the variable LOG_LEVEL`. */
  readonly by?: string;
  readonly optional?: boolean;
}

type ReferencedKind =
  | "ConfigMap"
  | "Secret"
  | "PersistentVolumeClaim"
  | "ServiceAccount"
  | "PriorityClass"
  | "RuntimeClass"
  | "StorageClass";

/** Everything that a pod names, in the order of its fields. */
export function podReferences({ spec }: Pod): PodReference[] {
  const containers = ["initContainers", "containers", "ephemeralContainers"].flatMap((field) => listOf(spec[field]));
  return [
    ...containers.flatMap(ofContainer),
    ...listOf(spec["volumes"]).flatMap(ofVolume),
    ...listOf(spec["imagePullSecrets"]).flatMap((one) => named("Secret", at(one, "name"), "pulls images with")),
    ...named("ServiceAccount", spec["serviceAccountName"] ?? spec["serviceAccount"], "runs as"),
    ...named("PriorityClass", spec["priorityClassName"], "has the priority of"),
    ...named("RuntimeClass", spec["runtimeClassName"], "runs by"),
  ];
}

function ofContainer(container: unknown): PodReference[] {
  return [
    ...listOf(at(container, "env")).flatMap((variable) => {
      const { name, valueFrom } = mapOf(variable);
      const by = textOf(name) ?? "a variable";
      const { configMapKeyRef, secretKeyRef } = mapOf(valueFrom);
      return [...read("ConfigMap", configMapKeyRef, by), ...read("Secret", secretKeyRef, by)];
    }),
    ...listOf(at(container, "envFrom")).flatMap((source) => {
      const { configMapRef, secretRef } = mapOf(source);
      return [...read("ConfigMap", configMapRef, "envFrom"), ...read("Secret", secretRef, "envFrom")];
    }),
  ];
}

function ofVolume(volume: unknown): PodReference[] {
  const { name, configMap, secret, projected, persistentVolumeClaim, csi, azureFile, ephemeral } = mapOf(volume);
  const by = `the volume ${textOf(name) ?? ""}`;
  const claim = at(ephemeral, "volumeClaimTemplate", "spec", "storageClassName");
  return [
    ...read("ConfigMap", configMap, by),
    ...read("Secret", secret, by, "secretName"),
    ...listOf(at(projected, "sources")).flatMap((source) => [
      ...read("ConfigMap", at(source, "configMap"), by),
      ...read("Secret", at(source, "secret"), by),
    ]),
    ...named("PersistentVolumeClaim", at(persistentVolumeClaim, "claimName"), "mounts", by),
    ...named("Secret", at(csi, "nodePublishSecretRef", "name"), "mounts with", by),
    ...named("Secret", at(azureFile, "secretName"), "mounts with", by),
    ...named("StorageClass", claim, "claims a volume of", by),
  ];
}

function read(kind: ReferencedKind, source: unknown, by: string, field = "name"): PodReference[] {
  const optional = at(source, "optional") === true;
  return named(kind, at(source, field), "reads", by).map((one) => ({ ...one, optional }));
}

function named(kind: ReferencedKind, name: unknown, verb: string, by?: string): PodReference[] {
  const known = textOf(name);
  return known === undefined ? [] : [{ kind, name: known, verb, ...(by === undefined ? {} : { by }) }];
}
