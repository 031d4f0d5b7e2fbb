import { shown } from "@kit/errors";
import { isMap, openedLists } from "@kit/kube";
import { readAsKubectl, roundIntegers, type TextOrBytes, type RefusedDocument, type RepeatedKey } from "@kit/yaml";
import { manifestSyntax } from "./checks/api-validity/manifest-syntax.ts";
import type { Finding } from "./finding.ts";
import type { SourceObject } from "./view/index.ts";

/** The objects in a text, and what in it is not an object. */
export interface ReadManifests {
  readonly objects: readonly SourceObject[];
  readonly problems: readonly Finding[];
}

interface Broken {
  readonly message: string;
  readonly fix: string;
}

/**
 * Reads manifests as kubectl does: YAML or JSON, several documents, Lists opened, empty documents passed over. A
 * document that is broken is a finding, with its line, and the others are read all the same.
 *
 * @param where The file, or `stdin`.
 */
export function readManifests(input: TextOrBytes, where: string): ReadManifests {
  const objects: SourceObject[] = [];
  const problems: Finding[] = [];
  for (const [document, read] of readAsKubectl(input).entries()) {
    const wrong = read.refusal === undefined ? read.repeated.map(keyTwice) : [notYaml(read)];
    problems.push(...wrong.map((one) => broken(where, document, one)));
    if (wrong.length > 0) continue;
    for (const object of openedLists(roundIntegers(read.data!))) {
      if (isManifest(object)) objects.push({ where, document, data: object });
      else problems.push(broken(where, document, notAnObject(object)));
    }
  }
  return { objects, problems };
}

function isManifest(value: unknown): value is Record<string, unknown> {
  const { apiVersion, kind } = (value ?? {}) as { apiVersion?: unknown; kind?: unknown };
  return typeof apiVersion === "string" && apiVersion !== "" && typeof kind === "string" && kind !== "";
}

function notAnObject(value: unknown): Broken {
  const message = isMap(value)
    ? "the document is not a Kubernetes object: it has no apiVersion and kind as strings"
    : `the document is not a Kubernetes object: it is ${Array.isArray(value) ? "a list" : `a ${typeof value}`}`;
  return { message, fix: "write apiVersion and kind, or take the document out" };
}

function notYaml({ refusal }: RefusedDocument): Broken {
  return { message: refusal.what, fix: "correct the YAML there" };
}

function keyTwice({ key, line, column }: RepeatedKey): Broken {
  const message = `the key ${shown(key)} is there twice, at line ${line}, column ${column} again: kubectl takes the last one and says nothing, kustomize refuses it`;
  return { message, fix: "take one of them out" };
}

function broken(where: string, document: number, { message, fix }: Broken): Finding {
  return {
    check: manifestSyntax.id,
    severity: "error",
    environment: undefined,
    object: where,
    where,
    document,
    path: [],
    message,
    fix,
    source: undefined,
  };
}
