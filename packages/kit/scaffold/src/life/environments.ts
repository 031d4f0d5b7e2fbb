import { Draft } from "./draft.ts";
import { removeFromSystem, renameInSystem } from "./environment-places.ts";
import type { LifeFacts } from "./facts.ts";
import { removeSynced, renameSynced } from "./gitops-entries.ts";
import { applyMoves } from "./moves.ts";
import { environmentNamed, refusal, requireEnvironmentId } from "./names.ts";

/**
 * Gives an environment another id: its overlay, its definition, and what says how it is synced.
 *
 * @throws UserError where there is no such environment, the id is taken or no id, or its definition cannot be edited.
 */
export function renamedEnvironment(facts: LifeFacts, argument: string, id: string): Draft {
  const { system, environment } = environmentNamed(facts, argument);
  if (id === environment.id)
    throw refusal("name-taken", `the environment is called ${id} already`, "choose another id");
  requireEnvironmentId(facts, id, environment.id);
  const draft = new Draft(facts.files);
  renameInSystem(draft, system, environment.id, id);
  renameSynced(draft, environment.id, id);
  applyMoves(draft, [
    [`overlays/${environment.id}`, `overlays/${id}`],
    [`generated/environments/${environment.id}`, `generated/environments/${id}`],
  ]);
  renameMarkers(draft, environment.id, id);
  return draft;
}

/**
 * Takes an environment out of its system: its overlay with what it alone builds on, its definition, and its place in what says
 * how the repository is synced.
 *
 * @throws UserError where there is no such environment, it is the last one of its system, or its definition cannot be edited.
 */
export function removedEnvironment(facts: LifeFacts, argument: string): Draft {
  const { system, environment } = environmentNamed(facts, argument);
  if (system.environments.length === 1) {
    throw refusal(
      "argument-value",
      `${environment.id} is the only environment of ${system.name}`,
      `remove the system: pnpm delete system ${system.name}`,
    );
  }
  const draft = new Draft(facts.files);
  removeFromSystem(draft, system, environment.id);
  removeSynced(draft, environment.id);
  removeOverlays(draft, facts, [environment.id]);
  return draft;
}

/** Removes the overlays of environments, and the folders that only they build on. */
export function removeOverlays(draft: Draft, { systems }: LifeFacts, ids: readonly string[]): void {
  const all = systems.flatMap(({ environments }) => environments);
  const [gone, left] = [all.filter(({ id }) => ids.includes(id)), all.filter(({ id }) => !ids.includes(id))];
  const used = new Set(left.flatMap(({ kustomizations }) => kustomizations.map(folderOf)));
  const folders = [
    ...gone.map(({ id }) => `overlays/${id}`),
    ...gone
      .flatMap(({ kustomizations }) => kustomizations.map(folderOf))
      .filter((folder) => folder.startsWith("overlays/") && !used.has(folder)),
  ];
  for (const path of draft.paths) if (folders.some((folder) => path.startsWith(`${folder}/`))) draft.remove(path);
}

/** What Flux writes tags for is called by the environment's id: `# {"$imagepolicy": "flux-system:manifests-dev-web:tag"}`. */
function renameMarkers(draft: Draft, from: string, to: string): void {
  const [own, other] = [from, to].map((id) => id.replaceAll("/", "-"));
  const marker = new RegExp(String.raw`(\$imagepolicy"\s*:\s*"[^":]*:[^":]*-)${RegExp.escape(own!)}(-[^"]*")`, "g");
  for (const path of draft.paths) {
    if (!path.startsWith(`overlays/${to}/`)) continue;
    const text = draft.read(path)!;
    const changed = text.replaceAll(marker, `$1${other}$2`);
    if (changed !== text) draft.write(path, changed);
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
