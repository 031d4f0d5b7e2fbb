import { existsSync } from "node:fs";
import { join } from "node:path";
import { workloadsFile } from "@kit/definitions";
import { shown, UserError } from "@kit/errors";
import { groupOf, useWorkloadKinds } from "@kit/kube";
import { isDeclaredWorkload, type DeclaredWorkload } from "@kit/model";
import { importShared } from "@kit/workspace";

/**
 * Has all that this process judges know the kinds that a repository declares to be workloads.
 *
 * @throws UserError where the module throws, or exports something else.
 */
export async function useDeclaredWorkloads(root: string): Promise<void> {
  if (!existsSync(join(root, workloadsFile))) return;
  const found = await importShared(root, workloadsFile);
  if (!Array.isArray(found) || !found.every(isDeclaredWorkload)) throw notAList(found);
  useWorkloadKinds(new Map(found.map(entryOf)));
}

function entryOf({ apiVersion, kind, workload }: DeclaredWorkload) {
  return [`${groupOf(apiVersion)}/${kind}`, workload] as const;
}

function notAList(found: unknown): UserError {
  return new UserError({
    code: "definition-invalid",
    what: `the default export is ${shown(found)}, not a list of workloads`,
    where: workloadsFile,
    next: 'write `export default [workload(Rollout, { template: "spec.template" })]`, say',
  });
}
