import type { Scope } from "@kit/station";
import type { Path, StructureProblem } from "@kit/schema";
import type { TextPlace } from "@kit/yaml";
import type { DeliveryObject, Sync } from "./delivery/syncs.ts";
import type { Group, Profile, Severity } from "./finding.ts";
import type { ExemptibleId } from "./policy/exemptible-ids.ts";
import type { PolicySeverity } from "./policy/pack.ts";
import type {
  ContainerView,
  EnvironmentView,
  KindName,
  Need,
  OverlayView,
  PodView,
  PromisedSecret,
  View,
} from "./view/index.ts";

/** What a check says of itself. The page docs/checks/<id>.md says the rest. */
export interface CheckFacts<Id extends string> {
  /** Lower case with dashes; also the name of its file, its test and its page. */
  readonly id: Id;
  readonly group: Group;
  /** One for all environments, or one per profile; `off` where only a policy has it judged. */
  readonly severity: PolicySeverity | Readonly<Record<Profile, PolicySeverity>>;
  /** What it finds, as a clause: `a Service selects no pod`. */
  readonly title: string;
  /**
   * The checks whose findings are the same gap as one of its own, where they are at a place that it covers: one finding is
   * told then. Default: none.
   */
  readonly standsFor?: readonly ExemptibleId[];
}

/** What a check says of one place. */
export interface FindingDraft {
  /** What is wrong, with the offending value, in one sentence without a full stop. */
  readonly message: string;
  /** What to do, in one clause that begins with a verb. */
  readonly fix: string;
  /** From the object's root. Default: the object itself. */
  readonly path?: Path;
  /** The place in the file, where the path does not lead there. */
  readonly position?: TextPlace | undefined;
  /** The places that it tells all of, for those that its check stands for. Default: its own. */
  readonly covers?: readonly Path[];
  /** Where this place is judged in another way than the check's severity says. */
  readonly severity?: Severity;
}

/** The environments that share a cluster, as far as a check needs them. Where nobody says which it is, one is by itself. */
export interface ClusterView<Needs extends Need = Need> {
  readonly environments: readonly EnvironmentView<Needs>[];
}

/** Says what is wrong with the object that a check was given. */
export type ReportFinding = (said: FindingDraft) => void;
type ReportOn = (object: View, said: FindingDraft) => void;
type ReportOnSecret = (contract: PromisedSecret, said: FindingDraft) => void;
type ReportOnFile = (
  /** A file of the overlay's, by its path from the root. */
  file: string,
  said: FindingDraft,
) => void;

type ObjectRun<Subject, Needs extends Need> = (
  subject: Subject,
  report: ReportFinding,
  environment: EnvironmentView<Needs>,
) => void;
type EnvironmentRun<Needs extends Need> = (
  environment: EnvironmentView<Needs>,
  report: ReportOn,
  reportOnSecret: ReportOnSecret,
) => void;
type ClusterRun<Needs extends Need> = (
  cluster: ClusterView<Needs>,
  report: ReportOn,
  reportOnCluster: (said: FindingDraft) => void,
) => void;
type AcrossRun<Needs extends Need> = (environments: readonly EnvironmentView<Needs>[], report: ReportOn) => void;
type OverlayRun<Needs extends Need> = (
  environment: EnvironmentView<Needs | "overlay"> & { readonly overlay: OverlayView },
  report: ReportOnFile,
) => void;
type DeliveryRun<Needs extends Need> = (
  sync: Sync,
  report: (on: DeliveryObject, said: FindingDraft) => void,
  environment: EnvironmentView<Needs | "delivery" | "objects">,
) => void;

interface Runs {
  /** The kind of structural problems that the check stands for. */
  readonly structure?: StructureProblem["code"];
  readonly object?: ObjectRun<View, Need>;
  readonly environment?: EnvironmentRun<Need>;
  readonly cluster?: ClusterRun<Need>;
  readonly across?: AcrossRun<Need>;
  readonly overlay?: OverlayRun<Need>;
  readonly delivery?: DeliveryRun<Need>;
}

/** A check: what it says of itself, what it needs, and one of the ways to run it. */
export interface Check<Id extends string = string> extends CheckFacts<Id> {
  /** The kinds that an object check reads. Default: all. */
  readonly kinds?: readonly KindName[];
  /** What it is given beside the object: nothing else reaches it. */
  readonly needs: readonly Need[];
  readonly runs: Runs;
}

/** What a finding of a check can depend on: an edit elsewhere leaves it as it is. */
export function scopeOf({ needs, runs }: Check): Scope {
  if (runs.across !== undefined) return "repository";
  if (runs.cluster !== undefined) return "cluster";
  return needs.length > 0 ? "environment" : "object";
}

/** What a check needs beside what it judges: it is given that, and what it reads without having declared it does not compile. */
interface Needing<Needs extends Need> {
  /** Default: nothing. */
  readonly needs?: readonly Needs[];
}

/** A check that the schema makes: it reports one kind of structural problem. */
export function structureCheck<const Id extends string>(
  check: CheckFacts<Id> & { readonly code: StructureProblem["code"] },
): Check<Id> {
  const { code, ...facts } = check;
  return { ...facts, needs: [], runs: { structure: code } };
}

/** A check of one object of some kinds. */
export function objectCheck<const Id extends string, const Kind extends KindName, const Needs extends Need = never>(
  check: CheckFacts<Id> &
    Needing<Needs> & { readonly kinds: readonly Kind[]; readonly run: ObjectRun<View<Kind>, Needs> },
): Check<Id> {
  const { run, needs = [], ...facts } = check;
  return { ...facts, needs, runs: { object: run as Runs["object"] & {} } };
}

/** A check of every object, whatever its kind, also of kinds that the schema does not know. */
export function anyObjectCheck<const Id extends string, const Needs extends Need = never>(
  check: CheckFacts<Id> & Needing<Needs> & { readonly run: ObjectRun<View, Needs> },
): Check<Id> {
  const { run, needs = [], ...facts } = check;
  return { ...facts, needs, runs: { object: run } };
}

/**
 * A check of the pods of every workload, and of bare Pods; one of API validity also of PodTemplates. Its paths begin with `pod.path`.
 * The templates of custom resources are judged too, but not by the rules of the API server, which takes them unseen.
 */
export function podCheck<const Id extends string, const Needs extends Need = never>(
  check: CheckFacts<Id> & Needing<Needs> & { readonly run: ObjectRun<PodView, Needs> },
): Check<Id> {
  const { run, ...facts } = check;
  return anyObjectCheck<Id, Needs>({
    ...facts,
    run: ({ describedPod, pods }, report, environment) => {
      const judged = facts.group === "api-validity" ? [describedPod] : pods;
      for (const pod of judged) if (pod !== undefined) run(pod, report, environment);
    },
  });
}

/** A check of every container, init and ephemeral ones too. Its paths begin with `container.path`. */
export function containerCheck<const Id extends string, const Needs extends Need = never>(
  check: CheckFacts<Id> & Needing<Needs> & { readonly run: ObjectRun<ContainerView, Needs> },
): Check<Id> {
  const { run, ...facts } = check;
  return podCheck<Id, Needs>({
    ...facts,
    run: (pod, report, environment) => {
      for (const container of pod.containers) run(container, report, environment);
    },
  });
}

/** A check of an environment as one set. */
export function environmentCheck<const Id extends string, const Needs extends Need>(
  check: CheckFacts<Id> & { readonly needs: readonly Needs[]; readonly run: EnvironmentRun<Needs> },
): Check<Id> {
  const { run, ...facts } = check;
  return { ...facts, runs: { environment: run } };
}

/** A check of the environments that share a cluster. */
export function clusterCheck<const Id extends string, const Needs extends Need>(
  check: CheckFacts<Id> & { readonly needs: readonly Needs[]; readonly run: ClusterRun<Needs> },
): Check<Id> {
  const { run, ...facts } = check;
  return { ...facts, runs: { cluster: run } };
}

/** A check of all environments that are judged together, on whatever clusters they are. */
export function acrossCheck<const Id extends string, const Needs extends Need>(
  check: CheckFacts<Id> & { readonly needs: readonly Needs[]; readonly run: AcrossRun<Needs> },
): Check<Id> {
  const { run, ...facts } = check;
  return { ...facts, runs: { across: run } };
}

/** A check of an overlay's own files, beside what it renders to. That it needs the overlay, it need not say. */
export function overlayCheck<const Id extends string, const Needs extends Need = never>(
  check: CheckFacts<Id> & Needing<Needs> & { readonly run: OverlayRun<Needs> },
): Check<Id> {
  const { run, needs = [], ...facts } = check;
  return { ...facts, needs: ["overlay", ...needs], runs: { overlay: run } };
}

/**
 * A check of what syncs an environment, Applications of Argo CD and Kustomizations of Flux, and of those that it brings
 * itself. Paths are those of `sync.data`. That it needs how the environment is synced and its objects, it need not say.
 */
export function deliveryCheck<const Id extends string, const Needs extends Need = never>(
  check: CheckFacts<Id> & Needing<Needs> & { readonly run: DeliveryRun<Needs> },
): Check<Id> {
  const { run, needs = [], ...facts } = check;
  return { ...facts, needs: ["delivery", "objects", ...needs], runs: { delivery: run } };
}

/** A check that is not a function of its own: what reads manifests or applies exemptions reports it. */
export function builtInCheck<const Id extends string>(facts: CheckFacts<Id>): Check<Id> {
  return { ...facts, needs: [], runs: {} };
}
