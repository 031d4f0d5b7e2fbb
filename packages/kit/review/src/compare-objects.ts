import { UserError, type Problem } from "@kit/errors";
import { isBuiltIn, type Loose, workloadKindOf } from "@kit/kube";
import { findKind } from "@kit/schema";
import { textAt } from "./data.ts";
import type { FieldChange } from "./diff/change.ts";
import { diffValues } from "./diff/diff-values.ts";
import { withWhatIsKept } from "./diff/kept.ts";
import type { ListPlace } from "./diff/list-mode.ts";
import type { Document, SourceFile } from "./input/document.ts";
import type { ObjectId } from "./input/identity.ts";
import { masked, maskedPair } from "./input/mask.ts";
import { objectsIn, type DocumentObject } from "./input/read-document.ts";
import type { FieldOwner } from "./judge/field-owners.ts";
import { matchObjects, type Match } from "./match/match-objects.ts";

/** What became of an object. It has no value of a Secret. */
export interface ObjectChange {
  readonly op: "added" | "removed" | "changed" | "renamed";
  /** As it is now; of one that went, as it was. */
  readonly id: ObjectId;
  /** What it was, where it has another name, namespace or kind now. */
  readonly previous: ObjectId | undefined;
  /** The object without values of Secrets; undefined where there was none. */
  readonly before: Loose | undefined;
  readonly after: Loose | undefined;
  /** The files that it is in, or was. */
  readonly where: string;
  readonly source: SourceFile | undefined;
  /** Why an API server refuses it as it is to be. */
  readonly refused: string | undefined;
  /** Who has set what it had, where that was in a cluster. */
  readonly owners: readonly FieldOwner[] | undefined;
  /** What differs in it; empty where it came or went. */
  readonly fields: readonly FieldChange[];
}

/**
 * What differs in a set of objects: those that came, went, changed, or have another name. Documents whose text both
 * sides have are not read.
 *
 * @throws UserError where a document is not YAML, or not a Kubernetes object.
 */
export function compareObjects(before: readonly Document[], after: readonly Document[]): ObjectChange[] {
  const problems: Problem[] = [];
  const [own, others] = [
    readAll(withoutTextsOf(before, after), problems),
    readAll(withoutTextsOf(after, before), problems),
  ];
  UserError.throwIfAny(problems);
  return matchObjects(own, others).flatMap(changeOf);
}

function withoutTextsOf(documents: readonly Document[], others: readonly Document[]): Document[] {
  const texts = new Set(others.flatMap(({ text, refused }) => (refused === undefined ? [text] : [])));
  return documents.filter(({ text, refused }) => refused !== undefined || !texts.has(text));
}

function readAll(documents: readonly Document[], problems: Problem[]): DocumentObject[] {
  return documents.flatMap((document) => {
    try {
      return objectsIn(document);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
}

function changeOf({ before, after, ...match }: Match): ObjectChange[] {
  if (before === undefined || after === undefined) {
    const only = before ?? after;
    const data = masked(only.data);
    const op = before === undefined ? "added" : "removed";
    return [{ ...factsOf(only), op, before: before && data, after: after && data, fields: [] }];
  }
  const [own, other] = maskedPair(before.data, after.data);
  const fields = withWhatIsKept(diffValues(own, other, placeOf(other)), own, other);
  const isRenamed = "isRenamed" in match && match.isRenamed;
  if (fields.length === 0 && !isRenamed && after.document.refused === undefined) return [];
  const previous = isRenamed ? before.id : undefined;
  const { owners } = before.document;
  const op = isRenamed ? "renamed" : "changed";
  return [{ ...factsOf(after), op, previous, owners, before: own, after: other, fields }];
}

function factsOf({ id, document: { where, source, refused } }: DocumentObject) {
  return { id, previous: undefined, where, source, refused, owners: undefined };
}

function placeOf(data: Loose): ListPlace {
  const [apiVersion, kind] = [textAt(data, "apiVersion") ?? "", textAt(data, "kind") ?? ""];
  const api = isBuiltIn(apiVersion) ? "own" : "custom";
  const podsAt = workloadKindOf(apiVersion, kind)?.template;
  return { type: findKind(apiVersion, kind)?.type, name: "", parent: undefined, api, podsAt };
}
