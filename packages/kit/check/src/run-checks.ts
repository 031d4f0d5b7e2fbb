import { describeIdentity } from "@kit/kube";
import { maskSecrets, secretHider } from "@kit/leaks";
import type { SecretContract } from "@kit/model";
import type { Path } from "@kit/schema";
import type { Check, ClusterView, FindingDraft } from "./define-check.ts";
import { syncsOf, type DeliveryObject } from "./delivery/syncs.ts";
import type { ObjectStructure } from "./structure.ts";
import { isKind, type EnvironmentView, type KindName, type OverlayView, type View } from "./view/index.ts";

/** What a check said, and of what. */
export interface Reported {
  readonly check: Check;
  readonly on: Place;
  readonly said: FindingDraft;
}

interface Place {
  readonly environment: EnvironmentView;
  readonly object: string;
  readonly where: string;
  readonly document: number;
  readonly source: string | undefined;
  /** Undefined where it is said of no object. */
  readonly view?: View;
}

export interface CheckedSet {
  readonly view: EnvironmentView;
  /** Of each object, in the view's order. */
  readonly structures: readonly ObjectStructure[];
}

/** Runs every check over everything that it reads. */
export function runChecks(sets: readonly CheckedSet[], checks: readonly Check[]): Reported[] {
  const reported: Reported[] = [];
  const report = (check: Check, on: Place, said: FindingDraft): void =>
    void reported.push({ check, on, said: withoutSecrets(on, said) });
  for (const set of sets) judgeObjects(set, checks, report);
  const clusters = clustersOf(sets);
  for (const check of checks) {
    const { environment, cluster, overlay, delivery } = check.runs;
    const reportOn = (object: View, said: FindingDraft): void => report(check, placeOf(object), said);
    if (environment !== undefined) {
      for (const { view } of sets) {
        environment(view, reportOn, (contract, said) => report(check, placeOfContract(view, contract), said));
      }
    }
    if (cluster !== undefined) {
      for (const one of clusters) {
        cluster(one, reportOn, (of, said) => report(check, placeOfCluster(of), said));
      }
    }
    if (overlay !== undefined) {
      for (const { view } of sets) {
        if (hasOverlay(view)) overlay(view, (file, said) => report(check, placeOfFile(view, file), said));
      }
    }
    if (delivery !== undefined) {
      for (const sync of sets.flatMap(({ view }) => syncsOf(view))) {
        delivery(sync, (on, said) => report(check, on, inFile(on, said)));
      }
    }
  }
  return reported;
}

function judgeObjects(
  { view, structures }: CheckedSet,
  checks: readonly Check[],
  report: (check: Check, on: Place, said: FindingDraft) => void,
): void {
  const byCode = new Map(checks.map((check) => [check.runs.structure, check]));
  const onObjects = checks.filter(({ runs }) => runs.object !== undefined);
  const forKind = new Map<string, readonly Check[]>();
  view.objects.forEach((object, index) => {
    const { problems } = structures[index]!;
    const on = placeOf(object);
    for (const { code, path, message, fix } of problems) {
      const check = byCode.get(code);
      if (check !== undefined) report(check, on, { path, message, fix });
    }
    const wrong = problems.filter(({ code }) => code !== "duplicate-key").map(({ path }) => path);
    const type = `${object.apiVersion}/${object.kind}`;
    const own = forKind.get(type) ?? onObjects.filter(({ kinds }) => reads(kinds, object));
    forKind.set(type, own);
    for (const check of own) {
      check.runs.object?.(object, (said) => {
        // A field of the wrong type is left out of what checks read: that it is missing is not so.
        if (!wrong.some((path) => leadsTo(path, said.path ?? []))) report(check, on, said);
      });
    }
  });
}

function reads(kinds: readonly KindName[] | undefined, object: View): boolean {
  return kinds === undefined || kinds.some((kind) => isKind(object, kind));
}

/** Whether a path ends in a place or above it. */
function leadsTo(path: Path, place: Path): boolean {
  return path.length <= place.length && path.every((step, index) => step === place[index]);
}

function clustersOf(sets: readonly CheckedSet[]): ClusterView[] {
  const environments = sets.map(({ view }) => view);
  const together = Map.groupBy(environments, (view) => view.cluster?.id ?? view);
  return [...together.values()].map((views) => ({ cluster: views[0]!.cluster, environments: views }));
}

function hasOverlay(view: EnvironmentView): view is EnvironmentView & { readonly overlay: OverlayView } {
  return view.overlay !== undefined;
}

function placeOf(object: View): Place {
  const { where, document, source, environment } = object;
  return { environment, object: describeIdentity(object), where, document, source, view: object };
}

/** What is said quotes values: not those that are secret. */
function withoutSecrets({ view }: Place, said: FindingDraft): FindingDraft {
  const hide = view === undefined ? (text: string) => maskSecrets(text) : hiderOf(view);
  return { ...said, message: hide(said.message), fix: hide(said.fix) };
}

const hiders = new WeakMap<View, (text: string) => string>();

function hiderOf(object: View): (text: string) => string {
  const known = hiders.get(object) ?? secretHider(object.raw);
  hiders.set(object, known);
  return known;
}

function placeOfFile(environment: EnvironmentView, file: string): Place {
  return { environment, object: file, where: file, document: 0, source: undefined };
}

function inFile({ placeOf: place }: DeliveryObject, { path = [], ...said }: FindingDraft): FindingDraft {
  return { ...said, path: place(path) };
}

/** A cluster is not an object: what is said of it is said of the first of its environments. */
function placeOfCluster({ cluster, environments }: ClusterView): Place {
  return placeOfDefinition(environments[0]!, `Cluster ${cluster?.id}`);
}

/** A Secret that a contract describes is not an object either: it is never in the repository. */
function placeOfContract(environment: EnvironmentView, { name }: SecretContract): Place {
  return placeOfDefinition(environment, `Secret ${name}`);
}

function placeOfDefinition(environment: EnvironmentView, object: string): Place {
  const where = environment.definition ?? `generated/rendered/${environment.id}`;
  return { environment, object, where, document: 0, source: environment.definition };
}
