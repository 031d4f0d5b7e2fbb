import { checkValue } from "./check-value.ts";
import { describe } from "./describe.ts";
import type { KindSchema } from "./schema.ts";
import type { Structure } from "./structure.ts";
import { Walk } from "./walk.ts";

/**
 * Compares an object with its kind, as the API server does on a server-side apply with strict field validation: what
 * has a problem here is refused there, and what is refused there for its structure has one here.
 *
 * `clean` is the object as the server reads it. What has a wrong type, is unknown or null is left out, so what is in
 * it has the type that the schema says. Two things are changed: a null among the items of a list is the zero value of
 * their type, and a number that is too great for an int32 is what the server makes of it.
 *
 * The rules that custom resource definitions write in CEL are not evaluated.
 */
export function checkStructure(schema: KindSchema, data: unknown): Structure {
  const walk = new Walk(checkValue);
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    walk.report("type", `expected an object, not ${describe(data)}`, `write the fields of a ${schema.kind}`);
    return { problems: walk.problems, clean: {} };
  }
  const clean = checkValue(schema.type, data, walk) as Record<string, unknown>;
  refuseManagedFields(clean, walk);
  return { problems: walk.problems, clean };
}

// The server writes them, and refuses an apply that does.
function refuseManagedFields({ metadata }: Record<string, unknown>, walk: Walk): void {
  const written = (metadata as { managedFields?: readonly unknown[] } | undefined)?.managedFields;
  if (written === undefined) return;
  const path = ["metadata", "managedFields"];
  walk.problems.push({ code: "value", path, message: "the server writes managedFields itself", fix: "remove it" });
}
