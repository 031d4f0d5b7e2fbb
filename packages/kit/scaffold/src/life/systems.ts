import { Draft } from "./draft.ts";
import { removeOverlays } from "./environments.ts";
import type { LifeFacts } from "./facts.ts";
import { removeSynced } from "./gitops-entries.ts";
import { applyMoves } from "./moves.ts";
import { refusal, requireFolderName, systemNamed } from "./names.ts";
import { dropDependency, packageName, renamePackage } from "./packages.ts";
import { requireUnused } from "./services.ts";

/**
 * Gives a system another name: its folder, the names of its packages, and where overlays find its bases. Its environments keep
 * their ids, and its objects their names.
 *
 * @throws UserError where there is no such system, or the name is taken or no name.
 */
export function renamedSystem(facts: LifeFacts, argument: string, name: string): Draft {
  const system = systemNamed(facts, argument);
  requireFolderName("system", name);
  if (facts.systems.some((one) => one.name === name)) {
    throw refusal("name-taken", `there is a system ${name} already`, "choose another name", `packages/${name}`);
  }
  const draft = new Draft(facts.files);
  const names = packageFolders(draft, system.name).map((folder) => packageName(draft, folder));
  applyMoves(draft, [
    [`packages/${system.name}`, `packages/${name}`],
    [`generated/bases/${system.name}`, `generated/bases/${name}`],
  ]);
  for (const own of names) {
    if (own?.startsWith(`@${system.name}/`) === true)
      renamePackage(draft, own, `@${name}/${own.slice(system.name.length + 2)}`);
  }
  return draft;
}

/**
 * Takes a system out of the repository: its packages, the overlays of its environments, and their places in what says how
 * the repository is synced.
 *
 * @throws UserError where there is no such system, it is the only one, or packages of others import one of its packages.
 */
export function removedSystem(facts: LifeFacts, argument: string): Draft {
  const system = systemNamed(facts, argument);
  if (facts.systems.length === 1) {
    throw refusal(
      "argument-value",
      `${system.name} is the only system of the repository, which cannot be built without one`,
      "make another one first",
    );
  }
  const draft = new Draft(facts.files);
  const folder = `packages/${system.name}`;
  const names = packageFolders(draft, system.name).flatMap((one) => packageName(draft, one) ?? []);
  for (const own of names) requireUnused(draft, own, folder);
  for (const path of draft.paths) if (path.startsWith(`${folder}/`)) draft.remove(path);
  for (const own of names) dropDependency(draft, own);
  for (const { id } of system.environments) removeSynced(draft, id);
  removeOverlays(
    draft,
    facts,
    system.environments.map(({ id }) => id),
  );
  return draft;
}

function packageFolders(draft: Draft, system: string): string[] {
  return draft.paths
    .filter((path) => path.startsWith(`packages/${system}/`) && path.endsWith("/package.json"))
    .map((path) => path.slice(0, path.lastIndexOf("/")));
}
