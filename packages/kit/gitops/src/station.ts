import { defineStation, input } from "@kit/station";
import type { GitOps } from "./define-gitops.ts";
import type { SyncedEnvironment } from "./plan.ts";

/** From how the repository is synced and what is rendered to the objects of Argo CD and Flux. */
export const gitopsStation = defineStation({
  name: "gitops",
  scope: "repository",
  inputs: {
    definition: input<GitOps>("what `packages/gitops` says, as it has been checked"),
    where: input<string>("the package that says it"),
    entry: input<string>("its module, where what is wrong is to be fixed"),
    environments: input<readonly SyncedEnvironment[]>("the environments, with what is rendered for each"),
  },
  result: "the objects as text by path, and what is wrong",
  // The classes of these objects and the table of kinds take a while to load: a result that is kept needs neither.
  run: async ({ definition, where, entry, environments }) => {
    const { makeGitOps } = await import("./make-gitops.ts");
    return makeGitOps(definition, { where, entry, environments });
  },
});
