import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describeThrown, nearest, packagePlace, stackOf, type Problem } from "@kit/errors";
import type { DiscoveredPackage } from "./discover.ts";

/** What `importDefault` returns where it has reported a problem. */
export const failed: unique symbol = Symbol("the import threw, and a problem says so");

const idle: unique symbol = Symbol("nothing is left to do, and the import waits");

/** What a package exports by default. */
export async function importDefault(
  root: string,
  { entry }: Pick<DiscoveredPackage, "entry">,
  problems: Problem[],
): Promise<unknown> {
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
    problems.push(await threw(root, entry, error));
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

async function threw(root: string, entry: string, thrown: unknown): Promise<Problem> {
  return {
    code: "package-threw",
    what: `importing the package threw ${describeThrown(thrown).replaceAll(`${root}/`, "")}`,
    where: packagePlace(stackOf(thrown), root) ?? entry,
    next: (await missingExport(join(root, entry), thrown)) ?? "correct what throws there",
  };
}

/** A name that the module does not export, and the one that was probably meant. */
async function missingExport(from: string, thrown: unknown): Promise<string | undefined> {
  if (!(thrown instanceof SyntaxError)) return undefined;
  const missing = /^The requested module '([^']+)' does not provide an export named '([^']+)'/.exec(thrown.message);
  if (missing === null) return undefined;
  const [, module = "", name = ""] = missing;
  const meant = nearest(name, await namesIn(from, module));
  return meant === undefined
    ? `import a name that ${module} exports: the compiler, and its completion in an editor, know them`
    : `did you mean ${meant}?`;
}

/** What a module exports, as a file sees it; nothing where it cannot be found. */
async function namesIn(from: string, module: string): Promise<string[]> {
  try {
    return Object.keys((await import(pathToFileURL(createRequire(from).resolve(module)).href)) as object);
  } catch {
    return [];
  }
}
