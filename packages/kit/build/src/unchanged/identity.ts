import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isCompiled, ownModules } from "@kit/programs";
import { engineIdentity, type Engine } from "@kit/render";
import { digestOfContent } from "@kit/tree";

/**
 * What else a build depends on, beside the kit and files: Node, kustomize, the day, and how it was called.
 *
 * @param environments Those that are named.
 */
export function buildIdentity(root: string, environments: readonly string[], engine: Engine): string {
  return JSON.stringify({
    root,
    environments,
    engine: engineIdentity(engine),
    origin: engine.origin,
    node: process.version,
    directory: process.cwd(),
    // Exemptions end.
    day: new Date().toISOString().slice(0, 10),
    // The runtime asks these itself, for how it writes times and numbers.
    locale: ["TZ", "LANG", "LC_ALL", "LC_TIME", "LC_NUMERIC", "NODE_OPTIONS"].map((name) => process.env[name] ?? ""),
  });
}

/** The kit's modules as they are on the disk. Undefined where it runs from its sources, which nobody compares. */
export function kitIdentity(): string | undefined {
  if (!isCompiled) return undefined;
  const modules = readdirSync(ownModules).map((name) => {
    const { size, mtimeNs, ctimeNs, ino } = statSync(join(ownModules, name), { bigint: true });
    return `${name} ${size} ${mtimeNs} ${ctimeNs} ${ino}`;
  });
  return digestOfContent(modules.join("\n"));
}
