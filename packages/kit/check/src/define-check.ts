import type { Cluster, SecretContract } from "@kit/model";
import type { Path, StructureProblem } from "@kit/schema";
import type { DeliveryObject, Sync } from "./delivery/syncs.ts";
import type { Group, Profile, Severity } from "./finding.ts";
import type { PolicySeverity } from "./policy/pack.ts";
import type { ContainerView, EnvironmentView, KindName, OverlayView, PodView, View } from "./view/index.ts";

/** What a check says of itself. The page docs/checks/<id>.md says the rest. */
export interface CheckFacts<Id extends string> {
  /** Lower case with dashes; also the name of its file, its test and its page. */
  readonly id: Id;
  readonly group: Group;
  /** One for all environments, or one per profile; `off` where only a policy has it judged. */
  readonly severity: PolicySeverity | Readonly<Record<Profile, PolicySeverity>>;
  /** What it finds, as a clause: `a Service selects no pod`. */
  readonly title: string;
}

/** What a check says of one place. */
export interface FindingDraft {
  /** What is wrong, with the offending value, in one sentence without a full stop. */
  readonly message: string;
  /** What to do, in one clause that begins with a verb. */
  readonly fix: string;
  /** From the object's root. Default: the object itself. */
  readonly path?: Path;
  /** Where this place is judged in another way than the check's severity says. */
  readonly severity?: Severity;
}

/** The clusters that environments share, with what runs on each. */
export interface ClusterView {
  /** Undefined where nobody says which it is; the environment is then by itself. */
  readonly cluster: Cluster | undefined;
  readonly environments: readonly EnvironmentView[];
}

/** Says what is wrong with the object that a check was given. */
export type ReportFinding = (said: FindingDraft) => void;
type ReportOn = (object: View, said: FindingDraft) => void;
type ReportOnSecret = (contract: SecretContract, said: FindingDraft) => void;

interface Runs {
  /** The kind of structural problems that the check stands for. */
  readonly structure?: StructureProblem["code"];
  readonly object?: (object: View, report: ReportFinding) => void;
  readonly environment?: (environment: EnvironmentView, report: ReportOn, reportOnSecret: ReportOnSecret) => void;
  readonly cluster?: (
    cluster: ClusterView,
    report: ReportOn,
    reportOnCluster: (cluster: ClusterView, said: FindingDraft) => void,
  ) => void;
  readonly overlay?: (
    environment: EnvironmentView & { readonly overlay: OverlayView },
    /** `file` is a file of the overlay's, by its path from the root. */
    report: (file: string, said: FindingDraft) => void,
  ) => void;
  readonly delivery?: (sync: Sync, report: (on: DeliveryObject, said: FindingDraft) => void) => void;
}

/** A check: what it says of itself, and one of the ways to run it. */
export interface Check<Id extends string = string> extends CheckFacts<Id> {
  /** The kinds that an object check reads. Default: all. */
  readonly kinds?: readonly KindName[];
  readonly runs: Runs;
}

/** A check that the schema makes: it reports one kind of structural problem. */
export function structureCheck<const Id extends string>(
  check: CheckFacts<Id> & { readonly code: StructureProblem["code"] },
): Check<Id> {
  const { code, ...facts } = check;
  return { ...facts, runs: { structure: code } };
}

/** A check of one object of some kinds. */
export function objectCheck<const Id extends string, const Kind extends KindName>(
  check: CheckFacts<Id> & {
    readonly kinds: readonly Kind[];
    readonly run: (object: View<Kind>, report: ReportFinding) => void;
  },
): Check<Id> {
  const { run, ...facts } = check;
  return { ...facts, runs: { object: run as Runs["object"] & {} } };
}

/** A check of every object, whatever its kind, also of kinds that the schema does not know. */
export function anyObjectCheck<const Id extends string>(
  check: CheckFacts<Id> & { readonly run: (object: View, report: ReportFinding) => void },
): Check<Id> {
  const { run, ...facts } = check;
  return { ...facts, runs: { object: run } };
}

/** A check of the pods of every workload, and of bare Pods. Its paths begin with `pod.path`. */
export function podCheck<const Id extends string>(
  check: CheckFacts<Id> & { readonly run: (pod: PodView, report: ReportFinding) => void },
): Check<Id> {
  const { run, ...facts } = check;
  const object = (view: View, report: ReportFinding): void => {
    const pod = view.environment.podOf(view);
    if (pod !== undefined) run(pod, report);
  };
  return { ...facts, runs: { object } };
}

/** A check of every container, init and ephemeral ones too. Its paths begin with `container.path`. */
export function containerCheck<const Id extends string>(
  check: CheckFacts<Id> & { readonly run: (container: ContainerView, report: ReportFinding) => void },
): Check<Id> {
  const { run, ...facts } = check;
  return podCheck({
    ...facts,
    run: (pod, report) => {
      for (const container of pod.containers) run(container, report);
    },
  });
}

/** A check of an environment's objects as one set. */
export function environmentCheck<const Id extends string>(
  check: CheckFacts<Id> & { readonly run: Runs["environment"] & {} },
): Check<Id> {
  const { run, ...facts } = check;
  return { ...facts, runs: { environment: run } };
}

/** A check of the environments that share a cluster. */
export function clusterCheck<const Id extends string>(
  check: CheckFacts<Id> & { readonly run: Runs["cluster"] & {} },
): Check<Id> {
  const { run, ...facts } = check;
  return { ...facts, runs: { cluster: run } };
}

/** A check of an overlay's own files, beside what it renders to. */
export function overlayCheck<const Id extends string>(
  check: CheckFacts<Id> & { readonly run: Runs["overlay"] & {} },
): Check<Id> {
  const { run, ...facts } = check;
  return { ...facts, runs: { overlay: run } };
}

/**
 * A check of what syncs an environment, Applications of Argo CD and Kustomizations of Flux, and of those that it brings
 * itself. Paths are those of `sync.data`.
 */
export function deliveryCheck<const Id extends string>(
  check: CheckFacts<Id> & { readonly run: Runs["delivery"] & {} },
): Check<Id> {
  const { run, ...facts } = check;
  return { ...facts, runs: { delivery: run } };
}

/** A check that is not a function of its own: what reads manifests or applies exemptions reports it. */
export function builtInCheck<const Id extends string>(facts: CheckFacts<Id>): Check<Id> {
  return { ...facts, runs: {} };
}
