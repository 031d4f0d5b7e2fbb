import { matchesGlob } from "node:path";
import type { CheckPolicy, Exemption } from "@kit/model";
import { exemptionExpired } from "./checks/exemptions/exemption-expired.ts";
import { exemptionUnused } from "./checks/exemptions/exemption-unused.ts";
import type { Finding } from "./finding.ts";

/** What is read of an environment. */
interface Exempting {
  readonly id: string | undefined;
  readonly policy?: { readonly checks: CheckPolicy; readonly where: string } | undefined;
}

/**
 * Leaves out what an environment exempts, and adds what is wrong with the exemptions: one that matches nothing, and
 * one whose last day is over, which then exempts nothing any more.
 *
 * @param today As `2026-01-31`.
 */
export function applyExemptions(findings: readonly Finding[], { id, policy }: Exempting, today: string): Finding[] {
  if (policy === undefined) return [...findings];
  const used = new Set<Exemption>();
  const kept = findings.filter((finding) => {
    const exempting = policy.checks.exemptions.filter((exemption) => covers(exemption, finding));
    for (const exemption of exempting) used.add(exemption);
    return exempting.every((exemption) => hasExpired(exemption, today));
  });
  const wrong = policy.checks.exemptions.flatMap((exemption, index): Finding[] => {
    const place = {
      environment: id,
      where: policy.where,
      document: 0,
      path: ["checks", "exemptions", index],
      source: policy.where,
    };
    const object = `exemption of ${exemption.check} for ${exemption.object}`;
    if (!used.has(exemption)) return [{ ...place, ...unused, object }];
    if (!hasExpired(exemption, today)) return [];
    const message = `the exemption held until ${exemption.until}, and what it exempts is still there`;
    return [{ ...place, ...expired, object, message }];
  });
  return [...kept, ...wrong];
}

const unused = {
  check: exemptionUnused.id,
  severity: "warning",
  message: "the exemption matches no finding",
  fix: "remove it, or correct its check, object or text",
} as const;

const expired = {
  check: exemptionExpired.id,
  severity: "warning",
  fix: "correct what it exempts, or give it a later day and a reason that holds until then",
} as const;

function covers({ check, object, about = "" }: Exemption, finding: Finding): boolean {
  return check === finding.check && finding.message.includes(about) && isOf(object, finding.object);
}

/** `Deployment/backend` stands for `Deployment backend` in any namespace. */
function isOf(pattern: string, object: string): boolean {
  const [kind = "", rest] = object.split(" ", 2);
  const short = rest === undefined ? object : `${kind}/${rest.slice(rest.lastIndexOf("/") + 1)}`;
  return short === pattern || matchesGlob(short, pattern);
}

function hasExpired({ until }: Exemption, today: string): boolean {
  return until !== undefined && until < today;
}
