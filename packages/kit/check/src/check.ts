import { byCodeUnits } from "@kit/text";
import { definedKinds } from "@kit/kube";
import type { Path } from "@kit/schema";
import type { Check, FindingDraft } from "./define-check.ts";
import type { Finding, Profile } from "./finding.ts";
import { applyExemptions } from "./policy/exemptions.ts";
import { policyInForce, severityOf, type PolicyInForce, type PolicyLayer } from "./policy/in-force.ts";
import { registry } from "./registry.ts";
import { definedSchemas } from "./definitions/defined-schemas.ts";
import { runChecks, type Reported } from "./run-checks.ts";
import { tellOnce } from "./standing.ts";
import { environmentView, type EnvironmentFacts, type SourceObject } from "./view/index.ts";
import { viewOf } from "./view-of.ts";
import { pathText } from "./path-text.ts";

/** An environment to be judged: its objects, and what is known of it. */
export interface CheckedEnvironment extends Omit<EnvironmentFacts, "options"> {
  readonly objects: readonly SourceObject[];
  /** How strict, where no policy says it. */
  readonly profile: Profile;
  /** The policies that are for it: the repository's, its system's, its own. Default: none. */
  readonly policies?: readonly PolicyLayer[];
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
 * those; what is wrong with policies of several environments is last. What others of them tell as well has `toldBy`.
 */
export function check(
  environments: readonly CheckedEnvironment[],
  { today, checks = registry }: CheckSettings,
): Finding[] {
  const sets = environments.map(viewsOf);
  const reported = runChecks(
    sets.map(({ view, structures }) => ({ view, structures })),
    checks,
  );
  const judged = sets.map(({ view, policy }) => {
    const own = reported.filter(({ on }) => on.environment === view);
    return { id: view.id, policy, findings: distinct(own.flatMap((one) => asFinding(one, view, policy))) };
  });
  const { environments: found, policies } = applyExemptions(judged, today);
  return [...found.flatMap((findings) => tellOnce(findings, checks).toSorted(byPlace)), ...policies];
}

function viewsOf({ objects, policies = [], ...facts }: CheckedEnvironment) {
  const policy = policyInForce(policies, facts.profile);
  const { profile, options } = policy;
  const all = objects.map(({ data }) => data);
  const { namespace, cluster } = facts;
  const around = { namespace, defined: definedKinds(all), schemas: definedSchemas(all), minor: cluster?.kubernetes };
  const read = objects.map((object) => viewOf(object, around));
  const views = read.map(({ view }) => view);
  return {
    view: environmentView({ ...facts, profile, options }, views),
    structures: read.map(({ structure }) => structure),
    policy,
  };
}

function asFinding(
  { check: { id, severity }, on, said }: Reported,
  { id: environment, profile }: EnvironmentFacts,
  policy: PolicyInForce,
): Finding[] {
  const { message, fix, path = [], position, covers, severity: own }: FindingDraft = said;
  const ordinary = typeof severity === "string" ? severity : severity[profile];
  const one = severityOf(id, ordinary, own, policy);
  if (one === "off") return [];
  const { object, where, document, within = [], source } = on;
  const place = { object, where, document, within, path, position, source };
  return [{ check: id, severity: one, environment, ...place, message, fix, covers }];
}

/** One check may come to one place twice, by two ways. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

function keyOf({ check: id, where, document, within = [], path, position, message }: Finding): string {
  return [id, where, document, pathText(within), pathText(path), position?.line, message].join("\n");
}

function byPlace(one: Finding, other: Finding): number {
  return (
    byCodeUnits(one.where, other.where) ||
    one.document - other.document ||
    comparePaths(one.within, other.within) ||
    byCodeUnits(pathText(one.path), pathText(other.path)) ||
    byCodeUnits(one.check, other.check) ||
    byCodeUnits(one.message, other.message)
  );
}

/** Items of a List by their numbers. */
function comparePaths(one: Path = [], other: Path = []): number {
  const at = one.findIndex((step, index) => step !== other[index]);
  if (at < 0) return one.length - other.length;
  const [step, against] = [one[at], other[at]];
  if (against === undefined) return 1;
  return typeof step === "number" && typeof against === "number"
    ? step - against
    : byCodeUnits(String(step), String(against));
}
