import { describeIdentity } from "@kit/kube";
import type { JudgedChange } from "../judge/judge.ts";
import { shellWord } from "./gone-with.ts";
import type { SyncEffect } from "./sync-effect.ts";
import type { Syncer, Syncers } from "./syncer.ts";

/**
 * What comes of an environment that leaves the repository: what followed it goes, and mostly keeps what runs.
 *
 * @param takers The environments that have its objects now.
 */
export function leftEnvironment(
  environment: string,
  changes: readonly JudgedChange[],
  { before: syncers }: Syncers,
  takers: readonly string[],
): SyncEffect[] {
  const objects = changes.map(({ id }) => describeIdentity(id));
  const next = takers.length > 0 ? undefined : handText(environment, changes);
  if (syncers.length === 0) {
    const about = "unless what syncs it deletes them: nothing in this repository says how it is synced";
    return [{ does: "keeps", objects, about, next }];
  }
  const groups = Map.groupBy(syncers, ({ cascades, outlives }) => JSON.stringify([cascades, outlives]));
  return [...groups.values()].map((own): SyncEffect => {
    const names = own.map(({ name }) => name).join(" and ");
    const [{ cascades, outlives } = { cascades: false, outlives: false }] = own;
    const goes = own.length === 1 ? "goes" : "go";
    if (cascades)
      return { does: "deletes", objects, about: `${names} ${goes} with all that is deployed by it`, next: undefined };
    const taken = takers.length > 0 ? `; ${takers.join(" and ")} has them now` : "";
    const about = outlives
      ? `${names} ${own.length === 1 ? "stays" : "stay"}, and nothing is left to sync: delete it without what it has deployed`
      : `${names} ${goes}, and what is deployed stays`;
    return { does: "keeps", objects, about: `${about}${taken}`, next };
  });
}

function handText(environment: string, changes: readonly JudgedChange[]): string {
  const namespaces = changes.flatMap(({ id: { group, kind, name } }) =>
    group === "" && kind === "Namespace" ? [name] : [],
  );
  const what =
    namespaces.length === 0
      ? "them"
      : `them, and all else in ${namespaces.map((name) => `Namespace ${name}`).join(" and ")}`;
  return `to delete ${what}: kubectl delete --filename ${shellWord(`generated/rendered/${environment}`)}, in a checkout that still has it`;
}

/**
 * What comes of objects that another environment has deployed so far, and this one has now.
 *
 * @param from The environment that had them, which is gone.
 */
export function takenEnvironment(
  environment: string,
  changes: readonly JudgedChange[],
  from: { readonly environment: string; readonly syncers: readonly Syncer[] },
  syncers: readonly Syncer[],
): SyncEffect[] {
  const taken = changes.filter(({ op }) => op === "added");
  const objects = taken.map(({ id }) => describeIdentity(id));
  if (objects.length === 0) return [];
  return syncers.flatMap((syncer): SyncEffect[] => {
    const former = from.syncers.find(
      ({ engine, destination }) => engine === syncer.engine && destination === syncer.destination,
    );
    if (former === undefined) return [];
    if (!syncer.refusesShared) {
      const about = `they run on as ${from.environment} has them: ${syncer.name} follows them instead of ${former.name}`;
      return [{ does: "takes over", objects, about, next: undefined }];
    }
    const about = `they carry the mark of ${former.name}, and ${syncer.name} takes nothing that another one has deployed (FailOnSharedResource)`;
    const next = `when ${former.name} is gone, take its mark away: kubectl annotate --filename ${shellWord(`generated/rendered/${environment}`)} argocd.argoproj.io/tracking-id-`;
    return [{ does: "stops at", objects, about, next }];
  });
}
