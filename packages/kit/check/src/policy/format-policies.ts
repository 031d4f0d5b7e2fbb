import { forJson, forTerminal } from "@kit/text";
import { styleText } from "node:util";
import { registry } from "../registry.ts";
import type { ExemptionInForce, PolicyOrigin, PolicyInForce, PolicyLayer } from "./in-force.ts";
import type { Pack, PolicySeverity } from "./pack.ts";

/** What an environment is judged by. */
export interface EnvironmentPolicy {
  readonly id: string;
  readonly policy: PolicyInForce;
}

/** How many exemptions are shown; JSON has all. */
const shownExemptions = 10;

/**
 * What is in force for each environment that the checks do not have by themselves, and where it was said, as text for
 * people. Environments that are judged by the same are said once. Ends with a line break.
 */
export function formatPolicies(environments: readonly EnvironmentPolicy[]): string {
  const alike = Map.groupBy(environments, ({ policy }) => formatPolicy(policy));
  return [...alike]
    .map(([text, of]) => `${styleText("bold", forTerminal(of.map(({ id }) => id).join(", ")), always)}, ${text}`)
    .join("\n");
}

/** The same as JSON for other programs; docs/policy.md describes it. Ends with a line break. */
export function formatPoliciesJson(environments: readonly EnvironmentPolicy[]): string {
  const list = environments.map(({ id, policy }) => ({
    environment: id,
    profile: {
      value: policy.profile,
      ...(policy.profileBy === undefined ? unsaid : said({ layer: policy.profileBy })),
    },
    packs: policy.packs.map(({ pack: { name, parameters }, layer }) => ({
      pack: name,
      parameters,
      ...said({ layer }),
    })),
    severities: changed(policy).map(({ id: check, severity, ordinary, by }) => {
      return { check, severity, ordinary, ...said(by), pack: by.pack?.name ?? null };
    }),
    options: Object.entries(policy.options).map(([option, value]) => {
      const by = policy.optionsBy.get(option)!;
      return { option, value: value as unknown, ...said(by), pack: by.pack?.name ?? null };
    }),
    exemptions: policy.exemptions.map(({ exemption, layer }) => ({
      check: exemption.check,
      object: exemption.object,
      about: exemption.about ?? null,
      reason: exemption.reason,
      until: exemption.until ?? null,
      ...said({ layer }),
    })),
  }));
  return `${forJson({ environments: list })}\n`;
}

const unsaid = { level: null, file: null, line: null } as const;

function said({ layer: { level, where, line } }: PolicyOrigin): object {
  return { level, file: where, line: line ?? null };
}

function formatPolicy(policy: PolicyInForce): string {
  const { profile, profileBy, packs, exemptions } = policy;
  const layers = new Set([profileBy, ...packs.map(({ layer }) => layer), ...exemptions.map(({ layer }) => layer)]);
  for (const { by } of policy.severities.values()) layers.add(by.layer);
  for (const { layer } of policy.optionsBy.values()) layers.add(layer);
  const texts = [...layers]
    .filter((layer) => layer !== undefined)
    .toSorted((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level))
    .map((layer) => formatLayer(layer, policy));
  const nothing = "\n  nothing is said: every check judges as it ordinarily does\n";
  return `judged as ${profile}\n${texts.length === 0 ? nothing : texts.join("")}`;
}

const levels = ["repository", "system", "environment"];

/** What is in force of one policy: not what a later one says in another way. */
function formatLayer(layer: PolicyLayer, policy: PolicyInForce): string {
  const own = changed(policy).filter(({ by }) => by.layer === layer);
  const ofPack = (pack: Pack | undefined): string[] =>
    own.filter(({ by }) => by.pack === pack).map(({ id, ordinary, severity }) => `${id} ${ordinary} → ${severity}`);
  const packs = policy.packs.filter((one) => one.layer === layer);
  const options = Object.entries(policy.options).filter(([option]) => {
    const by = policy.optionsBy.get(option);
    return by?.layer === layer && by.pack === undefined;
  });
  const sections = [
    section("profile", policy.profileBy === layer ? [policy.profile] : []),
    section(
      "packs",
      packs.map(({ pack }) => [callOf(pack), ...orNothing(ofPack(pack).join(", "))].join(": ")),
    ),
    section("severities", ofPack(undefined)),
    section(
      "options",
      options.map(([option, value]) => `${option}: ${written(value)}`),
    ),
    section("exemptions", formatExemptions(policy.exemptions.filter((one) => one.layer === layer))),
  ];
  return `\n  ${styleText("dim", forTerminal(`${placeOf(layer)}, for the ${layer.level}`), always)}\n${sections.join("")}`;
}

function section(name: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return `    ${name}\n${lines.map((line) => `      ${forTerminal(line)}\n`).join("")}`;
}

function formatExemptions(exemptions: readonly ExemptionInForce[]): string[] {
  const lines = exemptions
    .slice(0, shownExemptions)
    .map(({ exemption: { check, object, about, reason, until } }) =>
      [
        `${check} of ${object}`,
        ...(about === undefined ? [] : [`, about ${about}`]),
        ...(until === undefined ? [] : [`, until ${until}`]),
        `: ${reason}`,
      ].join(""),
    );
  const more = exemptions.length - shownExemptions;
  return more > 0 ? [...lines, `and ${more} more (--json has all)`] : lines;
}

/** The severities that are not the checks' own, in the order of the registry. */
function changed({ severities, profile }: PolicyInForce) {
  return registry.flatMap(({ id, severity }) => {
    const one = severities.get(id);
    const ordinary: PolicySeverity = typeof severity === "string" ? severity : severity[profile];
    return one === undefined || one.severity === ordinary ? [] : [{ id, ordinary, ...one }];
  });
}

/** `replicated({ minimum: 2 })`: a pack as it is written. */
function callOf({ name, parameters }: Pack): string {
  const fields = Object.entries(parameters).map(([key, value]) => `${key}: ${written(value)}`);
  return `${name}(${fields.length === 0 ? "" : `{ ${fields.join(", ")} }`})`;
}

function written(value: unknown): string {
  return Array.isArray(value) ? `[${value.map((one) => JSON.stringify(one)).join(", ")}]` : JSON.stringify(value);
}

function orNothing(text: string): string[] {
  return text === "" ? [] : [text];
}

function placeOf({ where, line }: PolicyLayer): string {
  return line === undefined ? where : `${where}:${line}`;
}

// Whether there is a terminal is for the edge to know.
const always = { validateStream: false } as const;
