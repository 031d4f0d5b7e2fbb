import { toYaml, type JsonObject } from "@kit/emit";
import { shown, UserError, type Problem } from "@kit/errors";
import { definedKinds, groupOf, isInNamespace, isList, isMap } from "@kit/kube";
import type { Vendored } from "@kit/model";
import { readAsKubectl, roundIntegers } from "@kit/yaml";
import { lockText, textDigest } from "./lock.ts";
import { lineDigest, sourceOf } from "./vendor-difference.ts";

/** What came of a source, made fit to be kept. */
export interface PlannedVendor {
  /** The texts of objects.yaml and vendor.json. */
  readonly objects: string;
  readonly lock: string;
  /** How many objects there are. */
  readonly count: number;
  /** What was not kept as it came, a line each: Helm's hooks, Secrets without values. */
  readonly notes: readonly string[];
  /** The CustomResourceDefinitions among the objects. */
  readonly definitions: readonly JsonObject[];
}

/**
 * The objects of what came, in its own order: without what is left out and without Helm's hooks, in their namespace.
 *
 * @param text What came, as YAML.
 * @throws UserError with all that cannot be kept: what is not YAML, not an object, there twice, or a Secret with values.
 */
export function planVendored(name: string, entry: Vendored, digest: string, text: string): PlannedVendor {
  const problems: Problem[] = [];
  const report = (what: string, where: string, next: string): void =>
    void problems.push({ code: "vendor-refused", what, where, next });
  const came = readAsKubectl(text).flatMap(({ data, refusal, line }): JsonObject[] => {
    const where = `${name}, line ${line} of what came`;
    if (refusal !== undefined) {
      report(refusal.what, where, "see whether the source is the YAML that it should be");
      return [];
    }
    return objectsIn(roundIntegers(data), where, report);
  });
  const omitted = new Set(entry.omit);
  const left = came.filter((object) => !omitted.has(keyOf(object)));
  for (const key of omitted) {
    if (!came.some((object) => keyOf(object) === key)) {
      report(`${shown(key)} is left out, and is not there`, name, "take it out of omit");
    }
  }
  const notes: string[] = [];
  const kept = left.flatMap((object) => withoutHook(object, "hooks" in entry ? entry.hooks : undefined, notes));
  for (const object of kept) if (hasSecretValues(object)) report(...secretRefusal(object, name));
  refuseTwice(kept, name, report);
  if (problems.length === 0 && kept.length === 0) {
    report("there is no object at all", name, "see whether the source is the right one, and what its values switch on");
  }
  UserError.throwIfAny(problems);
  // A controller fills them in, and makes them where they are not there.
  const [empty, rest] = [kept.filter(isSecret), kept.filter((object) => !isSecret(object))];
  notes.push(...empty.map((object) => `${keyOf(object)}: left out, a Secret without values`));
  const all = inNamespace(rest, entry);
  const objects = all.map((object) => toYaml(object)).join("---\n");
  const lock = lockText({
    digest,
    source: sourceOf(entry),
    line: lineDigest(entry),
    objects: textDigest(objects),
    notes,
  });
  const definitions = all.filter(({ kind }) => kind === "CustomResourceDefinition");
  return { objects, lock, count: all.length, notes, definitions };
}

type Report = (what: string, where: string, next: string) => void;

function objectsIn(data: unknown, where: string, report: Report): JsonObject[] {
  if (data === null || data === undefined) return [];
  if (typeof data !== "object" || Array.isArray(data)) {
    report("a document is not an object", where, "see whether the source is the YAML that it should be");
    return [];
  }
  const object = data as JsonObject;
  const { kind, items } = object;
  if (typeof kind === "string" && kind.endsWith("List") && items !== undefined && isList(items)) {
    return items.flatMap((item) => objectsIn(item, where, report));
  }
  const { name } = metadataOf(object);
  if (typeof object["apiVersion"] === "string" && typeof kind === "string" && typeof name === "string") return [object];
  report(
    "an object lacks apiVersion, kind or metadata.name",
    where,
    "see whether the source is the YAML that it should be",
  );
  return [];
}

function metadataOf({ metadata }: JsonObject): JsonObject {
  return metadata !== undefined && isMap(metadata) ? metadata : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function keyOf(object: JsonObject): string {
  return `${textOf(object["kind"])}/${textOf(metadataOf(object)["name"])}`;
}

/** Helm runs hooks itself, which nobody does here. */
function withoutHook(object: JsonObject, hooks: "omit" | "sync" = "omit", said: string[]): JsonObject[] {
  const { annotations, ...metadata } = metadataOf(object);
  const all = annotations !== undefined && isMap(annotations) ? annotations : {};
  const hook = all["helm.sh/hook"];
  if (typeof hook !== "string") return [object];
  const moments = hook.split(",").map((one) => one.trim());
  if (moments.includes("crd-install")) return [{ ...object, metadata: { ...metadata, ...withAnnotations(all) } }];
  const isSynced = hooks === "sync" && moments.some((one) => /^(pre|post)-(install|upgrade)$/.test(one));
  said.push(`${keyOf(object)} (${hook}): ${isSynced ? "runs in each sync" : "left out"}`);
  if (!isSynced) return [];
  const isBefore = moments.some((one) => one.startsWith("pre-"));
  const added = {
    "argocd.argoproj.io/hook": isBefore ? "PreSync" : "PostSync",
    "argocd.argoproj.io/hook-delete-policy": "BeforeHookCreation",
    "kustomize.toolkit.fluxcd.io/force": "enabled",
  };
  return [{ ...object, metadata: { ...metadata, ...withAnnotations({ ...all, ...added }) } }];
}

function withAnnotations(all: JsonObject): JsonObject {
  const rest = Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith("helm.sh/hook")));
  return Object.keys(rest).length === 0 ? {} : { annotations: rest };
}

function isSecret({ kind }: JsonObject): boolean {
  return kind === "Secret";
}

function hasSecretValues({ kind, data, stringData }: JsonObject): boolean {
  if (kind !== "Secret") return false;
  return [data, stringData].some((one) => one !== undefined && one !== null && Object.keys(one).length > 0);
}

/** Says no value, and no key: a key may be one. */
function secretRefusal(object: JsonObject, name: string): [string, string, string] {
  const key = keyOf(object);
  return [
    `${key} has values, and no Secret may be in the repository`,
    name,
    `have the chart use a Secret that is there, by its values, or leave it out: omit: [${JSON.stringify(key)}];\nthen write its contract, defineSecret({…}), with externalSecrets, sealedSecret or secretsByHand`,
  ];
}

function refuseTwice(objects: readonly JsonObject[], name: string, report: Report): void {
  const seen = new Set<string>();
  for (const object of objects) {
    const group = groupOf(textOf(object["apiVersion"]));
    const key = JSON.stringify([group, keyOf(object), metadataOf(object)["namespace"] ?? ""]);
    if (seen.has(key)) report(`${keyOf(object)} is there twice`, name, "correct the source, or leave both out by omit");
    seen.add(key);
  }
}

function inNamespace(objects: readonly JsonObject[], { namespace, createNamespace = true }: Vendored): JsonObject[] {
  const defined = definedKinds(objects);
  if (namespace === undefined) return [...objects];
  const placed = objects.map((object) => {
    const { apiVersion, kind } = object as { apiVersion: string; kind: string };
    const { name, namespace: own, ...metadata } = metadataOf(object);
    if (own !== undefined || !isInNamespace({ apiVersion, kind }, defined)) return object;
    return { ...object, metadata: { name: name!, namespace, ...metadata } };
  });
  const isMade = placed.some((object) => keyOf(object) === `Namespace/${namespace}`);
  if (isMade || !createNamespace) return placed;
  return [{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }, ...placed];
}
