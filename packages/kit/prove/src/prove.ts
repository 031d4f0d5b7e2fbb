import type { ExpectedObject } from "@kit/emit";
import type { Problem } from "@kit/errors";
import { groupOf, type Identity } from "@kit/kube";
import type { Claim, Subject } from "./declared/claim.ts";
import type { Declared } from "./declared/declared.ts";
import { hasAffixes } from "./declared/names.ts";
import { readLayers } from "./declared/read-layers.ts";
import { differences, type ValueDifference, type Explains } from "./differences.ts";
import { equal } from "./equal.ts";
import type { Layer } from "./layer.ts";
import { expectedIdentity, matchObjects, subjectOf, type Matched, type RenderedObject } from "./match-objects.ts";
import { extraObjects, missingObjects, otherObjects } from "./problems.ts";

/** One environment, as it is to be and as kustomize has rendered it. */
export interface ToProve {
  readonly id: string;
  /** Its overlay's kustomization, from the repository's root. */
  readonly file: string;
  readonly expected: readonly ExpectedObject[];
  readonly rendered: readonly RenderedObject[];
  /** The kustomizations that the overlay consists of. */
  readonly layers: readonly Layer[];
}

export interface Proof {
  readonly problems: readonly Problem[];
  readonly notProved: readonly NotProved[];
}

/** An object that is rendered otherwise than computed, perhaps by a declaration that cannot be read. */
export interface NotProved {
  readonly object: Identity;
  /** Where those stand, and why each cannot be read. */
  readonly why: readonly string[];
}

/**
 * That every rendered object is the one that was computed, but for the paths that the overlay's own declarations can
 * touch. kustomize's work is not done again: a declaration is only asked which paths of which objects it can touch.
 */
export function prove(environment: ToProve): Proof {
  const declared = readLayers(environment.layers);
  const { pairs, own, missing, extra } = withRenamed(
    matchObjects(environment.expected, environment.rendered, declared),
    declared,
  );
  const explains = explanations({ pairs, own }, declared);
  const problems: Problem[] = [];
  const notProved: NotProved[] = [];
  const refuse = (objects: readonly Identity[], found: readonly Problem[]): void => {
    if (declared.unreadable.length === 0) problems.push(...found);
    else notProved.push(...objects.map((object) => ({ object, why: declared.unreadable })));
  };
  const others = pairs.flatMap(({ expected, rendered, subject }) => {
    if (equal(expected.data, rendered.data)) return [];
    const found = differencesOf(expected, rendered, subject, declared.claims, explains);
    return found.length === 0 ? [] : [{ expected, rendered, found }];
  });
  refuse(
    others.map(({ rendered }) => rendered),
    otherObjects(environment, others),
  );
  const lost = missing.filter((one) => !isRemoved(one, declared));
  refuse(lost.map(expectedIdentity), missingObjects(environment, lost));
  // Whatever brings objects that nobody can tell may have brought these.
  const foreign = declared.unknownObjects.length > 0 ? [] : extra;
  refuse(foreign, extraObjects(environment, foreign));
  return { problems, notProved };
}

function differencesOf(
  expected: ExpectedObject,
  rendered: RenderedObject,
  subject: Subject,
  claims: readonly Claim[],
  explains: Explains,
): ValueDifference[] {
  const own = claims.filter(({ selects }) => selects(subject));
  return differences(expected.data, rendered.data, own, explains);
}

function isRemoved(expected: ExpectedObject, { removals }: Declared): boolean {
  const identity = expectedIdentity(expected);
  const subject = subjectOf(identity, identity);
  return removals.some(({ selects }) => selects(subject));
}

/** Names that follow the objects that they name, and `vars`. */
function explanations({ pairs, own }: Pick<Matched, "pairs" | "own">, { variables }: Declared): Explains {
  const names = new Map<string, Set<string>>();
  const renamed = [...pairs.map(({ expected, rendered }) => ({ name: expected.name, rendered })), ...own];
  for (const { name, rendered } of renamed) {
    if (name !== rendered.name) names.set(name, (names.get(name) ?? new Set()).add(rendered.name));
  }
  return (wanted, rendered) => {
    if (typeof wanted !== "string") return false;
    if (typeof rendered === "string" && names.get(wanted)?.has(rendered) === true) return true;
    return variables.some((variable) => wanted.includes(`$(${variable})`));
  };
}

/** Finds objects that are in another namespace, or whose name or kind a patch or a replacement may have changed. */
function withRenamed(matched: Matched, declared: Declared): Matched {
  if (matched.missing.length === 0 || matched.extra.length === 0) return matched;
  const renames = declared.claims.filter(isRename);
  const extra = [...matched.extra];
  const pairs = [...matched.pairs];
  const missing = matched.missing.filter((expected) => {
    const identity = expectedIdentity(expected);
    const mayRename = renames.some(({ selects }) => selects(subjectOf(identity, identity)));
    const [nearest] = extra
      .filter((rendered) => mayRename || isElsewhere(identity, rendered, declared))
      .map((rendered) => {
        const subject = subjectOf(identity, rendered);
        return { rendered, subject, count: differencesOf(expected, rendered, subject, declared.claims, never).length };
      })
      .toSorted((one, other) => one.count - other.count);
    if (nearest === undefined) return true;
    extra.splice(extra.indexOf(nearest.rendered), 1);
    pairs.push({ expected, ...nearest });
    return false;
  });
  const isOwnRenamed = declared.own.some((one) => renames.some(({ selects }) => selects(subjectOf(one, one))));
  return { ...matched, pairs, missing, extra: isOwnRenamed ? [] : extra };
}

function isElsewhere(one: Identity, other: Identity, declared: Declared): boolean {
  return (
    one.kind === other.kind &&
    hasAffixes(other.name, one.name, declared) &&
    groupOf(one.apiVersion) === groupOf(other.apiVersion)
  );
}

function isRename({ path, effect }: Claim): boolean {
  if (effect.type !== "value") return false;
  const names = path.map((segment) => (segment.type === "token" ? segment.token : "*"));
  return ["", "kind", "apiVersion", "metadata", "metadata.name", "metadata.namespace"].includes(names.join("."));
}

function never(): boolean {
  return false;
}
