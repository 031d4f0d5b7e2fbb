import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Problem } from "@kit/errors";
import type { DiscoveredPackage } from "./discover.ts";

/** What `importDefault` returns where it has reported a problem. */
export const failed: unique symbol = Symbol("the import threw, and a problem says so");

/** What a package exports by default. */
export async function importDefault(root: string, { entry }: DiscoveredPackage, problems: Problem[]): Promise<unknown> {
  try {
    const module = (await import(pathToFileURL(join(root, entry)).href)) as { default?: unknown };
    return module.default;
  } catch (error) {
    problems.push(threw(root, entry, error as Error));
    return failed;
  }
}

function threw(root: string, entry: string, { name, message, stack = "" }: Error): Problem {
  const line = stack.split("\n").find((frame) => frame.includes(`${root}/packages/`));
  const place = /packages\/[^)\s]*/.exec(line?.slice(line.indexOf(root) + root.length) ?? "")?.[0];
  return {
    code: "package-threw",
    what: `importing the package threw ${name}: ${message.replaceAll(`${root}/`, "")}`,
    where: place ?? entry,
    next: "mend what throws there",
  };
}
