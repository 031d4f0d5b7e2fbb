import { isKept, keyOf } from "@kit/kube";
import type { KubectlCluster } from "./cluster.ts";
import { objectsIn, type ClusterObject } from "./object.ts";
import { ownerOf, selectorOf, type SyncOwner } from "./owner.ts";
import { clusterFailure } from "./refusal.ts";

/** What a sync would delete. */
export interface Pruned {
  readonly objects: readonly ClusterObject[];
  /** What could not be looked at, or why nothing was. */
  readonly notices: readonly string[];
}

// Controllers make these of others, and there are many.
const left =
  /^(?:events|endpoints|pods|replicationcontrollers)$|^(?:events|endpointslices|leases|replicasets|controllerrevisions|componentstatuses)\.|\.metrics\.k8s\.io$/;

/**
 * The objects in the cluster that are marked as what a sync of the environment has deployed, and that are not rendered
 * any more.
 *
 * @param live What the cluster has of the rendered objects: their marks tell who syncs them.
 * @throws EnvironmentFailure where the cluster does not answer.
 */
export async function prunedObjects(
  cluster: KubectlCluster,
  environment: string,
  live: readonly ClusterObject[],
): Promise<Pruned> {
  const owners = ownersOf(live);
  if (owners.length === 0) {
    const notice = `no object of ${environment} there has a mark of Argo CD or Flux, so nobody can tell what a sync would delete`;
    return { objects: [], notices: live.length === 0 ? [] : [notice] };
  }
  const rendered = new Set(live.map(keyOf));
  const found = new Map<string, ClusterObject>();
  const notices = new Set<string>();
  for (const owner of owners) {
    for (const args of await searches(cluster, owner, live)) {
      const { exitCode, stdout, stderr } = await cluster.kubectl([
        "get",
        "--ignore-not-found",
        "--output=json",
        ...args,
      ]);
      if (exitCode !== 0 && stdout.trim() === "") throw clusterFailure(stderr, cluster);
      for (const [, kind] of stderr.matchAll(/cannot list resource "([^"]*)"/g)) {
        notices.add(`this user may not list ${kind}: whether a sync would delete some is not known`);
      }
      const own = objectsIn(stdout).filter((object) => isSame(ownerOf(object), owner) && !isControlled(object));
      const gone = own.filter((object) => !rendered.has(keyOf(object)) && !isKept(object.metadata));
      for (const object of gone) found.set(keyOf(object), object);
    }
  }
  return { objects: [...found.values()], notices: [...notices] };
}

/**
 * What to ask kubectl for. Flux's marks are labels, by which the API server looks in all namespaces; of Argo CD's
 * annotation only the objects themselves tell, so it is looked for where the environment has objects.
 */
async function searches(
  cluster: KubectlCluster,
  owner: SyncOwner,
  live: readonly ClusterObject[],
): Promise<string[][]> {
  const [inNamespaces, inCluster] = [await listable(cluster, true), await listable(cluster, false)];
  const selector = selectorOf(owner);
  if (selector.length > 0) return [[[...inNamespaces, ...inCluster].join(","), "--all-namespaces", ...selector]];
  const namespaces = [...new Set(live.flatMap(({ metadata: { namespace } }) => namespace ?? []))];
  return [[inCluster.join(",")], ...namespaces.map((namespace) => [inNamespaces.join(","), "--namespace", namespace])];
}

/** The kinds that can be listed and deleted, as kubectl names them. */
async function listable(cluster: KubectlCluster, isNamespaced: boolean): Promise<string[]> {
  const { exitCode, stdout, stderr } = await cluster.kubectl([
    "api-resources",
    `--namespaced=${isNamespaced}`,
    "--verbs=list,delete",
    "--output=name",
  ]);
  // An aggregated API that does not answer is no reason to give up.
  if (exitCode !== 0 && stdout.trim() === "") throw clusterFailure(stderr, cluster);
  return stdout.split("\n").filter((name) => name !== "" && !left.test(name));
}

function ownersOf(live: readonly ClusterObject[]): SyncOwner[] {
  const owners = live.flatMap((object) => ownerOf(object) ?? []);
  return owners.filter((owner, at) => owners.findIndex((other) => isSame(other, owner)) === at);
}

function isSame(one: SyncOwner | undefined, other: SyncOwner): boolean {
  return one?.engine === other.engine && one.name === other.name;
}

function isControlled({ metadata: { ownerReferences = [] } }: ClusterObject): boolean {
  return ownerReferences.length > 0;
}
