import { groupOf, identityKey, isMap, type Identity, type JsonObject } from "@kit/kube";
import type { ExpectedObject } from "@kit/emit";
import type { Declared } from "./declared/declared.ts";
import { hasAffixes } from "./declared/names.ts";
import type { Subject } from "./declared/claim.ts";

/** A document that kustomize rendered. */
export interface RenderedObject extends Identity {
  readonly data: JsonObject;
}

/** Which rendered object each expected one has become. */
export interface Matched {
  readonly pairs: readonly {
    readonly expected: ExpectedObject;
    readonly rendered: RenderedObject;
    readonly subject: Subject;
  }[];
  /** What the overlay brings, with the name that it has there. */
  readonly own: readonly { readonly name: string; readonly rendered: RenderedObject }[];
  readonly missing: readonly ExpectedObject[];
  /** Rendered, and neither expected nor brought by the overlay. */
  readonly extra: readonly RenderedObject[];
}

/**
 * Finds each expected object among what is rendered: by its identity, or else by a name that the overlay's prefixes and
 * suffixes give it, or that one of its patches may have changed.
 */
export function matchObjects(
  expected: readonly ExpectedObject[],
  rendered: readonly RenderedObject[],
  declared: Declared,
  identify: (one: ExpectedObject) => Identity = expectedIdentity,
): Matched {
  const left = new Set(rendered);
  const byKey = Map.groupBy(rendered, identityKey);
  const pairs: Matched["pairs"][number][] = [];
  const take = (one: ExpectedObject, other: RenderedObject | undefined): boolean => {
    if (other === undefined) return false;
    left.delete(other);
    pairs.push({ expected: one, rendered: other, subject: subjectOf(identify(one), other) });
    return true;
  };
  const renamed = expected.filter((one) => {
    // Two versions of one object may both be rendered.
    const same = byKey.get(identityKey(identify(one))) ?? [];
    return !take(one, same.find(({ apiVersion }) => apiVersion === one.apiVersion) ?? same[0]);
  });
  const missing = renamed.filter((one) => {
    const identity = identify(one);
    return !take(
      one,
      [...left].find((candidate) => isRenamed(identity, candidate, declared)),
    );
  });
  const own: Matched["own"][number][] = [];
  const extra = [...left].filter((one) => {
    const found = declared.own.find(({ kind, name, generated }) => {
      return kind === one.kind && hasAffixes(one.name, name, declared, generated);
    });
    if (found !== undefined) own.push({ name: found.name, rendered: one });
    return found === undefined;
  });
  return { pairs, own, missing, extra };
}

/** With the namespace that it ends in. */
export function expectedIdentity({ apiVersion, kind, name, data }: ExpectedObject): Identity {
  const { metadata } = data;
  const namespace = isMap(metadata) ? metadata["namespace"] : undefined;
  return { apiVersion, kind, name, namespace: typeof namespace === "string" ? namespace : undefined };
}

/** An object with every name that it may have had on its way, as prefixes and suffixes were put to it. */
export function subjectOf(wanted: Identity, rendered: Identity): Subject {
  const at = rendered.name.indexOf(wanted.name);
  const names = new Set([wanted.name, rendered.name]);
  for (let start = 0; start <= at; start++) {
    for (let end = at + wanted.name.length; end <= rendered.name.length; end++)
      names.add(rendered.name.slice(start, end));
  }
  return { wanted, rendered, names: [...names] };
}

function isRenamed(wanted: Identity, rendered: Identity, declared: Declared): boolean {
  if (rendered.kind !== wanted.kind || groupOf(rendered.apiVersion) !== groupOf(wanted.apiVersion)) return false;
  if ((rendered.namespace ?? "") !== (wanted.namespace ?? "")) return false;
  return hasAffixes(rendered.name, wanted.name, declared, isGenerated(wanted, declared));
}

function isGenerated({ kind, name }: Identity, { own }: Declared): boolean {
  return own.some((one) => one.generated && one.kind === kind && one.name === name);
}
