import { nearest, shown, type Problem } from "@kit/errors";
import { isMap } from "@kit/kube";
import { isPolicy } from "@kit/model";
import { pageOf } from "../page-of.ts";
import { registry } from "../registry.ts";
import { exemptibleIds } from "./exemptible-ids.ts";
import { exemptionProblems } from "./exemption-problems.ts";
import { optionRules } from "./options.ts";
import { isPack } from "./pack.ts";

/**
 * What is wrong with what a policy says. The compiler sees most of it; values can come from untyped code.
 *
 * @param where The place that says it.
 */
export function policyProblems(policy: unknown, where: string): Problem[] {
  if (!isPolicy(policy)) {
    const next = "write what definePolicy returns";
    return [
      { code: "policy-value", what: `the policy is ${shown(policy)}, which definePolicy has not made`, where, next },
    ];
  }
  const { said }: { readonly said: unknown } = policy;
  if (!isMap(said)) {
    const next = "write definePolicy({ severities: { … }, exemptions: [ … ] }), say";
    return [{ code: "policy-value", what: `definePolicy was given ${shown(said)}`, where, next }];
  }
  const say = ([what, next]: Wrong): Problem => ({ code: "policy-value", what, where, next });
  const wrong = Object.entries(said).flatMap(([field, value]): Wrong[] => {
    if (value === undefined) return [];
    if (!isField(field)) return [[`${shown(field)} is not a field of a policy`, hint(field, Object.keys(fields))]];
    return fields[field](value);
  });
  return [...wrong.map(say), ...exemptionProblems(said["exemptions"], where)];
}

type Wrong = readonly [what: string, next: string];

const profiles = ["development", "production"];
const severities = ["error", "warning", "info", "off"];

const fields = {
  profile: (value: unknown): Wrong[] =>
    profiles.includes(value as string)
      ? []
      : [[`profile is ${shown(value)}`, 'write "development" or "production", or remove it']],
  packs: (value: unknown): Wrong[] =>
    Array.isArray(value)
      ? value.flatMap(wrongPack)
      : [[`packs is ${shown(value)}`, "write a list, such as [replicated(), probed()]"]],
  severities: (value: unknown): Wrong[] =>
    isMap(value)
      ? Object.entries(value).flatMap(([id, severity]) => wrongSeverity(id, severity))
      : [[`severities is ${shown(value)}`, 'write { "image-tag-latest": "error" }, say']],
  options: (value: unknown): Wrong[] =>
    isMap(value)
      ? wrongOptions(value, "options")
      : [[`options is ${shown(value)}`, "write { minimumReplicas: 3 }, say"]],
  exemptions: (): Wrong[] => [],
} as const;

function wrongPack(one: unknown, index: number): Wrong[] {
  if (isPack(one)) return wrongOptions({ ...one.options }, `packs[${index}], ${one.name}`);
  const what = `packs[${index}] is ${shown(one)}, not a rule pack`;
  return [[what, "write what a pack's function returns, such as replicated({ minimum: 2 })"]];
}

function wrongSeverity(id: string, severity: unknown): Wrong[] {
  if (severity === undefined) return [];
  if (!registry.some((check) => check.id === id)) {
    return [[`severities: there is no check ${shown(id)}`, hint(id, exemptibleIds, "docs/checks.md lists the checks")]];
  }
  if (!(exemptibleIds as readonly string[]).includes(id)) {
    return [[`severities: the severity of ${id} cannot be changed`, `correct what it finds; ${pageOf(id)} says more`]];
  }
  if (severities.includes(severity as string)) return [];
  return [[`severities: ${id} is ${shown(severity)}`, 'write "error", "warning", "info" or "off"']];
}

function wrongOptions(options: Readonly<Record<string, unknown>>, subject: string): Wrong[] {
  return Object.entries(options).flatMap(([name, value]): Wrong[] => {
    if (value === undefined) return [];
    if (!isOption(name))
      return [[`${subject}: there is no option ${shown(name)}`, hint(name, Object.keys(optionRules))]];
    const { isValid, must } = optionRules[name];
    if (isValid(value)) return [];
    return [[`${subject}: ${name} ${must}, got ${shown(value)}`, `change it where it is said`]];
  });
}

function hint(word: string, known: readonly string[], otherwise = `write one of ${known.join(", ")}`): string {
  const meant = nearest(word, known);
  return meant === undefined ? otherwise : `did you mean ${meant}?`;
}

function isField(field: string): field is keyof typeof fields {
  return Object.hasOwn(fields, field);
}

function isOption(name: string): name is keyof typeof optionRules {
  return Object.hasOwn(optionRules, name);
}
