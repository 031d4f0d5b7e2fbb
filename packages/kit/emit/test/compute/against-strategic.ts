import { findKustomize, renderOverlays, type Overlay } from "@kit/render";
import { allKinds, isBuiltInGroup, type KindSchema, type TypeSchema } from "@kit/schema";
import { groupOf, type Json, type JsonObject } from "@kit/kube";
import { temporaryDirectory } from "@kit/testing";
import { toYaml } from "../../src/index.ts";

/** A list that changes have merged: where it is, and an object with a change of it. */
export interface ListCase {
  /** Such as `spec.template.spec.containers[].env`. */
  readonly path: string;
  readonly object: JsonObject;
  readonly change: JsonObject;
}

/** Every list of the server's own kinds, outside of lists that are one value. */
export function listCases(): ListCase[] {
  const kinds = allKinds().filter(({ apiVersion }) => isBuiltInGroup(groupOf(apiVersion)));
  return kinds.flatMap((kind) => listsOf(kind).map((list) => caseOf(kind, list)));
}

interface ListPlace {
  readonly steps: readonly { readonly name: string; readonly type: TypeSchema }[];
}

function listsOf({ kind, type }: KindSchema): ListPlace[] {
  const found: ListPlace[] = [];
  const visit = (at: TypeSchema, steps: ListPlace["steps"], above: readonly TypeSchema[]): void => {
    for (const name of at.fields?.names ?? []) {
      const field = at.fields!.get(name)!;
      if (above.includes(field) || (steps.length === 0 && name === "status") || name === "managedFields") continue;
      if (name === "metadata" && (steps.length > 0 || kind !== "ConfigMap")) continue;
      const next = [...steps, { name, type: field }];
      if (field.type === "list") {
        found.push({ steps: next });
        if (field.listType === "map") visit(field.items!, next, [...above, field]);
      } else visit(field, next, [...above, field]);
    }
  };
  visit(type, [], []);
  return found;
}

function caseOf({ apiVersion, kind }: KindSchema, { steps }: ListPlace): ListCase {
  const list = steps.at(-1)!.type;
  const around = (value: Json): JsonObject => {
    const made = steps.toReversed().reduce<Json>((inside, { name, type }, index) => {
      const isOuterList = index > 0 && type.type === "list";
      return { [name]: isOuterList ? [{ ...entryOf(type, "a"), ...(inside as JsonObject) }] : inside };
    }, value) as JsonObject;
    const metadata = { name: "a", ...(made["metadata"] as object | undefined) };
    return { apiVersion, kind, ...made, metadata };
  };
  const isOfMaps = list.items?.type === "object";
  const [a, b, c] = ["a", "b", "c"].map((name): Json => (isOfMaps ? entryOf(list, name) : name));
  const path = steps.map(({ name, type }, index) =>
    type.type === "list" && index < steps.length - 1 ? `${name}[]` : name,
  );
  return { path: `${kind}.${path.join(".")}`, object: around([a!, b!]), change: around([c!, b!]) };
}

/**
 * An entry with its keys, of which the last one is its own; where none are known, with every text that it may have, so that
 * whoever knows a key finds it.
 */
function entryOf({ keys, items }: TypeSchema, name: string): JsonObject {
  const texts = items?.fields?.names.filter((field) => items.fields!.get(field)!.type === "string") ?? [];
  const isNamed = keys !== undefined && !keys.includes("name") && texts.includes("name");
  const entries = (keys ?? texts).map((key, index, all): [string, Json] => {
    const isShared = keys !== undefined && all.length > 1 && index === 0;
    const isNumber = items?.fields?.get(key)?.type === "integer";
    if (isShared) return [key, isNumber ? 1 : "same"];
    return [key, isNumber ? name.charCodeAt(0) : name];
  });
  return Object.fromEntries([...entries, ...(isNamed ? [["name", name]] : [])]);
}

/** What the real kustomize makes of the cases with strategic merge patches. */
export async function throughStrategic(cases: readonly ListCase[]): Promise<JsonObject[]> {
  const names = cases.map((_, index) => `n${String(index).padStart(4, "0")}`);
  const files = cases.flatMap(({ object, change }, index) => {
    const named = (data: JsonObject): string =>
      toYaml({
        ...data,
        metadata: { ...(data["metadata"] as object), name: names[index]!, labels: { n: names[index]! } },
      });
    return [
      [`overlays/test/${names[index]}.yaml`, named(object)],
      [`overlays/test/patch-${names[index]}.yaml`, named(change)],
    ];
  });
  const kustomization = toYaml({
    resources: names.map((name) => `${name}.yaml`),
    patches: names.map((name) => ({ path: `patch-${name}.yaml` })),
  });
  using directory = temporaryDirectory({
    "overlays/test/kustomization.yaml": kustomization,
    ...Object.fromEntries(files),
  });
  const overlay: Overlay = {
    id: "test",
    file: "overlays/test/kustomization.yaml",
    resources: [],
    components: [],
    images: [],
  };
  const env = { ...process.env, KUSTOMIZE: "" };
  const engine = await findKustomize({ env });
  const [rendered] = await renderOverlays([overlay], { directory: directory.path, engine, env });
  const byName = new Map(rendered!.documents.map(({ name, data }) => [name, data as JsonObject]));
  return names.map((name) => byName.get(name)!);
}

/** The list of a case in an object. */
export function listIn(object: JsonObject, { path }: ListCase): readonly Json[] {
  const steps = path.split(".").slice(1);
  return steps.reduce<unknown>((here, step) => {
    const value = (here as Record<string, unknown> | undefined)?.[step.replace("[]", "")];
    return step.endsWith("[]") ? (value as readonly unknown[] | undefined)?.[0] : value;
  }, object) as readonly Json[];
}
