import { UserError } from "@kit/errors";
import { isMap, openedLists, type Loose } from "@kit/kube";
import { readAsKubectl } from "@kit/yaml";
import type { Document } from "./document.ts";
import { objectIdOf, type ObjectId } from "./identity.ts";

/** An object of a document. */
export interface DocumentObject {
  readonly id: ObjectId;
  readonly data: Loose;
  readonly document: Document;
}

const read = new WeakMap<Document, readonly DocumentObject[]>();

/**
 * The objects of a document, with Lists opened. A document is read once.
 *
 * @throws UserError where it is not YAML, or no Kubernetes object.
 */
export function objectsIn(document: Document): readonly DocumentObject[] {
  const known = read.get(document) ?? readObjects(document);
  read.set(document, known);
  return known;
}

function readObjects(document: Document): DocumentObject[] {
  return parse(document)
    .flatMap(openedLists)
    .map((data) => {
      if (!isManifest(data))
        throw wrong(document, "a document is not a Kubernetes object: it has no apiVersion and kind");
      return { id: objectIdOf(data), data, document };
    });
}

function parse(document: Document): unknown[] {
  return readAsKubectl(document.text).map(({ data, refusal }) => {
    if (refusal !== undefined) throw wrong(document, refusal.from(document.line ?? 1).what, refusal);
    return data;
  });
}

function isManifest(value: unknown): value is Loose {
  return isMap(value) && [value["apiVersion"], value["kind"]].every((one) => typeof one === "string" && one !== "");
}

function wrong({ where, line = 1 }: Document, what: string, cause?: unknown): UserError {
  const next = "correct the file; what is below generated/ comes from `pnpm build`";
  const place = line === 1 ? where : `${where}, from line ${line}`;
  return new UserError(
    { code: "manifest-yaml", what, where: place, next },
    cause === undefined ? undefined : { cause },
  );
}
