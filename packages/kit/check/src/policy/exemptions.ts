import { matchesGlob } from "node:path";
import { exemptionExpired } from "../checks/exemptions/exemption-expired.ts";
import { exemptionUnused } from "../checks/exemptions/exemption-unused.ts";
import type { Finding } from "../finding.ts";
import type { Exemption } from "./define-policy.ts";
import type { ExemptionInForce, PolicyInForce, PolicyLayer } from "./in-force.ts";

/** An environment, what was found in it, and what it is judged by. */
export interface JudgedEnvironment {
  readonly id: string | undefined;
  readonly findings: readonly Finding[];
  readonly policy: PolicyInForce;
}

/** Findings of each environment that are not exempted, and those of policies that are for several environments. */
export interface Exempted {
  readonly environments: readonly (readonly Finding[])[];
  readonly policies: readonly Finding[];
}

/**
 * Leaves out what policies exempt, and adds what is wrong with the exemptions: one that matches nothing, and one whose last
 * day is over, which then exempts nothing any more. An exemption is judged where it was said: a system's matches
 * nothing where it does so in every environment of the system.
 *
 * @param today As `2026-01-31`.
 */
export function applyExemptions(judged: readonly JudgedEnvironment[], today: string): Exempted {
  const used = new Map<PolicyLayer, Set<number>>();
  const kept = judged.map(({ findings, policy }) =>
    findings.filter((finding) => {
      const exempting = policy.exemptions.filter(({ exemption }) => covers(exemption, finding));
      for (const { layer, index } of exempting) used.set(layer, (used.get(layer) ?? new Set()).add(index));
      return exempting.every(({ exemption }) => hasExpired(exemption, today));
    }),
  );
  const ids = new Set(judged.map(({ id }) => id));
  const wrongIn = (all: readonly ExemptionInForce[]): Finding[] =>
    all.flatMap((one) => {
      const isUsed = used.get(one.layer)?.has(one.index) === true;
      return wrong(one, isUsed ? undefined : objectsFound(one, judged), ids, today);
    });
  const firstWith = new Map<PolicyLayer, PolicyInForce>();
  for (const { policy } of judged.toReversed()) {
    for (const { layer } of policy.exemptions) firstWith.set(layer, policy);
  }
  return {
    environments: judged.map(({ policy }, index) => [
      ...kept[index]!,
      ...wrongIn(policy.exemptions.filter(({ layer }) => layer.level === "environment")),
    ]),
    policies: judged.flatMap(({ policy }) =>
      wrongIn(
        policy.exemptions.filter(({ layer }) => layer.level !== "environment" && firstWith.get(layer) === policy),
      ),
    ),
  };
}

function wrong(
  { exemption, index, layer: { level, where, environments } }: ExemptionInForce,
  unusedOf: readonly string[] | undefined,
  judged: ReadonlySet<string | undefined>,
  today: string,
): Finding[] {
  const place = {
    environment: level === "environment" ? environments?.[0] : undefined,
    object: `exemption of ${exemption.check} for ${exemption.object}`,
    where,
    document: 0,
    path: ["exemptions", index],
    source: where,
  };
  if (unusedOf !== undefined) {
    const isJudged = environments?.every((id) => judged.has(id)) === true;
    return isJudged ? [{ ...place, ...unused, fix: unusedFix(unusedOf) }] : [];
  }
  if (!hasExpired(exemption, today)) return [];
  const message = `the exemption held until ${exemption.until}, and what it exempts is still there`;
  return [{ ...place, ...expired, message }];
}

const unused = {
  check: exemptionUnused.id,
  severity: "warning",
  message: "the exemption matches no finding",
} as const;

/** The objects of an exemption's check, as exemptions write them, in the environments that it is for. */
function objectsFound({ exemption, layer }: ExemptionInForce, judged: readonly JudgedEnvironment[]): string[] {
  const concerned = judged.filter(({ policy }) => policy.exemptions.some((one) => one.layer === layer));
  const found = concerned.flatMap(({ findings }) => findings.filter(({ check }) => check === exemption.check));
  return [...new Set(found.map(({ object }) => shortOf(object)))].toSorted();
}

function unusedFix(found: readonly string[]): string {
  if (found.length === 0) return "remove it, or correct its check, object or text";
  const shown = found.slice(0, 3).join(", ");
  const rest = found.length > 3 ? ` and ${found.length - 3} more` : "";
  return `remove it, or correct its object or text: the check finds ${shown}${rest}; * is any text without a slash, so */* is every object`;
}

const expired = {
  check: exemptionExpired.id,
  severity: "warning",
  fix: "correct what it exempts, or give it a later day and a reason that holds until then",
} as const;

function covers({ check, object, about = "" }: Exemption, finding: Finding): boolean {
  return check === finding.check && finding.message.includes(about) && isOf(object, finding.object);
}

function isOf(pattern: string, object: string): boolean {
  const short = shortOf(object);
  return short === pattern || matchesGlob(short, pattern);
}

/** `Deployment/backend` stands for `Deployment backend` in any namespace. */
function shortOf(object: string): string {
  const [kind = "", rest] = object.split(" ", 2);
  return rest === undefined ? object : `${kind}/${rest.slice(rest.lastIndexOf("/") + 1)}`;
}

function hasExpired({ until }: Exemption, today: string): boolean {
  return until !== undefined && until < today;
}
