import { check } from "../src/check.ts";
import type { Check } from "../src/define-check.ts";
import { definePolicy, type PolicyFields } from "../src/policy/define-policy.ts";
import type { PolicyLayer } from "../src/policy/in-force.ts";
import { pathText } from "../src/path-text.ts";
import { readManifests } from "../src/read-manifests.ts";
import type { EnvironmentFacts } from "../src/view/index.ts";

/** What is known of judged manifests. Default: nothing, as of a file that somebody names; judged as production. */
export interface Facts extends Partial<Omit<EnvironmentFacts, "options">> {
  /** What its system says of the checks. */
  readonly policy?: PolicyFields;
  /** The package's file that an object comes from, by `Kind/name`; one text is for all. */
  readonly source?: string | Readonly<Record<string, string>>;
}

/** An environment to be judged together with others. */
export interface Judged extends Facts {
  readonly manifests: string;
}

/** What a check finds in manifests, as lines: `error Service default/web spec.selector: message; fix`. */
export function judge(check: Check, manifests: string, facts: Facts = {}): string[] {
  return judgeTogether(check, [{ manifests, ...facts }]);
}

/** What a check finds in environments that are judged in one run. */
export function judgeTogether(one: Check, environments: readonly Judged[]): string[] {
  const sets = environments.map(({ manifests, source, policy = {}, ...facts }) => {
    const where = facts.id === undefined ? "stdin" : `generated/rendered/${facts.id}.yaml`;
    const objects = readManifests(manifests, where).objects.map((object) => ({
      ...object,
      source: typeof source === "string" ? source : source?.[nameOf(object.data)],
    }));
    return { ...nothing, ...facts, objects, policies: [layerOf(policy)] };
  });
  return check(sets, { today: "2026-01-31", checks: [one] }).map(({ severity, object, path, message, fix }) =>
    [severity, object, `${pathText(path)}: ${message}; ${fix}`].join(" ").replace(" : ", ": "),
  );
}

/** A policy as a system says it. */
function layerOf(fields: PolicyFields, environments?: readonly string[]): PolicyLayer {
  const where = "packages/shop/environments/src/policy.ts";
  return { level: "system", policy: definePolicy(fields), where, line: undefined, environments };
}

const nothing = {
  id: undefined,
  profile: "production",
  cluster: undefined,
  contracts: undefined,
  overlay: undefined,
} as const;

function nameOf(data: unknown): string {
  const { kind, metadata } = data as { kind: string; metadata: { name: string } };
  return `${kind}/${metadata.name}`;
}
