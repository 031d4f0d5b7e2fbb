import { loadAll } from "js-yaml";
import { manifestSyntax } from "./checks/api-validity/manifest-syntax.ts";
import { documentParts } from "./document-parts.ts";
import type { Finding } from "./finding.ts";
import { goYaml } from "./syntax/go-yaml.ts";
import type { SourceObject } from "./view-of.ts";

/** The objects in a text, and what in it is no object. */
export interface ReadManifests {
  readonly objects: readonly SourceObject[];
  readonly problems: readonly Finding[];
}

interface Broken {
  readonly message: string;
  readonly mend: string;
}

/**
 * Reads manifests as the API server does: YAML or JSON, several documents, Lists opened, empty documents
 * passed over. A document that is broken is a finding, with its line, and the others are read all the same.
 *
 * @param where The file, or `stdin`.
 */
export function readManifests(text: string, where: string): ReadManifests {
  const objects: SourceObject[] = [];
  const problems: Finding[] = [];
  for (const [document, { text: part, line }] of documentParts(text).entries()) {
    try {
      for (const object of loadAll(part, { schema: goYaml }).flatMap(opened)) {
        if (isManifest(object)) objects.push({ where, document, data: object });
        else problems.push(broken(where, document, notAnObject(object)));
      }
    } catch (error) {
      problems.push(broken(where, document, notYaml(error as YamlError, line)));
    }
  }
  return { objects, problems };
}

function opened(data: unknown): unknown[] {
  const { kind, items } = (data ?? {}) as { kind?: unknown; items?: unknown };
  const isList = typeof kind === "string" && kind.endsWith("List") && Array.isArray(items);
  return isList ? (items as unknown[]).flatMap(opened) : [data];
}

function isManifest(value: unknown): value is Record<string, unknown> {
  const { apiVersion, kind } = (value ?? {}) as { apiVersion?: unknown; kind?: unknown };
  return typeof apiVersion === "string" && apiVersion !== "" && typeof kind === "string" && kind !== "";
}

function notAnObject(value: unknown): Broken {
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  const message = isMap
    ? "the document is no Kubernetes object: it has no apiVersion and kind as strings"
    : `the document is no Kubernetes object: it is ${Array.isArray(value) ? "a list" : `a ${typeof value}`}`;
  return { message, mend: "write apiVersion and kind, or take the document out" };
}

interface YamlError extends Error {
  readonly reason?: string;
  readonly mark?: { readonly line: number; readonly column: number };
}

function notYaml({ reason, message, mark }: YamlError, line: number): Broken {
  const at = mark === undefined ? "" : ` at line ${line + mark.line}, column ${mark.column + 1}`;
  return { message: `not YAML${at}: ${reason ?? message.split("\n")[0]}`, mend: "mend the YAML there" };
}

function broken(where: string, document: number, { message, mend }: Broken): Finding {
  return {
    check: manifestSyntax.id,
    severity: "error",
    environment: undefined,
    object: where,
    where,
    document,
    path: [],
    message,
    mend,
    source: undefined,
  };
}
