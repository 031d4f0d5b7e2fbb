import { cpSync } from "node:fs";
import { build } from "@kit/build";
import { apiVerdict, check, noEnvironment, readManifests, type Check, type Finding } from "@kit/check";
import { definePolicy } from "@kit/check/policy";
import { UserError } from "@kit/errors";
import { checkRepository } from "../../src/check/check-repository.ts";
import { readRenderedEnvironments } from "../../src/rendered/rendered-environments.ts";
import type { Example } from "./example-in.ts";
import { put, repositoryWith } from "./shop-repository.ts";

/** What is said of an example. */
export interface Judged {
  readonly findings: readonly Finding[];
  /** Why the build refuses its files: what is judged then is what `pnpm check` finds where nobody has built. */
  readonly refusal?: string | undefined;
}

/**
 * What the checks find in an example. Files are put over those of a repository, which is built again where they are not
 * generated; then those below generated/ are put there as they are shown. A check that is off is switched on for manifests.
 *
 * @param built A repository that is built.
 */
export async function judgeExample({ manifests, files }: Example, one: Check, built: string): Promise<Judged> {
  return Object.keys(files).length === 0 ? { findings: judgeManifests(manifests, one) } : judgeFiles(files, built);
}

/** What the API server would refuse of an example: also of files that are rendered. */
export function refusedOf({ manifests, files }: Example): Finding[] {
  const rendered = Object.entries(files).filter(([path]) => path.startsWith("generated/"));
  return [manifests, ...rendered.map(([, text]) => text)].flatMap((text) => apiVerdict(text));
}

function judgeManifests(text: string, { id, severity }: Check): Finding[] {
  const { objects, problems } = readManifests(text, "page.yaml");
  const policy = definePolicy({ severities: { [id]: "error" } });
  const where = "packages/policy/src/index.ts";
  const layer = { level: "repository", policy, where, line: undefined, environments: undefined } as const;
  const policies = severity === "off" ? [layer] : [];
  return [...problems, ...check([{ ...noEnvironment, policies, objects }], { today: "2026-01-01" })];
}

async function judgeFiles(files: Example["files"], built: string): Promise<Judged> {
  using repository = repositoryWith({});
  const root = repository.path;
  // With what its builds remember.
  cpSync(built, root, { recursive: true, filter: isOwn });
  const { generated = [], written = [] } = Object.groupBy(Object.entries(files), ([path]) =>
    path.startsWith("generated/") ? "generated" : "written",
  );
  put(root, written);
  const refusal = written.length === 0 ? undefined : await buildAgain(root, Object.fromEntries(written));
  put(root, generated);
  const { findings } = await checkRepository(root, await readRenderedEnvironments(root, []));
  return { findings, refusal };
}

/** Builds what the files are for: where all of them are an environment's overlay, that one. */
async function buildAgain(root: string, files: Example["files"]): Promise<string | undefined> {
  const overlays = Object.keys(files).map((path) => /^overlays\/(\w+)\//.exec(path)?.[1]);
  const environments = overlays.every((id) => id !== undefined) ? [...new Set(overlays)] : [];
  try {
    await build({ root, environments, env: process.env });
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

function isOwn(path: string): boolean {
  return !path.includes("/node_modules/") || path.includes("/node_modules/.cache");
}
