import { changeOf, checksumAnnotation, type PatchOperation } from "@kit/emit";
import { targetOf } from "@kit/emit/target";
import { shown, type Problem } from "@kit/errors";
import { groupOf, isClusterScoped, type Json, type JsonObject } from "@kit/kube";
import { describeObject, sampleRequest } from "@kit/model";
import type { SyncedObject } from "../rendered-object.ts";
import { collisions } from "./collisions.ts";
import { markedValue, type Untold } from "./marked-value.ts";
import { filled, markedText } from "./marks.ts";

/** What makes the environment of a pull request of the sample. */
export interface PreviewTemplate {
  /** What is in no namespace, with marks in the names. */
  readonly clusterObjects: readonly ClusterObject[];
  /** One for each object that has something of the pull request. */
  readonly patches: readonly PreviewPatch[];
}

interface ClusterObject {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

export interface PreviewPatch {
  /** As kustomize selects it; names are regular expressions. */
  readonly target: JsonObject;
  /** JSON 6902, with marks in the values. */
  readonly operations: readonly PatchOperation[];
}

/**
 * What each pull request changes in the sample, found by rendering the preview for two requests: what differs between them
 * follows from the request, and nothing else does.
 *
 * @param where The package that defines the environment.
 */
export function previewTemplate(
  { id, namespace }: { readonly id: string; readonly namespace: string },
  sample: readonly SyncedObject[],
  [one, other]: readonly [readonly SyncedObject[], readonly SyncedObject[]],
  where: string,
): { readonly template: PreviewTemplate; readonly problems: readonly Problem[] } {
  const said: Said[] = [];
  const patches: PreviewPatch[] = [];
  const clusterObjects: ClusterObject[] = [];
  const left = new Set(sample);
  const others = new Set(other);
  for (const object of one) {
    const twin = [...others].find((each) => identityOf(object, each) !== undefined);
    const identity = twin === undefined ? undefined : identityOf(object, twin)!;
    const own = [...left].find((each) => identity !== undefined && isFilled(each, identity));
    if (twin === undefined || own === undefined) {
      said.push(sayAlone(object));
      continue;
    }
    others.delete(twin);
    left.delete(own);
    const { value, untold } = markedValue(dataOf(own), [dataOf(object), dataOf(twin)], checksumAnnotation);
    said.push(...untold.map((each) => sayUntold(own, each)), ...collisions(own, value));
    const { apiVersion, kind } = own;
    const change = changeOf(dataOf(own), value);
    if (change.form === "whole") said.push(saySpoiled(own));
    else if (change.operations.length > 0) {
      patches.push({ target: targetOf(own, namespace), operations: change.operations });
    }
    if (isClusterScoped(apiVersion, kind)) {
      clusterObjects.push({ group: groupOf(apiVersion), kind, name: identity!.name });
    }
  }
  said.push(...[...left, ...others].map(sayAlone));
  const once = [...new Map(said.map((each) => [each.what, each])).values()];
  return {
    template: { clusterObjects, patches },
    problems: once.map(({ what, next }) => ({
      code: "preview-value",
      what: `the preview ${shown(id)} has ${what}`,
      where,
      next,
    })),
  };
}

type Said = Pick<Problem, "what" | "next">;

interface MarkedIdentity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
}

/** The identity of an object that two requests have; undefined where they are two objects. */
function identityOf(one: SyncedObject, other: SyncedObject): MarkedIdentity | undefined {
  const { apiVersion, kind } = one;
  if (apiVersion !== other.apiVersion || kind !== other.kind) return undefined;
  const name = markedText(one.name, other.name);
  const namespace = markedText(one.namespace ?? "", other.namespace ?? "");
  if (name === undefined || namespace === undefined) return undefined;
  return { apiVersion, kind, name, namespace: namespace === "" ? undefined : namespace };
}

function isFilled({ apiVersion, kind, name, namespace }: SyncedObject, marked: MarkedIdentity): boolean {
  return (
    apiVersion === marked.apiVersion &&
    kind === marked.kind &&
    name === filled(marked.name, sampleRequest) &&
    (namespace ?? "") === filled(marked.namespace ?? "", sampleRequest)
  );
}

function dataOf({ data }: SyncedObject): JsonObject {
  return data as JsonObject;
}

function sayAlone(object: SyncedObject): Said {
  return {
    what: `${nameOf(object)} for some pull requests and not for others`,
    next: "let nothing but names, hosts and texts depend on the number and the commit",
  };
}

function sayUntold(object: SyncedObject, { path, one, other }: Untold): Said {
  return {
    what: `${nameOf(object)}, whose ${path.join(".")} follows from the pull request and does not contain its number or commit: ${textOf(one)} for one, ${textOf(other)} for another`,
    next: "write a text with the number as it is, such as `pr-${number}`: nobody calculates when Argo CD or Flux puts it in",
  };
}

function saySpoiled(object: SyncedObject): Said {
  return {
    what: `${nameOf(object)}, which a patch of kustomize would spoil: it has an integer beyond 2^53, or a text of several lines that begins with a tab`,
    next: "write it otherwise in the preview: begin the text with another character, or write the integer as a text",
  };
}

function nameOf({ kind, name }: SyncedObject): string {
  return describeObject({ kind, metadata: { name } });
}

function textOf(value: Json | undefined): string {
  return value === undefined ? "nothing" : shown(value);
}
