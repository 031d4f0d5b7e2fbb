import type { Json, JsonObject } from "@kit/kube";
import { claim, type Declared, type DeclaringField } from "./declared.ts";
import { fieldSpecKind, fieldSpecPath } from "./field-spec.ts";

/** What `namePrefix` and `nameSuffix` declare; `specs` are fields of `configurations` that get them as well. */
export function readAffix(
  field: DeclaringField,
  where: "prefixes" | "suffixes",
  affix: string | undefined,
  specs: readonly JsonObject[],
): void {
  if (affix === undefined || affix === "") return;
  field.declared[where].push(affix);
  const accepts = (wanted: Json | undefined, rendered: Json | undefined): boolean =>
    typeof wanted === "string" && typeof rendered === "string" && hasAffixes(rendered, wanted, field.declared);
  for (const spec of specs) claim(field, fieldSpecKind(spec), fieldSpecPath(spec), { type: "value", accepts });
}

/** Whether a name is a given one with prefixes and suffixes of the overlay put to it, and then perhaps a generator's hash. */
export function hasAffixes(
  name: string,
  within: string,
  { prefixes, suffixes }: Pick<Declared, "prefixes" | "suffixes">,
  hashed = false,
): boolean {
  for (let at = name.indexOf(within); at >= 0; at = name.indexOf(within, at + 1)) {
    const [before, after] = [name.slice(0, at), name.slice(at + within.length)];
    if (!isMadeOf(before, prefixes)) continue;
    if (isMadeOf(after, suffixes) || (hashed && isMadeOf(after.replace(hash, ""), suffixes))) return true;
  }
  return false;
}

const hash = /-[a-z0-9]{10}$/;

function isMadeOf(text: string, parts: readonly string[]): boolean {
  if (text === "") return true;
  return parts.some((part) => text.startsWith(part) && isMadeOf(text.slice(part.length), parts));
}
