import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { check, locate, registry, type Report } from "@kit/check";
import { checkedEnvironments } from "./checked-environments.ts";
import type { RenderedEnvironment } from "./rendered-environments.ts";
import { today } from "./today.ts";

/**
 * Judges what environments deploy, by what is committed for them.
 *
 * @param about The environments whose findings are told; the others are there because they share a cluster with one.
 *   Default: all.
 * @throws UserError where an environment's exemptions are wrong, or its overlay is missing or not YAML.
 */
export async function checkRepository(
  root: string,
  environments: readonly RenderedEnvironment[],
  about: readonly string[] = environments.map(({ environment }) => environment.id),
): Promise<Report> {
  const checked = await checkedEnvironments(root, environments, { env: process.env });
  const texts = new Map(environments.flatMap(({ objects }) => objects.map(({ where, text }) => [where, text])));
  const findings = check(checked, { today: today() }).filter(({ environment = "" }) => about.includes(environment));
  return {
    findings: locate(findings, (where) => texts.get(where) ?? textOf(root, where)),
    environments: environments.map(({ environment }) => environment.id),
    objects: texts.size,
    checks: registry.length,
  };
}

/** The text of an overlay's file. A finding may also be of a directory or of a module, whose lines it does not know. */
function textOf(root: string, where: string): string | undefined {
  const path = join(root, where);
  const isManifest = /\.(ya?ml|json)$|Kustomization$/.test(where) && existsSync(path) && statSync(path).isFile();
  return isManifest ? readFileSync(path, "utf8") : undefined;
}
