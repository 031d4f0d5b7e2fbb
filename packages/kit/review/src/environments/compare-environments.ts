import { identityKey } from "@kit/kube";
import { compareObjects, type ObjectChange } from "../compare-objects.ts";
import type { FieldChange } from "../diff/change.ts";
import { ownNamespace, withoutNamespace } from "./own-namespace.ts";
import { saysObject, saysOf, type Says, type Side } from "./says.ts";
import { sideObjects } from "./side-objects.ts";
import type { EnvironmentSide } from "./side.ts";

/** A field that two environments have differently. */
export interface ComparedField extends FieldChange {
  /** Whether the packages or `images:` of both say what each of them has. */
  readonly isExpected: boolean;
  /** Who says it; of what is not expected only who should not. */
  readonly says: readonly Says[];
}

/** An object that two environments have differently, or only one of them. */
export interface ComparedObject extends Omit<ObjectChange, "fields" | "source" | "refused" | "owners"> {
  /** Whether all of it is. */
  readonly isExpected: boolean;
  /** Who says it; of what is not expected only who says what is not. */
  readonly says: readonly Says[];
  readonly fields: readonly ComparedField[];
}

/** What two environments deploy differently. */
export interface EnvironmentComparison {
  /** Their ids. */
  readonly base: string;
  readonly head: string;
  /** The namespace that is each environment's own; the objects do not say it. */
  readonly namespaces: readonly [base: string | undefined, head: string | undefined];
  /** What is not expected first. */
  readonly objects: readonly ComparedObject[];
}

/**
 * Compares what two environments of a system deploy, and says who makes each difference.
 *
 * A difference is expected where both environments have what the packages make for them, what is said of their
 * namespaces, or what the `images:` of their overlays set. Nothing else says that they should differ.
 *
 * @throws UserError where a document is not YAML or no Kubernetes object.
 */
export function compareEnvironments(base: EnvironmentSide, head: EnvironmentSide): EnvironmentComparison {
  const sides = [base, head].map((environment) => {
    const namespace = ownNamespace(environment.documents, environment.namespace?.name);
    const documents = withoutNamespace(environment.documents, namespace);
    return { environment, namespace, documents, partsOf: sideObjects(environment) };
  });
  const [own, other] = sides as [(typeof sides)[number], (typeof sides)[number]];
  const objects = compareObjects(own.documents, other.documents).map((change) => {
    const { id, previous = id, before, after } = change;
    return comparedObject(
      change,
      { ...own, data: before, parts: own.partsOf(previous) },
      { ...other, data: after, parts: other.partsOf(id) },
    );
  });
  return {
    base: base.id,
    head: head.id,
    namespaces: [own.namespace, other.namespace],
    objects: objects.toSorted(byExpectation),
  };
}

function comparedObject(
  { source: _source, refused: _refused, owners: _owners, ...change }: ObjectChange,
  own: Side,
  other: Side,
): ComparedObject {
  if (change.op === "added" || change.op === "removed") {
    const [has, lacks] = change.op === "added" ? [other, own] : [own, other];
    return { ...change, ...judged([saysObject(has), ...saysAbsent(lacks)]), fields: [] };
  }
  const fields = change.fields.map((field) => {
    const says = [saysOf(own, field, field.before), saysOf(other, field, field.after)];
    return { ...field, ...judged(says) };
  });
  const names = change.op === "renamed" ? judged([saysObject(own), saysObject(other)]) : undefined;
  const all = names === undefined ? fields : [names, ...fields];
  const isExpected = all.every((one) => one.isExpected);
  const telling = all.filter((one) => one.isExpected === isExpected);
  return { ...change, isExpected, says: merged(telling.flatMap(({ says }) => says)), fields };
}

/** An overlay can delete what a base or a component has, which nobody expects. */
function saysAbsent({ environment, parts }: Side): Says[] {
  if (parts.made === undefined) return [];
  const files = parts.overlayFiles.length === 0 ? [environment.overlay.file] : parts.overlayFiles;
  return [{ by: "overlay", files }];
}

function judged(says: readonly Says[]): { isExpected: boolean; says: readonly Says[] } {
  const wrong = says.filter(({ by }) => by === "overlay");
  const isExpected = wrong.length === 0 && says.some(({ files }) => files.length > 0);
  return { isExpected, says: merged(wrong.length === 0 ? says : wrong) };
}

/** By who says it, each file once. */
function merged(says: readonly Says[]): Says[] {
  const groups = Map.groupBy(says, ({ by }) => (by === "base" ? "component" : by));
  return [...groups]
    .map(([by, own]) => ({ by, files: [...new Set(own.flatMap(({ files }) => files))] }))
    .filter(({ files }) => files.length > 0);
}

function byExpectation(one: ComparedObject, other: ComparedObject): number {
  if (one.isExpected !== other.isExpected) return one.isExpected ? 1 : -1;
  const [own, others] = [identityKey(one.id), identityKey(other.id)];
  return own < others ? -1 : own > others ? 1 : 0;
}
