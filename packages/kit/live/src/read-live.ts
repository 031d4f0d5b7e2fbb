import type { KubectlCluster } from "./cluster.ts";
import { objectsIn, type ClusterObject, type RenderedFile } from "./object.ts";
import { clusterFailure } from "./refusal.ts";

/**
 * What the cluster has of some objects. Those that are not there, or whose kind it does not know, are left out.
 *
 * @throws EnvironmentFailure where the cluster does not answer, or this user may not read them.
 */
export async function readLive(cluster: KubectlCluster, objects: readonly RenderedFile[]): Promise<ClusterObject[]> {
  const { exitCode, stdout, stderr } = await cluster.kubectl(
    ["get", "--ignore-not-found", "--show-managed-fields", "--output=json", "--filename=-"],
    objects.map(({ text }) => text).join("\n---\n"),
  );
  if (exitCode === 0) return objectsIn(stdout);
  const known = objects.filter(({ data }) => !stderr.includes(kindText(data)));
  if (known.length === objects.length) throw clusterFailure(stderr, cluster);
  return known.length === 0 ? [] : readLive(cluster, known);
}

/** How kubectl names a kind that the cluster does not know. */
function kindText({ apiVersion, kind }: ClusterObject): string {
  return `no matches for kind "${kind}" in version "${apiVersion}"`;
}
