import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describeThrown, packagePlace, stackOf, type Problem } from "@kit/errors";
import type { DiscoveredPackage } from "./discover.ts";

/** What `importDefault` returns where it has reported a problem. */
export const failed: unique symbol = Symbol("the import threw, and a problem says so");

const idle: unique symbol = Symbol("nothing is left to do, and the import waits");

/** What a package exports by default. */
export async function importDefault(root: string, { entry }: DiscoveredPackage, problems: Problem[]): Promise<unknown> {
  const waiting = untilIdle();
  try {
    const module = await Promise.race([import(pathToFileURL(join(root, entry)).href), waiting.idle]);
    if (module !== idle) return (module as { default?: unknown }).default;
    problems.push(neverEnds(entry));
  } catch (error) {
    // The machine, not the package.
    if (packagePlace(stackOf(error), root) === undefined && ["EACCES", "EMFILE", "ENFILE"].includes(codeOf(error))) {
      throw error;
    }
    problems.push(threw(root, entry, error));
  } finally {
    waiting.stop();
  }
  return failed;
}

// Imports that go on. There are as many as packages, and one listener for all of them.
const waitingImports = new Set<(value: typeof idle) => void>();

function tellAll(): void {
  for (const tell of waitingImports) tell(idle);
}

/** Where nothing is left that could go on, Node ends the process in the middle of an import that waits. */
function untilIdle(): { readonly idle: Promise<typeof idle>; readonly stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<typeof idle>();
  if (waitingImports.size === 0) process.on("beforeExit", tellAll);
  waitingImports.add(resolve);
  const stop = (): void => {
    waitingImports.delete(resolve);
    if (waitingImports.size === 0) process.off("beforeExit", tellAll);
  };
  return { idle: promise, stop };
}

function neverEnds(entry: string): Problem {
  return {
    code: "package-threw",
    what: "importing the package never ends: it waits for something that does not come",
    where: entry,
    next: "correct the `await` at the top of its modules: a package is there at once",
  };
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
}

function threw(root: string, entry: string, thrown: unknown): Problem {
  return {
    code: "package-threw",
    what: `importing the package threw ${describeThrown(thrown).replaceAll(`${root}/`, "")}`,
    where: packagePlace(stackOf(thrown), root) ?? entry,
    next: "correct what throws there",
  };
}
