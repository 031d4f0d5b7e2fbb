import { UserError } from "@kit/errors";
import { loadAll } from "js-yaml";
import { isData, type Data } from "../data.ts";
import type { Document } from "./document.ts";
import { identityOf, type Identity } from "./identity.ts";
import { yaml11 } from "./yaml11.ts";

/** An object of a document. */
export interface KubeObject {
  readonly id: Identity;
  readonly data: Data;
  readonly document: Document;
}

/** More values than any object has: aliases in aliases can make billions out of a few lines. */
const mostValues = 1_000_000;

const read = new WeakMap<Document, readonly KubeObject[]>();

/**
 * The objects of a document, with Lists opened. A document is read once.
 *
 * @throws UserError where it is not YAML, or no Kubernetes object.
 */
export function objectsIn(document: Document): readonly KubeObject[] {
  const known = read.get(document) ?? readObjects(document);
  read.set(document, known);
  return known;
}

function readObjects(document: Document): KubeObject[] {
  return parse(document)
    .flatMap(opened)
    .map((data) => {
      if (!isManifest(data)) throw wrong(document, "a document is no Kubernetes object: it has no apiVersion and kind");
      return { id: identityOf(data), data, document };
    });
}

function parse(document: Document): unknown[] {
  let values: unknown[];
  try {
    values = loadAll(document.text, { schema: yaml11 }).filter((value) => value !== null && value !== undefined);
  } catch (error) {
    throw notYaml(document, error as YamlError);
  }
  if (countValues(values, mostValues) >= mostValues) throw wrong(document, "its aliases make millions of values of it");
  return values;
}

interface YamlError extends Error {
  readonly reason?: string;
  readonly mark?: { readonly line: number; readonly column: number };
}

function notYaml(document: Document, error: YamlError): UserError {
  const { reason, message, mark } = error;
  const at = mark === undefined ? "" : ` at line ${(document.line ?? 1) + mark.line}, column ${mark.column + 1}`;
  return wrong(document, `not YAML${at}: ${reason ?? message.split("\n")[0]}`, error);
}

function opened(data: unknown): unknown[] {
  if (!isData(data) || typeof data["kind"] !== "string" || !data["kind"].endsWith("List")) return [data];
  return Array.isArray(data["items"]) ? (data["items"] as unknown[]).flatMap(opened) : [data];
}

function isManifest(value: unknown): value is Data {
  return isData(value) && [value["apiVersion"], value["kind"]].every((one) => typeof one === "string" && one !== "");
}

/** How many values a value is made of; as soon as they are too many, that many. */
export function countValues(value: unknown, most: number): number {
  if (typeof value !== "object" || value === null) return 1;
  let count = 1;
  for (const part of Object.values(value)) {
    if (count >= most) return count;
    count += countValues(part, most - count);
  }
  return count;
}

function wrong({ where, line = 1 }: Document, what: string, cause?: unknown): UserError {
  const next = "mend the file; what is below generated/ comes from `pnpm build`";
  const place = line === 1 ? where : `${where}, from line ${line}`;
  return new UserError(
    { code: "manifest-yaml", what, where: place, next },
    cause === undefined ? undefined : { cause },
  );
}
