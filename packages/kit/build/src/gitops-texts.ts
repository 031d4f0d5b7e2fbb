import { toJson } from "@kit/yaml";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { UserError } from "@kit/errors";
import type { SyncPlan } from "@kit/gitops";
import { keepFor, keptFor } from "@kit/tree";
import { leakProblems } from "./refuse-leaks.ts";
import type { SyncDefinition } from "./sync-plan.ts";
import type { Reuse } from "./type-check.ts";

type Texts = readonly (readonly [path: string, text: string])[];

/**
 * The objects of Argo CD and Flux, as text by path below `generated/`.
 *
 * @param last Where the same plan was written by the same sources, the texts are taken from there: the classes of these
 *   objects take a while to load. Default: they are made.
 * @throws UserError where a secret is in them.
 */
export async function gitopsTexts({ where }: SyncDefinition, plan: SyncPlan, last?: Reuse): Promise<Texts> {
  // No environment has this name, of which render keeps a file each.
  const file = last === undefined ? undefined : join(last.directory, "_gitops.json");
  const key = createHash("sha256")
    .update(toJson([last?.sources, where, plan]))
    .digest("hex");
  const known = file === undefined ? undefined : (keptFor(file, key) as Texts | undefined);
  if (known !== undefined) return known;
  const { gitopsFiles } = await import("@kit/gitops/files");
  const texts = [...gitopsFiles(plan, where)];
  UserError.throwIfAny(await leakProblems(texts.map(([path, text]) => [`generated/${path}`, text] as const)));
  if (file !== undefined) keepFor(file, key, texts);
  return texts;
}
