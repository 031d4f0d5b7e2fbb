import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkStation, locate, registry, type CheckReport } from "@kit/check";
import { readText } from "@kit/tree";
import { checkedEnvironments, staleFiles } from "./checked-environments.ts";
import type { RenderedEnvironment } from "../rendered/rendered-environments.ts";
import { today } from "./today.ts";

/**
 * Judges what environments deploy, by what is committed for them.
 *
 * @param built The environments that a build has just written. Only their findings are told: the others are there because
 *   they share a cluster with one. Default: none was, and the findings of all are told.
 * @throws UserError where a policy is wrong, or its overlay is missing or not YAML.
 */
export async function checkRepository(
  root: string,
  environments: readonly RenderedEnvironment[],
  built?: readonly string[],
): Promise<CheckReport> {
  const ids = environments.map(({ environment }) => environment.id);
  const stale = built === undefined ? staleFiles(root, environments) : [];
  const checked = await checkedEnvironments(root, environments, stale, { env: process.env });
  const texts = new Map(environments.flatMap(({ objects }) => objects.map(({ where, text }) => [where, text])));
  // What belongs to no environment is said of a policy.
  const findings = checkStation
    .run({ environments: checked, today: today() })
    .filter(({ environment }) => environment === undefined || (built ?? ids).includes(environment));
  return {
    findings: locate(findings, (where) => texts.get(where) ?? textOf(root, where)),
    environments: ids,
    objects: texts.size,
    checks: registry.length,
  };
}

/** The text of an overlay's file. A finding may also be of a directory or of a module, whose lines it does not know. */
function textOf(root: string, where: string): string | undefined {
  const path = join(root, where);
  const isManifest = /\.(ya?ml|json)$|Kustomization$/.test(where) && existsSync(path) && statSync(path).isFile();
  return isManifest ? readText(path, where) : undefined;
}
