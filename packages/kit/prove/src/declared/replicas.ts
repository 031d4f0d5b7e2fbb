import type { Json, JsonObject } from "@kit/kube";
import { entriesOf } from "./entries-of.ts";
import { tokens, type Selects } from "./claim.ts";
import { claim, type DeclaringField } from "./declared.ts";
import { fieldSpecKind, fieldSpecPath } from "./field-spec.ts";

/** What `replicas` declares: those of the objects with these names. */
export function readReplicas(field: DeclaringField, value: Json | undefined, specs: readonly JsonObject[]): void {
  for (const [{ name, count }] of entriesOf(value)) {
    const isNamed: Selects = ({ names }) => typeof name === "string" && names.includes(name);
    const effect = {
      type: "value",
      accepts: (_: Json | undefined, rendered: Json | undefined) => rendered === count,
    } as const;
    claim(field, isNamed, tokens("spec", "replicas"), effect);
    for (const spec of specs) {
      const isOfKind = fieldSpecKind(spec);
      claim(field, (subject) => isNamed(subject) && isOfKind(subject), fieldSpecPath(spec), effect);
    }
  }
}
