import type { OpenApiSchema } from "@kit/schema";

type Say = (breaks: boolean, what: string) => void;
type Bound =
  | "maximum"
  | "maxLength"
  | "maxItems"
  | "maxProperties"
  | "minimum"
  | "minLength"
  | "minItems"
  | "minProperties";

const most: readonly Bound[] = ["maximum", "maxLength", "maxItems", "maxProperties"];
const least: readonly Bound[] = ["minimum", "minLength", "minItems", "minProperties"];

/** What a newer schema of one place lets values be, beside their type, their fields and what they are one of. */
export function compareLimits(before: OpenApiSchema, after: OpenApiSchema, say: Say): void {
  for (const name of [...most, ...least]) {
    const [own, other] = [before[name], after[name]];
    if (own === other) continue;
    if (other === undefined) say(false, `has no ${name} any more`);
    else say(isNarrower(name, own, other), `has ${own === undefined ? "" : `not ${own} but `}${other} as ${name}`);
  }
  for (const name of ["pattern", "format"] as const) {
    if (before[name] === after[name]) continue;
    if (after[name] === undefined) say(false, `has no ${name} any more`);
    else say(true, `has the ${name} ${after[name]}`);
  }
  if (before.nullable === true && after.nullable !== true) say(true, "may not be null any more");
  if (isOpen(before) && !isOpen(after)) say(true, "takes no other fields any more than those that it names");
  compareConditions(before, after, say);
  const [own, other] = [before.default, after.default].map((value) => JSON.stringify(value));
  if (own !== other) say(false, other === undefined ? "has no default any more" : `has the default ${other}`);
}

function isNarrower(name: Bound, own: number | undefined, other: number): boolean {
  if (own === undefined) return true;
  return most.includes(name) ? other < own : other > own;
}

function compareConditions(before: OpenApiSchema, after: OpenApiSchema, say: Say): void {
  const known = rulesOf(before);
  for (const rule of rulesOf(after).difference(known)) say(true, `has to meet the rule ${rule}`);
  for (const rule of known.difference(rulesOf(after))) say(false, `need not meet the rule ${rule} any more`);
  for (const name of ["allOf", "anyOf", "oneOf", "not"] as const) {
    const [own, other] = [before, after].map((schema) => JSON.stringify((schema as Record<string, unknown>)[name]));
    if (own !== other && other !== undefined) say(true, `has other conditions in ${name}`);
  }
  const [list, newer] = [before["x-kubernetes-list-type"] ?? "atomic", after["x-kubernetes-list-type"] ?? "atomic"];
  if (list !== newer) say(newer !== "atomic", `is merged as ${newer}, and was as ${list}`);
}

function rulesOf(schema: OpenApiSchema): Set<string> {
  return new Set((schema["x-kubernetes-validations"] ?? []).map(({ rule }) => rule));
}

function isOpen(schema: OpenApiSchema): boolean {
  return schema["x-kubernetes-preserve-unknown-fields"] === true;
}
