import { existsSync } from "node:fs";
import { join } from "node:path";
import { readManifests, type Delivery } from "@kit/check";
import type { GitOps } from "@kit/gitops/define";
import { applicationSetFile, argocdDirectory, environmentFile, fluxDirectory } from "@kit/gitops/file-names";
import type { Environment } from "@kit/model";
import { readText } from "@kit/tree";
import { loadGitOps } from "@kit/workspace";
import { foldersBelow } from "./folders-below.ts";

/** How an environment is synced. */
export type DeliveryOf = (environment: Environment) => Delivery | undefined;

/**
 * How the environments are synced, by what `packages/gitops` says and generated/gitops has. Nobody says it where there
 * is no such package, and what is wrong with the package, the build refuses.
 *
 * @throws UserError where the package cannot be imported.
 */
export async function environmentDelivery(root: string): Promise<DeliveryOf> {
  const loaded = await loadGitOps(root);
  if (loaded === undefined || !isDefinition(loaded.definition)) return () => undefined;
  const { definition, entry } = loaded;
  const engines = definition.engine === "both" ? (["argocd", "flux"] as const) : [definition.engine];
  const folders = foldersBelow(root);
  const objectsIn = (where: string): Delivery["objects"] => {
    const file = join(root, where);
    const { objects } = readManifests(existsSync(file) ? readText(file, where) : "", where);
    return objects.map((object) => ({ ...object, source: entry }));
  };
  return ({ id, cluster }) => {
    const sync = definition.environments[id];
    if (sync === undefined) return undefined;
    const name = environmentFile(id);
    return {
      engines,
      sync: definition.sync ?? "rendered",
      prune: sync.policy.prune,
      repository: definition.repository,
      directory: definition.directory ?? "",
      objects: [
        `generated/${argocdDirectory}/${name}`,
        `generated/${argocdDirectory}/${applicationSetFile}`,
        `generated/${fluxDirectory(cluster.id)}/${name}`,
      ].flatMap(objectsIn),
      folders,
    };
  };
}

/** Whether it has what is read here; its types say so, but a build may not have checked it yet. */
function isDefinition(definition: unknown): definition is GitOps {
  const { engine, repository, environments } = (definition ?? {}) as Partial<GitOps>;
  return (
    ["argocd", "flux", "both"].includes(engine ?? "") &&
    typeof repository === "string" &&
    typeof environments === "object" &&
    Object.values(environments).every(({ policy }) => typeof (policy as Partial<typeof policy>)?.prune === "boolean")
  );
}
