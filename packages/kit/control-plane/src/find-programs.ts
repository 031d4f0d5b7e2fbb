import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { shown, UserError } from "@kit/errors";
import { isExecutable, locateOnPath } from "@kit/programs";
import { buildPrograms, builtProgram } from "./build-programs.ts";
import { describeRejected, missingPrograms, type Rejected } from "./missing-programs.ts";
import { isAccepted, probeVersion } from "./program-version.ts";
import { pinOf } from "./pins.ts";
import { programNames, type Program, type ProgramName } from "./programs.ts";

/** What finding the programs depends on. */
export interface FindProgramsOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Told what takes long. */
  readonly onProgress: (message: string) => void;
}

/**
 * The programs to run: each from `$KUBEBUILDER_ASSETS`, else from PATH, else the pinned one, built once with the
 * machine's Go. One of another version is passed over and named.
 *
 * @throws UserError where one is nowhere and there is no Go, with all that are missing.
 * @throws EnvironmentFailure where Go cannot build one.
 */
export async function findPrograms(
  names: readonly ProgramName[],
  { env, onProgress }: FindProgramsOptions,
): Promise<Program[]> {
  const assets = assetsDirectory(env);
  const rejected: Rejected[] = [];
  const installed = await Promise.all(names.map((name) => findInstalled(name, assets, env, rejected)));
  const found = await Promise.all(names.map(async (name, index) => installed[index] ?? builtProgram(name, env)));
  const missing = names.filter((_, index) => found[index] === undefined);
  if (missing.length > 0) {
    const go = locateOnPath("go", env);
    if (go === undefined) throw missingPrograms(missing, rejected, assets);
    for (const one of rejected) onProgress(describeRejected(one));
    await buildPrograms(missing, go, env, onProgress);
  }
  return Promise.all(names.map(async (name, index) => found[index] ?? (await builtProgram(name, env))!));
}

/** What is there of a program of the control plane, without building it. */
export interface PresentProgram {
  readonly name: ProgramName;
  /** Undefined where it is nowhere. */
  readonly program: Program | undefined;
  /** What else of its name is on PATH, and why it will not do. */
  readonly notUsed: readonly string[];
  /** What building it from nothing takes on 2 cores. */
  readonly seconds: number;
}

/**
 * The programs of a control plane that are there now, in the order in which they start.
 *
 * @throws UserError where `$KUBEBUILDER_ASSETS` is no directory.
 */
export async function presentPrograms(env: NodeJS.ProcessEnv): Promise<PresentProgram[]> {
  const assets = assetsDirectory(env);
  return Promise.all(
    programNames.map(async (name) => {
      const rejected: Rejected[] = [];
      const program = (await findInstalled(name, assets, env, rejected)) ?? (await builtProgram(name, env));
      return { name, program, notUsed: rejected.map(describeRejected), seconds: pinOf(name).seconds };
    }),
  );
}

function assetsDirectory(env: NodeJS.ProcessEnv): string | undefined {
  const assets = env["KUBEBUILDER_ASSETS"];
  if (assets === undefined || assets === "") return undefined;
  if (statSync(assets, { throwIfNoEntry: false })?.isDirectory() === true) return resolve(assets);
  throw new UserError({
    code: "control-plane-missing",
    what: `$KUBEBUILDER_ASSETS names ${shown(assets)}, which is not a directory`,
    where: "the environment variable KUBEBUILDER_ASSETS",
    next: "set it to the directory of kube-apiserver and etcd, or unset it",
  });
}

async function findInstalled(
  name: ProgramName,
  assets: string | undefined,
  env: NodeJS.ProcessEnv,
  rejected: Rejected[],
): Promise<Program | undefined> {
  const inAssets = assets === undefined ? undefined : join(assets, name);
  const candidates = [
    { file: inAssets !== undefined && isExecutable(inAssets) ? inAssets : undefined, origin: "KUBEBUILDER_ASSETS" },
    { file: locateOnPath(name, env), origin: "PATH" },
  ];
  for (const { file, origin } of candidates) {
    if (file === undefined) continue;
    const version = await probeVersion(file, env);
    if (version !== undefined && isAccepted(name, version)) return { name, file, version, origin };
    rejected.push({ name, file, version });
  }
  return undefined;
}
