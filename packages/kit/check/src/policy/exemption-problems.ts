import { nearest, shown, type Problem } from "@kit/errors";
import { pageOf } from "../page-of.ts";
import { registry } from "../registry.ts";
import { exemptibleIds } from "./exemptible-ids.ts";

/**
 * What is wrong with the exemptions of a policy.
 *
 * @param where The place that says them.
 */
export function exemptionProblems(exemptions: unknown, where: string): Problem[] {
  const say = ([what, next]: Wrong): Problem => ({ code: "check-exemption", what, where, next });
  if (exemptions === undefined) return [];
  if (!Array.isArray(exemptions)) return [say([`exemptions is ${shown(exemptions)}`, `write a list: [${example}]`])];
  return exemptions.flatMap((one: unknown, index) => wrongIn(one, index).map(say));
}

type Wrong = readonly [what: string, next: string];

const example = '{ check: "image-digest", object: "Deployment/web", reason: "…" }';

function wrongIn(exemption: unknown, index: number): Wrong[] {
  const { check, object, about, reason, until } = (exemption ?? {}) as Record<string, unknown>;
  if (typeof check !== "string" || typeof object !== "string") {
    return [[`exemptions[${index}] is ${shown(exemption)}`, `name a check and an object: ${example}`]];
  }
  const subject = `the exemption of ${shown(check)} for ${shown(object)}`;
  const wrong: Wrong[] = [];
  if (!isExemptible(check)) wrong.push([`${subject}: ${notExemptible(check)}`, nextFor(check)]);
  if (typeof reason !== "string" || reason.trim() === "") {
    wrong.push([`${subject} has no reason`, "say why it is accepted, for its reviewer"]);
  }
  if (about !== undefined && typeof about !== "string") {
    wrong.push([`${subject} is about ${shown(about)}, which is not a text`, "write a part of the finding's message"]);
  }
  if (until !== undefined && !isDay(until)) {
    wrong.push([`${subject} ends on ${shown(until)}, which is not a day`, "write the last day as 2027-01-31"]);
  }
  return wrong;
}

function notExemptible(check: string): string {
  const known = registry.find(({ id }) => id === check);
  if (known === undefined) return "there is no check of that name";
  const why = known.group === "api-validity" ? ": the API server refuses the object all the same" : "";
  return `what that check finds cannot be exempted${why}`;
}

function nextFor(check: string): string {
  if (registry.some(({ id }) => id === check)) return `correct what it finds; ${pageOf(check)} says more`;
  const meant = nearest(check, exemptibleIds);
  return meant === undefined
    ? "docs/checks.md lists the checks"
    : `did you mean ${meant}? docs/checks.md lists the checks`;
}

function isDay(until: unknown): boolean {
  // JSON has null for a day that there is not, and another day for the 30th of February.
  return (
    typeof until === "string" &&
    /^\d{4}-\d{2}-\d{2}$/.test(until) &&
    JSON.stringify(new Date(until)).startsWith(`"${until}`)
  );
}

function isExemptible(check: string): boolean {
  return (exemptibleIds as readonly string[]).includes(check);
}
