import { loadSyncDefinition, syncPlan } from "@kit/build";
import { UserError } from "@kit/errors";
import type { SyncPlan } from "@kit/gitops";
import { readOverlay } from "@kit/render";
import { readRenderedEnvironments } from "../rendered/rendered-environments.ts";

/**
 * What is synced from where to where, by what is committed.
 *
 * @throws UserError where the repository does not say, says it wrongly, or has not been rendered.
 */
export async function repositoryPlan(root: string): Promise<SyncPlan> {
  const read = await readRenderedEnvironments(root, []);
  const environments = read.map(({ environment }) => environment);
  const definition = await loadSyncDefinition(root, environments);
  if (definition === undefined) throw saysNothing;
  const rendered = read.map(({ environment: { id }, objects }) => ({
    overlay: readOverlay(root, id),
    documents: objects.map(({ text, data }) => {
      const { name, namespace } = data.metadata;
      return { apiVersion: data.apiVersion, kind: data.kind, name, namespace, text, data };
    }),
  }));
  return syncPlan(definition, environments, rendered);
}

const saysNothing = new UserError({
  code: "gitops-missing",
  what: "this repository does not say how it is synced: there is no packages/gitops",
  where: "packages/gitops",
  next: "add the package, with export default defineGitOps({…}) of typed-manifests; docs/gitops.md has an example",
});
