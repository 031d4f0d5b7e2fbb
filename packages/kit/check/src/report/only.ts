import { didYouMean, shown } from "@kit/errors";
import { registry } from "../registry.ts";
import type { LocatedFinding } from "./locate.ts";
import { severities } from "./order.ts";

/** Findings of some checks, each named by its id, its group or its severity. */
export function onlyFindings(findings: readonly LocatedFinding[], names: readonly string[]): LocatedFinding[] {
  const wanted = new Set(names);
  const groups = new Map(registry.map(({ id, group }) => [id, group]));
  return findings.filter(
    ({ check, severity }) => wanted.has(check) || wanted.has(severity) || wanted.has(groups.get(check) ?? ""),
  );
}

/** What is wrong with a name of checks, and what to write instead; undefined where nothing is. */
export function selectorProblem(name: string): { readonly what: string; readonly next: string } | undefined {
  const ids = registry.map(({ id }) => id);
  const others = [...severities, ...new Set(registry.map(({ group }) => group))];
  const known: readonly string[] = [...ids, ...others];
  if (known.includes(name)) return undefined;
  const next = `name checks of docs/checks.md, or ${others.join(", ")}${didYouMean(name, known)}`;
  return { what: `--only cannot be ${shown(name)}`, next };
}
