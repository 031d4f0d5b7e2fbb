import {
  asDefinition,
  compareDefinitions,
  refusedByNewer,
  servedKind,
  type DefinitionChange,
  type KindDefinition,
} from "@kit/definitions";
import { describeIdentity, versionOf, type Loose } from "@kit/kube";
import type { ObjectChange } from "../compare-objects.ts";
import type { ObjectSet } from "../input/object-set.ts";
import { changesAt } from "./fields.ts";

/** A change of a CustomResourceDefinition's versions. */
export interface ChangedDefinition {
  readonly before: KindDefinition;
  readonly after: KindDefinition;
  /** What the newer one says differently, what may break objects first. */
  readonly changes: readonly DefinitionChange[];
  /** The fields that differ. */
  readonly paths: readonly string[];
}

// Several rules ask.
const known = new WeakMap<Loose, ChangedDefinition | undefined>();

/** Undefined where a change is not one of a definition's versions, or it is not one by which its kind can be known. */
export function changedDefinition(change: ObjectChange): ChangedDefinition | undefined {
  const { op, id, after } = change;
  if (op !== "changed" || after === undefined) return undefined;
  if (id.group !== "apiextensions.k8s.io" || id.kind !== "CustomResourceDefinition") return undefined;
  if (!known.has(after)) known.set(after, definitionOf(change));
  return known.get(after);
}

function definitionOf(change: ObjectChange): ChangedDefinition | undefined {
  const paths = changesAt(change, "spec.versions").map(({ path }) => path);
  const [before, after] = [asDefinition(change.before), asDefinition(change.after)];
  if (paths.length === 0 || before === undefined || after === undefined) return undefined;
  return { before, after, paths, changes: compareDefinitions(before, after) };
}

/** The objects of a side that the older definition takes and the newer refuses, and why. */
export function refusedObjects(
  { before, after }: ChangedDefinition,
  side: ObjectSet,
): { readonly object: string; readonly what: string }[] {
  return side.mentioning(after.spec.names.kind).flatMap(({ id, data }) => {
    const own = servedKind(before, versionOf(String(data["apiVersion"])));
    const what = refusedByNewer(after, own, data);
    return what.length === 0 ? [] : [{ object: describeIdentity(id), what: what.join("; ") }];
  });
}

/** The first of some texts, and how many more there are. */
export function firstOf(texts: readonly string[], most = 5): string {
  const more = texts.length - most;
  return `${texts.slice(0, most).join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}
