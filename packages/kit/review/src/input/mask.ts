import { isMap, type Loose } from "@kit/kube";
import { maskData, maskPair } from "@kit/leaks";
import { toJson } from "@kit/yaml";

const hidden = "***";
const holders = ["data", "stringData"] as const;
const copies = "kubectl.kubernetes.io/last-applied-configuration";

/** An object as others may see it: of a Secret the keys, and no value; of others what is not a secret. */
export function masked(data: Loose): Loose {
  const own = known.get(data) ?? maskData(isSecret(data) ? withValues(data, () => hidden) : data);
  known.set(data, own);
  return own;
}

/** An object of a change is asked for again by whatever the change reaches. */
const known = new WeakMap<Loose, Loose>();

/**
 * Two versions of an object without what nobody may see: values that are the same are one text in both, and values that
 * are not have two. It is done before anything compares them, so that no part of a secret is in a difference.
 */
export function maskedPair(before: Loose, after: Loose): readonly [Loose, Loose] {
  if (masked(before) === before && masked(after) === after) return [before, after];
  // What was a ConfigMap may have the values that a Secret has now.
  const hides = isSecret(before) || isSecret(after);
  const hide = (own: Loose, other: Loose, differs: string): Loose =>
    hides ? withValues(own, (value, ...path) => (sameText(value, valueIn(other, path)) ? hidden : differs)) : own;
  return maskPair(hide(before, after, `${hidden} (before)`), hide(after, before, `${hidden} (after)`));
}

function isSecret({ apiVersion, kind }: Loose): boolean {
  return kind === "Secret" && apiVersion === "v1";
}

type Replace = (value: unknown, holder: string, key: string) => unknown;

function withValues(data: Loose, replace: Replace): Loose {
  const own: Record<string, unknown> = { ...data };
  for (const holder of holders) {
    if (own[holder] !== undefined) own[holder] = replaced(own[holder], holder, replace);
  }
  const { metadata } = own;
  if (isMap(metadata) && isMap(metadata["annotations"]) && copies in metadata["annotations"]) {
    const annotations = { ...metadata["annotations"], [copies]: hidden };
    own["metadata"] = { ...metadata, annotations };
  }
  return own;
}

function replaced(values: unknown, holder: string, replace: Replace): unknown {
  if (!isMap(values)) return values === null ? null : hidden;
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, replace(value, holder, key)]));
}

function valueIn(data: Loose, [holder = "", key = ""]: readonly string[]): unknown {
  const values = data[holder];
  return isMap(values) && Object.hasOwn(values, key) ? values[key] : undefined;
}

function sameText(one: unknown, other: unknown): boolean {
  return toJson(one) === toJson(other);
}
