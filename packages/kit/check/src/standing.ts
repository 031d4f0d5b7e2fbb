import type { Path } from "@kit/schema";
import type { Check } from "./define-check.ts";
import type { Finding } from "./finding.ts";
import { bySeverity } from "./report/order.ts";

/**
 * Marks the findings that another one of the same object tells as well: those of checks that its check stands for, at a place
 * that it covers or below. What is more severe is never told by what is less.
 */
export function tellOnce(findings: readonly Finding[], checks: readonly Check[]): Finding[] {
  const standsFor = new Map(checks.map(({ id, standsFor: ids = [] }) => [id, new Set<string>(ids)]));
  const toldBy = new Map<Finding, string>();
  const byObject = Map.groupBy(findings, objectOf);
  for (const own of byObject.values()) {
    for (const one of own.toSorted(bySeverity)) {
      const ids = standsFor.get(one.check);
      if (ids === undefined || ids.size === 0 || toldBy.has(one)) continue;
      for (const other of own) {
        if (!ids.has(other.check) || toldBy.has(other) || bySeverity(one, other) > 0) continue;
        if ((one.covers ?? [one.path]).some((place) => leadsTo(place, other.path))) toldBy.set(other, one.check);
      }
    }
  }
  return findings.map((finding) => (toldBy.has(finding) ? { ...finding, toldBy: toldBy.get(finding) } : finding));
}

/** What is told of findings: all but what others of them tell as well. */
export function toldOf<One extends Finding>(findings: readonly One[]): One[] {
  const there = new Set(findings.map((finding) => `${finding.check}\n${objectOf(finding)}`));
  return findings.filter((finding) => !there.has(`${finding.toldBy}\n${objectOf(finding)}`));
}

function objectOf({ where, document, within = [] }: Finding): string {
  return [where, document, ...within].join("\n");
}

/** Whether a place is at a path or below it. */
export function leadsTo(path: Path, place: Path): boolean {
  return path.length <= place.length && path.every((step, index) => step === place[index]);
}
