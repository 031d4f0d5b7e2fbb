import { podReferences, type PodReference } from "@kit/kube";
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
  const found = known.get(pod) ?? podReferences(pod.spec, pod.path).flatMap(configReference);
  known.set(pod, found);
  return found;
}

/** Many checks ask for those of one pod. */
const known = new WeakMap<PodView, readonly ConfigReference[]>();

function configReference({ kind, by, ...reference }: PodReference): ConfigReference[] {
  if ((kind !== "ConfigMap" && kind !== "Secret") || by.type === "pod") return [];
  const { name, key, namePath, path, optional } = reference;
  const place = { kind, name, key, namePath, path, optional };
  if (by.type === "variable") return [{ ...place, variable: by.name, by: `the variable ${by.name}` }];
  if (by.type === "envFrom") return [{ ...place, prefix: by.prefix, by: "envFrom" }];
  return [{ ...place, by: `the volume ${by.name}` }];
}
