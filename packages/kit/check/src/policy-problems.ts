import { nearest, shown, type Problem } from "@kit/errors";
import type { CheckPolicy, Exemption } from "@kit/model";
import { exemptibleIds } from "./exemptible-ids.ts";
import { registry } from "./registry.ts";

/**
 * What is wrong with what an environment says of the checks. The compiler sees most of it; values can come from
 * untyped code.
 *
 * @param where The file that says it.
 */
export function policyProblems({ exemptions }: CheckPolicy, where: string): Problem[] {
  return exemptions.flatMap((exemption) =>
    wrongIn(exemption).map(([what, next]): Problem => ({ code: "check-exemption", what, where, next })),
  );
}

function wrongIn({ check, object, reason, until }: Exemption): [string, string][] {
  const subject = `the exemption of ${shown(check)} for ${shown(object)}`;
  const wrong: [string, string][] = [];
  if (!isExemptible(check)) wrong.push([`${subject}: ${notExemptible(check)}`, nextFor(check)]);
  if (typeof reason !== "string" || reason.trim() === "") {
    wrong.push([`${subject} has no reason`, "say why it is accepted, for its reviewer"]);
  }
  if (until !== undefined && !isDay(until)) {
    wrong.push([`${subject} ends on ${shown(until)}, which is not a day`, "write the last day as 2027-01-31"]);
  }
  return wrong;
}

function notExemptible(check: string): string {
  if (!registry.some(({ id }) => id === check)) return "there is no check of that name";
  return "what that check finds cannot be exempted";
}

function nextFor(check: string): string {
  if (registry.some(({ id }) => id === check)) return `correct what it finds; docs/checks/${check}.md says how`;
  const meant = nearest(check, exemptibleIds);
  return meant === undefined
    ? "docs/checks.md lists the checks"
    : `did you mean ${meant}? docs/checks.md lists the checks`;
}

function isDay(until: string): boolean {
  // JSON has null for a day that there is not, and another day for the 30th of February.
  return /^\d{4}-\d{2}-\d{2}$/.test(until) && JSON.stringify(new Date(until)).startsWith(`"${until}`);
}

function isExemptible(check: string): boolean {
  return (exemptibleIds as readonly string[]).includes(check);
}
