import { join } from "node:path";
import { UserError } from "@kit/errors";
import type { SyncedEnvironment } from "@kit/gitops";
import { gitopsStation } from "@kit/gitops/station";
import { keepFor, keptFor } from "@kit/tree";
import { leakProblems } from "./refuse-leaks.ts";
import type { SyncDefinition } from "./sync-plan.ts";
import type { Reuse } from "./type-check.ts";

type Texts = readonly (readonly [path: string, text: string])[];

/**
 * The objects of Argo CD and Flux, as text by path below `generated/`.
 *
 * @param last Where the same inputs were seen by the same sources, the texts are taken from there: the classes of these
 *   objects take a while to load. Default: they are made.
 * @throws UserError where two environments would meet in one namespace, or a secret is in the texts.
 */
export async function gitopsTexts(
  definition: SyncDefinition,
  environments: readonly SyncedEnvironment[],
  last?: Reuse,
): Promise<Texts> {
  const inputs = { ...definition, environments };
  // No environment has this name, of which render keeps a file each.
  const file = last === undefined ? undefined : join(last.directory, "_gitops.json");
  const key = file === undefined ? "" : `${last?.sources} ${gitopsStation.keyOf(inputs)}`;
  const known = file === undefined ? undefined : (keptFor(file, key) as Texts | undefined);
  if (known !== undefined) return known;
  const { files, problems } = await gitopsStation.run(inputs);
  UserError.throwIfAny(problems);
  const texts = [...files];
  UserError.throwIfAny(await leakProblems(texts.map(([path, text]) => [`generated/${path}`, text] as const)));
  if (file !== undefined) keepFor(file, key, texts);
  return texts;
}
