import type { CheckPolicy } from "@kit/model";
import type { CheckOptions } from "./check-options.ts";
import type { Check, Said } from "./define-check.ts";
import { applyExemptions } from "./exemptions.ts";
import type { Finding } from "./finding.ts";
import { registry } from "./registry.ts";
import { runChecks, type Reported } from "./run-checks.ts";
import {
  environmentView,
  type EnvironmentFacts,
  type EnvironmentView,
  type SourceObject,
  type View,
} from "./view/index.ts";
import { viewOf } from "./view-of.ts";
import { pathText } from "./path-text.ts";

/** An environment to be judged: its objects, and what is known of it. */
export interface CheckedEnvironment extends EnvironmentFacts {
  readonly objects: readonly SourceObject[];
  /** What it says of the checks, and the file that says it. */
  readonly policy?: { readonly checks: CheckPolicy; readonly where: string } | undefined;
}

export interface CheckSettings {
  /** The day, as `2026-01-31`: exemptions end. */
  readonly today: string;
  /** Default: all. */
  readonly checks?: readonly Check[];
}

/**
 * Judges environments, each as one set, and those of one cluster together.
 *
 * @returns Everything that is wrong and not exempted, in the order of the environments, their files and the places in
 * those.
 */
export function check(
  environments: readonly CheckedEnvironment[],
  { today, checks = registry }: CheckSettings,
): Finding[] {
  const sets = environments.map((environment) => ({ environment, ...viewsOf(environment) }));
  const reported = runChecks(
    sets.map(({ view, structures }) => ({ view, structures })),
    checks,
  );
  return sets.flatMap(({ environment, view }) => {
    const own = reported.filter(({ on }) => on.environment === view);
    const findings = distinct(own.flatMap((one) => asFinding(one, view)));
    return applyExemptions(findings, environment, today).toSorted(byPlace);
  });
}

function viewsOf({ objects, policy, ...facts }: CheckedEnvironment) {
  const views: View[] = [];
  // `defineChecks` has typed them, and the model keeps them without knowing what checks there are.
  const options = (policy?.checks.options as CheckOptions | undefined) ?? facts.options;
  const environment: EnvironmentView = environmentView({ ...facts, options }, views);
  const structures = objects.map((object) => {
    const { view, structure } = viewOf(object, environment);
    views.push(view);
    return structure;
  });
  return { view: environment, structures };
}

function asFinding(
  { check: { id, severity }, on, said }: Reported,
  { id: environment, profile }: EnvironmentView,
): Finding[] {
  const { message, fix, path = [], severity: own }: Said = said;
  const one = own ?? (typeof severity === "string" ? severity : severity[profile]);
  if (one === "off") return [];
  const { object, where, document, source } = on;
  return [{ check: id, severity: one, environment, object, where, document, path, message, fix, source }];
}

/** One check may come to one place twice, by two ways. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

function keyOf({ check: id, where, document, path, message }: Finding): string {
  return [id, where, document, pathText(path), message].join("\n");
}

function byPlace(one: Finding, other: Finding): number {
  return (
    compare(one.where, other.where) ||
    one.document - other.document ||
    compare(pathText(one.path), pathText(other.path)) ||
    compare(one.check, other.check) ||
    compare(one.message, other.message)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
