import { podCheck, type Check, type CheckFacts, type FindingDraft } from "./define-check.ts";
import type { EnvironmentView, PodView, View } from "./view/index.ts";

/** The Pod Security Standards, from the looser to the stricter, which has all of the looser. */
export type PodSecurityLevel = "baseline" | "restricted";

/**
 * A check that stands for one control of the Pod Security Standards, as Kubernetes enforces it. Where the
 * environment's own Namespace enforces the level, what it finds is an error: the API server refuses the pods, and takes
 * the workload that makes them.
 *
 * Each fault is found by one check only: those of `restricted` leave out what `baseline` forbids already.
 *
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function podSecurityCheck<const Id extends string>(
  control: Pick<CheckFacts<Id>, "id" | "title" | "standsFor"> & {
    readonly level: PodSecurityLevel;
    /** The minor version whose standard has it first, where that is later than 1.25. */
    readonly since?: number;
    readonly run: (pod: PodView, report: (said: FindingDraft) => void) => void;
  },
): Check<Id> {
  const { level, since = 0, run, ...facts } = control;
  return podCheck({
    ...facts,
    group: "pod-security",
    severity: { development: "info", production: "warning" },
    needs: ["objects"],
    run: (pod, report, environment) => {
      const isError = (): boolean => enforces(environment, pod, level, since);
      run(pod, (said) => report(isError() ? { ...said, severity: "error" } : said));
    },
  });
}

const enforceLabel = "pod-security.kubernetes.io/enforce";
export const enforceVersionLabel = "pod-security.kubernetes.io/enforce-version";

/** The level that a Namespace enforces. What is not a level counts as the strictest, as the API server has it. */
export function enforcedLevel(namespace: View<"Namespace">): PodSecurityLevel | undefined {
  const value = namespace.labels[enforceLabel];
  if (value === undefined || value === "privileged") return undefined;
  return value === "baseline" ? "baseline" : "restricted";
}

/** The minor version whose standard a Namespace enforces; without one it is the API server's own. */
export function enforcedVersion(namespace: View<"Namespace">): number {
  const value = /^v1\.(\d+)$/.exec(namespace.labels[enforceVersionLabel] ?? "");
  return value === null ? Infinity : Number(value[1]);
}

/** A pod in a user namespace, whose root is not the node's. Since 1.35 some controls let it do more. */
export function hasUserNamespace(pod: PodView): boolean {
  return pod.spec.hostUsers === false;
}

/** A pod for Windows, which cannot have what Linux has. */
export function isForWindows(pod: PodView): boolean {
  return pod.spec.os?.name === "windows";
}

function enforces(
  environment: EnvironmentView<"objects">,
  { namespace }: PodView,
  level: PodSecurityLevel,
  since: number,
): boolean {
  const own = environment.find("Namespace", undefined, namespace);
  if (own === undefined || enforcedVersion(own) < since) return false;
  const enforced = enforcedLevel(own);
  return enforced === "restricted" || enforced === level;
}
