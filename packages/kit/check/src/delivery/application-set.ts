import { listOf, mapOf } from "@kit/kube";
import type { Path } from "@kit/schema";

/** An Application that an ApplicationSet makes of an element of a list, and where that element is. */
export interface Expanded {
  readonly data: Readonly<Record<string, unknown>>;
  readonly path: Path;
}

/**
 * The Applications that an ApplicationSet makes of the elements that it lists. What other generators find is known in
 * the cluster only.
 *
 * A template is filled with what an element says, also with its annotations and `automated`, where the template's patch
 * has those; what else a template may do is left as it is written.
 */
export function expandApplicationSet(set: Readonly<Record<string, unknown>>): Expanded[] {
  const { generators, template, templatePatch } = mapOf(set["spec"]);
  const patch = typeof templatePatch === "string" ? templatePatch : "";
  return listOf(generators).flatMap((generator, at) => {
    const { elements } = mapOf(mapOf(generator)["list"]);
    return listOf(elements).map((element, index) => ({
      data: applicationOf(template, mapOf(element), patch),
      path: ["spec", "generators", at, "list", "elements", index],
    }));
  });
}

function applicationOf(
  template: unknown,
  element: Readonly<Record<string, unknown>>,
  patch: string,
): Readonly<Record<string, unknown>> {
  const { metadata, spec } = mapOf(filled(template, element));
  const { annotations, automated } = element;
  const policy = mapOf(mapOf(spec)["syncPolicy"]);
  return {
    metadata: {
      ...mapOf(metadata),
      ...(takes(patch, "annotations") ? { annotations } : {}),
    },
    spec: {
      ...mapOf(spec),
      syncPolicy: { ...policy, ...(takes(patch, "automated") && automated !== undefined ? { automated } : {}) },
    },
  };
}

const placeholder = /\{\{-?\s*\.?([A-Za-z]\w*)\s*-?\}\}/g;

function filled(value: unknown, element: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((item) => filled(item, element));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, element)]));
  }
  if (typeof value !== "string") return value;
  return value.replaceAll(placeholder, (written, key: string) => {
    const given = element[key];
    return typeof given === "string" || typeof given === "number" ? String(given) : written;
  });
}

function takes(patch: string, key: string): boolean {
  return patch.includes(`toJson .${key}`);
}
