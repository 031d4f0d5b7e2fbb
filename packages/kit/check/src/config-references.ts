import type { Path } from "@kit/schema";
import type { PodView } from "./view/index.ts";

/** A place where a pod reads a ConfigMap or a Secret. */
export interface ConfigReference {
  readonly kind: "ConfigMap" | "Secret";
  readonly name: string;
  /** Undefined where it reads all keys. */
  readonly key: string | undefined;
  /** Where the name stands. */
  readonly namePath: Path;
  /** Where the key stands, or the name where none is named. */
  readonly path: Path;
  /** It may be missing. */
  readonly optional: boolean;
  /** The environment variable that gets the value of the key. */
  readonly variable?: string | undefined;
  /** All keys become variables, with this before their names. */
  readonly prefix?: string;
  /** What reads it: `the variable DATABASE_URL`, `envFrom`, `the volume config`. */
  readonly by: string;
}

/** Every place where a pod's containers and volumes read a ConfigMap or a Secret, in the order of the pod's fields. */
export function configReferences(pod: PodView): readonly ConfigReference[] {
  const found = known.get(pod) ?? [...pod.containers.flatMap((container) => ofContainer(container)), ...ofVolumes(pod)];
  known.set(pod, found);
  return found;
}

/** Many checks ask for those of one pod. */
const known = new WeakMap<PodView, readonly ConfigReference[]>();

interface Selected {
  readonly name?: string | undefined;
  readonly key?: string | undefined;
  readonly optional?: boolean | undefined;
}

function ofContainer({ container: { env = [], envFrom = [] }, path }: PodView["containers"][number]) {
  const references: ConfigReference[] = [];
  env.forEach(({ name: variable, valueFrom = {} }, index) => {
    for (const [field, kind] of [
      ["configMapKeyRef", "ConfigMap"],
      ["secretKeyRef", "Secret"],
    ] as const) {
      const { name, key, optional = false }: Selected = valueFrom[field] ?? {};
      if (name === undefined || name === "" || key === undefined) continue;
      const place = [...path, "env", index, "valueFrom", field];
      const paths = { namePath: [...place, "name"], path: [...place, "key"] };
      references.push({ kind, name, key, optional, ...paths, variable, by: `the variable ${variable}` });
    }
  });
  envFrom.forEach((source, index) => {
    for (const [field, kind] of [
      ["configMapRef", "ConfigMap"],
      ["secretRef", "Secret"],
    ] as const) {
      const { name, optional = false }: Selected = source[field] ?? {};
      if (name === undefined || name === "") continue;
      const place = [...path, "envFrom", index, field, "name"];
      const paths = { namePath: place, path: place };
      references.push({ kind, name, key: undefined, optional, ...paths, prefix: source.prefix ?? "", by: "envFrom" });
    }
  });
  return references;
}

interface Items {
  readonly key?: string | undefined;
}

function ofVolumes({ spec: { volumes = [] }, path }: PodView): ConfigReference[] {
  return volumes.flatMap((volume, index) => {
    const { name: volumeName, configMap, secret, projected } = volume;
    const at = [...path, "volumes", index];
    const by = `the volume ${volumeName}`;
    return [
      ...ofSource("ConfigMap", configMap?.name, "name", configMap, [...at, "configMap"], by),
      ...ofSource("Secret", secret?.secretName, "secretName", secret, [...at, "secret"], by),
      ...(projected?.sources ?? []).flatMap((source, position) => {
        const place = [...at, "projected", "sources", position];
        return [
          ...ofSource("ConfigMap", source.configMap?.name, "name", source.configMap, [...place, "configMap"], by),
          ...ofSource("Secret", source.secret?.name, "name", source.secret, [...place, "secret"], by),
        ];
      }),
    ];
  });
}

function ofSource(
  kind: ConfigReference["kind"],
  name: string | undefined,
  field: string,
  source: { readonly items?: readonly Items[] | undefined; readonly optional?: boolean | undefined } | undefined,
  path: Path,
  by: string,
): ConfigReference[] {
  if (name === undefined || name === "") return [];
  const { items = [], optional = false } = source ?? {};
  const namePath = [...path, field];
  const whole = { kind, name, optional, by, namePath };
  if (items.length === 0) return [{ ...whole, key: undefined, path: namePath }];
  return items.flatMap(({ key }, index) =>
    key === undefined ? [] : [{ ...whole, key, path: [...path, "items", index, "key"] }],
  );
}
