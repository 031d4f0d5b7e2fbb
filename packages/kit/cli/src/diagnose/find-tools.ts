import { readFileSync } from "node:fs";
import { join } from "node:path";
import { presentPrograms } from "@kit/control-plane";
import { UserError } from "@kit/errors";
import { locateOnPath, run } from "@kit/programs";
import { presentKustomize } from "@kit/render";
import type { Tool } from "./tool.ts";

const goPage = "https://go.dev/dl/";

/** What is here of all that the commands of a repository run, in the order in which one meets them. */
export async function findTools(root: string, env: NodeJS.ProcessEnv): Promise<Tool[]> {
  const { packageManager, scripts } = packageOf(root);
  const go = await onPath("go", ["version"], env);
  const [kustomize, controlPlane, ...rest] = await Promise.all([
    kustomizeTool(go !== undefined, env),
    controlPlaneTools(go !== undefined, env),
    plainTool("git", ["--version"], gitMissing, env),
    plainTool("kubectl", ["version", "--client"], kubectlMissing, env),
    ...(scripts?.["test:engines"] === undefined ? [] : [browserTool(env)]),
  ]);
  const node: Tool = { name: "Node", state: "here", version: process.versions.node, where: process.execPath };
  return [node, await pnpmTool(packageManager, env), kustomize, ...rest, goTool(go, controlPlane), ...controlPlane];
}

const gitMissing = {
  costs: "without it there is no `pnpm review`, `comment` or `rehearse`, and `new`, `rename` and `delete` refuse",
  fix: "install git (https://git-scm.com/downloads)",
};
const kubectlMissing = {
  costs: "without it nothing is applied, and there is no `pnpm review --live` or `secrets apply` and `status`",
  fix: "install kubectl 1.31 or newer (https://kubernetes.io/docs/tasks/tools/)",
};

async function plainTool(
  name: string,
  args: readonly string[],
  missing: Pick<Tool, "costs" | "fix">,
  env: NodeJS.ProcessEnv,
): Promise<Tool> {
  const found = await onPath(name, args, env);
  return found === undefined ? { name, state: "missing", ...missing } : { name, state: "here", ...found };
}

async function pnpmTool(wanted: string | undefined, env: NodeJS.ProcessEnv): Promise<Tool> {
  const found = await onPath("pnpm", ["--version"], env);
  if (found !== undefined) return { name: "pnpm", state: "here", ...found };
  return {
    name: "pnpm",
    state: "made",
    costs: `not on PATH: \`npx --yes ${wanted ?? "pnpm"}\` brings it, as README has it`,
  };
}

async function kustomizeTool(hasGo: boolean, env: NodeJS.ProcessEnv): Promise<Tool> {
  const name = "kustomize";
  try {
    const engine = await presentKustomize(env);
    if (engine !== undefined)
      return { name, state: "here", version: engine.version, where: `${engine.file} (${engine.origin})` };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [{ what, next }] = error.problems as [(typeof error.problems)[number]];
    return { name, state: "unfit", costs: `${what}; without a fit one nothing is built`, fix: next };
  }
  if (hasGo) return { name, state: "made", costs: "Go builds it on first use, once: about a minute" };
  const fix = `install kustomize 5.4 or newer, kubectl 1.31 or newer, or Go (${goPage}), which builds it`;
  return { name, state: "missing", costs: "without it nothing is built, reviewed or checked for drift", fix };
}

async function controlPlaneTools(hasGo: boolean, env: NodeJS.ProcessEnv): Promise<Tool[]> {
  const programs = await presentPrograms(env);
  return programs.map(({ name, program, notUsed, seconds }): Tool => {
    if (program !== undefined) {
      return { name, state: "here", version: program.version, where: `${program.file} (${program.origin})` };
    }
    const rejected = notUsed.map((one) => `${one}; `).join("");
    if (hasGo) {
      return {
        name,
        state: "made",
        costs: `${rejected}Go builds it on first use, once: about ${seconds} s on 2 cores`,
      };
    }
    const fix = `install Go (${goPage}), which builds it, or put it on PATH`;
    return {
      name,
      state: "missing",
      costs: `${rejected}without it there is no \`pnpm verify\` and no \`rehearse\``,
      fix,
    };
  });
}

function goTool(found: Found | undefined, controlPlane: readonly Tool[]): Tool {
  const name = "Go";
  if (found !== undefined) return { name, state: "here", ...found };
  // What it builds is what says that it is missing.
  const costs = controlPlane.every(({ state }) => state === "here")
    ? "not on PATH: all that it would build is there"
    : "not on PATH: it builds what is missing below";
  return { name, state: "made", costs };
}

async function browserTool(env: NodeJS.ProcessEnv): Promise<Tool> {
  const name = "browser";
  const named = env["CHROMIUM"];
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  for (const program of named === undefined || named === "" ? names : [named, ...names]) {
    const found = await onPath(program, ["--version"], env);
    if (found !== undefined) return { name, state: "here", ...found };
  }
  const costs = "without it `pnpm test:engines` cannot try the page of a review";
  return { name, state: "missing", costs, fix: "install Chromium, or set CHROMIUM to the path of one" };
}

type Found = Pick<Tool, "version" | "where">;

async function onPath(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Found | undefined> {
  const where = locateOnPath(name, env);
  if (where === undefined) return undefined;
  const { stdout } = await run(where, args, { env, timeout: 10_000 });
  return { version: /\d+\.\d+(?:\.\d+)*/.exec(stdout)?.[0], where };
}

interface Package {
  readonly packageManager?: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

function packageOf(root: string): Package {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Package;
}
