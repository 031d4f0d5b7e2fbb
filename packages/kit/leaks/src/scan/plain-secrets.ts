import { readAsKubectl, readAsKustomize, type YamlDocument } from "@kit/yaml";
import { isMap, isNode, LineCounter, parseAllDocuments, type Document } from "yaml";

import { plainSecretReason } from "../ciphertext.ts";
import type { Leak } from "./find-leaks.ts";

/**
 * Objects of kind Secret in a file of manifests whose values anybody could read: documents, and items of Lists. As
 * kubectl reads it, and as kustomize does; where one of them refuses it, also what can be read of it all the same.
 *
 * @param path What is neither YAML nor JSON has none.
 */
export function plainSecrets(path: string, content: string): Leak[] {
  if (!/\.(?:ya?ml|json)$/.test(path) || !content.includes("kind") || !/Secret|\\[xuU]/.test(content)) return [];
  if (path.endsWith(".json")) {
    const parsed = parseJson(content);
    // Line by line, a table of a megabyte would take a second.
    if (parsed !== undefined && secretsIn(parsed).length === 0) return [];
  }
  const documents = [...readAsKubectl(content), ...readAsKustomize(content)];
  const found = documents.flatMap((document) => placesIn(document));
  if (documents.some(({ refusal }) => refusal !== undefined)) found.push(...placesInBroken(content));
  const first = new Map(found.toReversed().map((one) => [one.line, one]));
  return [...first.values()]
    .toSorted((one, other) => one.line - other.line)
    .map(({ line, reason }) => ({ where: path, line, kind: `a Secret that anybody can read: ${reason}` }));
}

interface Found {
  readonly line: number;
  readonly reason: string;
}

function placesIn(document: YamlDocument): Found[] {
  return secretsIn(document.data).map(({ place, reason }) => ({
    line: document.placeOf([...place, "kind"])?.line ?? document.line,
    reason,
  }));
}

function placesInBroken(content: string): Found[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(content, { lineCounter: lines, version: "1.1", logLevel: "silent" });
  return [...documents].flatMap((document) =>
    secretsIn(toData(document)).map(({ place, reason }) => ({
      line: lineOf(document as Document, place, lines),
      reason,
    })),
  );
}

type Place = readonly (string | number)[];

function secretsIn(data: unknown, place: Place = []): { place: Place; reason: string }[] {
  if (typeof data !== "object" || data === null) return [];
  const { apiVersion = "v1", kind, items, data: values, stringData } = data as Record<string, unknown>;
  if (Array.isArray(items) && (kind === undefined || (typeof kind === "string" && kind.endsWith("List")))) {
    return items.flatMap((item, index) => secretsIn(item, [...place, "items", index]));
  }
  const hasValues = Object.keys({ ...(values as object), ...(stringData as object) }).length > 0;
  if (apiVersion !== "v1" || kind !== "Secret" || !hasValues) return [];
  const reason = plainSecretReason(data);
  return reason === undefined ? [] : [{ place, reason }];
}

function lineOf(document: Document, place: Place, lines: LineCounter): number {
  const object = place.length === 0 ? document.contents : document.getIn(place, true);
  const kind = isMap(object) ? object.get("kind", true) : undefined;
  const [start = 0] = (isNode(kind) ? kind.range : undefined) ?? (isNode(object) ? object.range : undefined) ?? [];
  return lines.linePos(start).line;
}

function toData(document: { toJS(): unknown }): unknown {
  try {
    return document.toJS();
  } catch {
    // An alias that leads nowhere, say: no program reads that either.
    return undefined;
  }
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return undefined;
  }
}
