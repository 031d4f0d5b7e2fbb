import { describeIdentity } from "@kit/kube";
import { maskSecrets, secretHider } from "@kit/leaks";
import { isPinned, type Path } from "@kit/schema";
import type { Check, ClusterView, FindingDraft } from "./define-check.ts";
import { syncsOf, type DeliveryObject } from "./delivery/syncs.ts";
import { leadsTo } from "./standing.ts";
import type { ObjectStructure } from "./structure.ts";
import {
  isKind,
  restrict,
  type EnvironmentFacts,
  type EnvironmentView,
  type KindName,
  type Need,
  type OverlayView,
  type PromisedSecret,
  type View,
} from "./view/index.ts";

/** What a check said, and of what. */
export interface Reported {
  readonly check: Check;
  readonly on: Place;
  readonly said: FindingDraft;
}

interface Place {
  readonly environment: EnvironmentFacts & EnvironmentView;
  readonly object: string;
  readonly where: string;
  readonly document: number;
  readonly within?: Path;
  readonly source: string | undefined;
  /** Undefined where it is said of no object. */
  readonly view?: View;
}

export interface CheckedSet {
  /** All that is known of the environment: no check gets it whole. */
  readonly view: EnvironmentFacts & EnvironmentView;
  /** Of each object, in the view's order. */
  readonly structures: readonly ObjectStructure[];
}

type Whole = CheckedSet["view"];

/** Runs every check over everything that it reads, and gives it what it needs and nothing else. */
export function runChecks(sets: readonly CheckedSet[], checks: readonly Check[]): Reported[] {
  const reported: Reported[] = [];
  const report = (check: Check, on: Place, said: FindingDraft): void =>
    void reported.push({ check, on, said: withoutSecrets(on, said) });
  const views = sets.map(({ view }) => view);
  const environments = new Map(views.flatMap((view) => view.objects.map((object) => [object, view])));
  const wrong = new Map(
    sets.flatMap(({ view, structures }) => view.objects.map((one, at) => [one, leftOut(structures[at]!)])),
  );
  for (const set of sets) judgeObjects(set, checks, report);
  const clusters = clustersOf(views);
  for (const check of checks) {
    const { needs } = check;
    const { environment, cluster, across, overlay, delivery } = check.runs;
    const reportOn = (object: View, said: FindingDraft): void => {
      if (!isLeftOut(said, wrong.get(object)!)) report(check, placeOf(object, environments.get(object)!), said);
    };
    if (environment !== undefined) {
      for (const view of views) {
        environment(restrict(view, needs), reportOn, (contract, said) =>
          report(check, placeOfContract(view, contract), said),
        );
      }
    }
    if (cluster !== undefined) {
      for (const together of clusters) {
        cluster(clusterView(together, needs), reportOn, (said) => report(check, placeOfCluster(together[0]!), said));
      }
    }
    if (across !== undefined) {
      across(
        views.map((view) => restrict(view, needs)),
        reportOn,
      );
    }
    if (overlay !== undefined) {
      for (const view of views) {
        const given = restrict(view, needs);
        if (hasOverlay(given)) overlay(given, (file, said) => report(check, placeOfFile(view, file), said));
      }
    }
    if (delivery !== undefined) {
      for (const view of views) {
        const given = restrict(view, needs);
        for (const sync of syncsOf(given)) {
          delivery(sync, (on, said) => report(check, placeOfSync(on, view), inFile(on, said)), given);
        }
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
  const onObjects = checks
    .filter(({ runs }) => runs.object !== undefined)
    .map((check) => ({ check, given: restrict(view, check.needs) }));
  const forKind = new Map<string, typeof onObjects>();
  view.objects.forEach((object, index) => {
    const { problems } = structures[index]!;
    const on = placeOf(object, view);
    const guessed = object.definedVersions === undefined && isPinned(object.apiVersion, object.kind);
    for (const { code, path, message, fix } of problems) {
      const check = byCode.get(code);
      if (check === undefined) continue;
      const said: FindingDraft = { path, message, fix };
      report(check, on, guessed ? { ...said, severity: "warning", message: `${message} ${byPinned}` } : said);
    }
    const wrong = leftOut(structures[index]!);
    const type = `${object.apiVersion}/${object.kind}`;
    const own = forKind.get(type) ?? onObjects.filter(({ check: { kinds } }) => reads(kinds, object));
    forKind.set(type, own);
    for (const { check, given } of own) {
      const say = (said: FindingDraft): void => {
        if (!isLeftOut(said, wrong)) report(check, on, said);
      };
      check.runs.object?.(object, say, given);
    }
  });
}

/** A field of the wrong type is left out of what checks read. */
function leftOut({ problems }: ObjectStructure): Path[] {
  return problems.filter(({ code }) => code !== "duplicate-key").map(({ path }) => path);
}

/** That something is missing is not so where it is only left out. */
function isLeftOut({ path: place = [] }: FindingDraft, wrong: readonly Path[]): boolean {
  return wrong.some((path) => leadsTo(path, place));
}

const byPinned = "(by the pinned definition; the cluster may have another version of it)";

function reads(kinds: readonly KindName[] | undefined, object: View): boolean {
  return kinds === undefined || kinds.some((kind) => isKind(object, kind));
}

function clustersOf(views: readonly Whole[]): Whole[][] {
  return [...Map.groupBy(views, (view) => view.cluster?.id ?? view).values()];
}

function clusterView(together: readonly Whole[], needs: readonly Need[]): ClusterView {
  const known = clusterViews.get(together) ?? new Map<string, ClusterView>();
  clusterViews.set(together, known);
  const key = needs.join(" ");
  const view = known.get(key) ?? {
    environments: together.map((one) => restrict(one, needs)),
  };
  known.set(key, view);
  return view;
}

/** Two checks of one cluster ask how much of it is taken, which is found once. */
const clusterViews = new WeakMap<readonly Whole[], Map<string, ClusterView>>();

function hasOverlay(view: EnvironmentView): view is EnvironmentView & { readonly overlay: OverlayView } {
  return view.overlay !== undefined;
}

function placeOf(object: View, environment: Whole): Place {
  const { where, document, within, source } = object;
  return { environment, object: describeIdentity(object), where, document, within, source, view: object };
}

/** What is said quotes values: not those that are secret. */
function withoutSecrets({ view }: Place, said: FindingDraft): FindingDraft {
  const hide = view === undefined ? (text: string) => maskSecrets(text) : hiderOf(view);
  const [message, fix] = [hide(said.message), hide(said.fix)];
  return message === said.message && fix === said.fix ? said : { ...said, message, fix };
}

const hiders = new WeakMap<View, (text: string) => string>();

function hiderOf(object: View): (text: string) => string {
  const known = hiders.get(object) ?? secretHider(object.raw);
  hiders.set(object, known);
  return known;
}

function placeOfFile(environment: Whole, file: string): Place {
  return { environment, object: file, where: file, document: 0, source: undefined };
}

function placeOfSync({ object, where, document, source }: DeliveryObject, environment: Whole): Place {
  return { environment, object, where, document, source };
}

function inFile({ placeOf: place }: DeliveryObject, { path = [], ...said }: FindingDraft): FindingDraft {
  return { ...said, path: place(path) };
}

/** A cluster is not an object: what is said of it is said of the first of its environments. */
function placeOfCluster(environment: Whole): Place {
  return placeOfDefinition(environment, `Cluster ${environment.cluster?.id}`);
}

/** A Secret that a contract describes is not an object either: it is never in the repository. */
function placeOfContract(environment: Whole, { name }: PromisedSecret): Place {
  return placeOfDefinition(environment, `Secret ${name}`);
}

function placeOfDefinition(environment: Whole, object: string): Place {
  const where = environment.definition ?? `generated/rendered/${environment.id}`;
  return { environment, object, where, document: 0, source: environment.definition };
}
