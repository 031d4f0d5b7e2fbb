import { shown } from "@kit/errors";
import { isMap, placedObjects } from "@kit/kube";
import type { Path } from "@kit/schema";
import {
  readAsKubectl,
  roundIntegers,
  type RefusedDocument,
  type RepeatedKey,
  type TextOrBytes,
  type TextPlace,
  type YamlDocument,
} from "@kit/yaml";
import { manifestSyntax } from "./checks/api-validity/manifest-syntax.ts";
import type { Finding } from "./finding.ts";
import { isTemplate } from "./reading/is-template.ts";
import type { SourceObject } from "./view/index.ts";

/** The objects in a text, and what in it is not an object. */
export interface ReadManifests {
  readonly objects: readonly SourceObject[];
  /** What kubectl reads in the text, also what is broken. */
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly Finding[];
}

interface Broken {
  readonly message: string;
  readonly fix: string;
  readonly within?: Path;
  readonly position?: TextPlace | undefined;
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
  const documents = readAsKubectl(input);
  for (const [document, read] of documents.entries()) {
    const wrong = read.refusal === undefined ? read.repeated.map(keyTwice) : [notYaml(read)];
    problems.push(...wrong.map((one) => broken(where, document, one)));
    if (wrong.length > 0) continue;
    for (const { data, path: within } of placedObjects(roundIntegers(read.data!))) {
      if (isManifest(data)) objects.push({ where, document, within, data });
      else problems.push(broken(where, document, { ...notAnObject(data), within }));
    }
  }
  return { objects, documents, problems };
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

function notYaml(document: RefusedDocument): Broken {
  const { what: message, place: position } = document.refusal;
  return { message, fix: isTemplate(document) ? renderFirst : "correct the YAML there", position };
}

const renderFirst = "render it first, as `helm template` does for a chart: this is a template, and no manifest yet";

function keyTwice({ key, line, column }: RepeatedKey): Broken {
  const message = `the key ${shown(key)} is there twice, at line ${line}, column ${column} again: kubectl takes the last one and says nothing, kustomize refuses it`;
  return { message, fix: "take one of them out", position: { line, column } };
}

function broken(where: string, document: number, { message, fix, within, position }: Broken): Finding {
  return {
    check: manifestSyntax.id,
    severity: "error",
    environment: undefined,
    object: where,
    where,
    document,
    within,
    path: [],
    position,
    message,
    fix,
    source: undefined,
  };
}
