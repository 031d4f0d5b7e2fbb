import { canonicalQuantity as canonical, durationOf, durationText, groupOf, mapOf } from "@kit/kube";
import { toJson } from "@kit/yaml";
import type { Path, TypeSchema } from "@kit/schema";
import { anyObjectCheck, type FindingDraft } from "../../define-check.ts";
import type { View } from "../../view/index.ts";

export const canonicalQuantity = anyObjectCheck({
  id: "canonical-quantity",
  group: "gitops",
  severity: "info",
  title: "an amount that the cluster gives back in another way than it is written",
  run: (object, report) => {
    if (object.schema !== undefined) {
      walk(object.schema.type, object.data, [], (value, path) => {
        const kept = canonical(value);
        if (kept !== undefined && kept !== value) report(said(value, kept, path));
      });
    }
    for (const field of durationFields(object)) {
      const value = mapOf(object.raw["spec"])[field];
      const duration = durationOf(value);
      if (typeof value !== "string" || duration === undefined || durationText(duration) === value) continue;
      report(said(value, durationText(duration), ["spec", field]));
    }
  },
});

function said(value: string | number, kept: string, path: Path): FindingDraft {
  const written = typeof value === "number" ? `the number ${value}` : value;
  const message = `${String(path.at(-1))} is ${written}, and the cluster gives back ${toJson(kept)}: what compares the two may see a difference`;
  return { message, fix: `write ${typeof value === "number" ? toJson(kept) : kept}`, path };
}

/** Durations that cert-manager writes back in Go's form. */
function durationFields({ apiVersion, kind }: View): readonly string[] {
  return groupOf(apiVersion) === "cert-manager.io" && kind === "Certificate" ? ["duration", "renewBefore"] : [];
}

/** Every quantity of a value; of the fields that the schema does not describe nobody knows which are. */
function walk(
  type: TypeSchema | undefined,
  value: unknown,
  path: Path,
  found: (quantity: string | number, path: Path) => void,
): void {
  if (type?.type === "quantity" && (typeof value === "string" || typeof value === "number")) found(value, path);
  else if (Array.isArray(value)) {
    if (type?.items !== undefined) value.forEach((item, index) => walk(type.items, item, [...path, index], found));
  } else if (
    typeof value === "object" &&
    value !== null &&
    (type?.fields !== undefined || type?.values !== undefined)
  ) {
    for (const [key, item] of Object.entries(value)) {
      walk(type.values ?? type.fields?.get(key), item, [...path, key], found);
    }
  }
}
