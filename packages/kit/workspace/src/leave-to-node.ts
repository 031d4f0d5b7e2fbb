import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const known = new Set<string>();

/**
 * Lets Node itself strip the types of the systems' sources. tsx, which runs some of the commands, would keep what it makes of
 * them in a directory that anybody can read, and with it a secret that stands in a source by mistake.
 */
export function leaveToNode(root: string): void {
  const systems = `${pathToFileURL(join(root, "packages")).href}/`;
  if (known.has(systems)) return;
  known.add(systems);
  registerHooks({
    load(url, context, nextLoad) {
      const [file = ""] = url.split("?");
      const isTheirs = file.startsWith(systems) && !/^kit\/|\/node_modules\//.test(file.slice(systems.length));
      if (!isTheirs || !file.endsWith(".ts")) return nextLoad(url, context);
      return { format: "module-typescript", shortCircuit: true, source: readFileSync(fileURLToPath(file)) };
    },
  });
}
