import { defineStation, input } from "@kit/station";
import { discover } from "./discover.ts";
import { loadSystems } from "./load-systems.ts";

/**
 * From files to what packages export: code, which is no data. What it reads nobody can tell from its inputs, so a result is
 * of one process. A folder that is about to become a package is left out. What `configure` says of an environment becomes data in the room emit.
 */
export const importStation = defineStation({
  name: "import",
  scope: "repository",
  inputs: { root: input<string>("the repository's root; absolute") },
  result: "the systems, with the services and environments that their packages export",
  reads: [
    "the names of what is in `packages/`, and each package.json there",
    "the modules of the systems, and all that they import: `packages/lib`, `node_modules`",
    "whatever that code reads when it is imported or called: files, variables, the clock",
  ],
  run: ({ root }, becoming?: string) => loadSystems(root, discover(root, becoming)),
});
