import { dirname } from "node:path";
import { EnvironmentFailure, UserError } from "@kit/errors";
import { locateOnPath, run } from "@kit/programs";
import { builtFile, buildPrograms } from "./build-programs.ts";
import type { ControlPlane } from "./control-plane.ts";
import type { FindProgramsOptions } from "./find-programs.ts";
import { pinOf } from "./pins.ts";
import type { SyncReport } from "./sync-report.ts";

/** What is synced, in the words of an Argo CD Application of type Directory. */
export interface SyncOptions {
  /** Its name. By it the engine knows its objects: what another name has synced is not pruned. */
  readonly application: string;
  /** The directory of a git repository. */
  readonly repository: string;
  /** A commit. Default: `HEAD`; what is not committed is not seen. */
  readonly revision?: string;
  /** A directory in the repository. What is below it is not read. */
  readonly path: string;
  /** Of the objects that name none. */
  readonly namespace: string;
  /** Whether objects that the commit does not have any more are deleted. Default: true. */
  readonly prune?: boolean;
  /** Whether that is done after all else is healthy. Default: true. */
  readonly pruneLast?: boolean;
  /** Between two waves. Default: 2, as Argo CD has it. */
  readonly waveDelaySeconds?: number;
  /** For the sync, and then for the objects' health. Default: 60. */
  readonly timeoutSeconds?: number;
}

/** The engine inside Argo CD, as a program that syncs once. */
export interface SyncEngineProgram {
  /** Of the library, such as `0.7.3`. */
  readonly version: string;
  /**
   * Syncs a cluster, and waits until all is healthy or the time is up. It ends with the control plane, and with this
   * process.
   *
   * @returns What became of each object, also where the sync failed.
   * @throws EnvironmentFailure where there is no such commit or path, or the API server does not answer.
   */
  readonly sync: (cluster: Pick<ControlPlane, "kubeconfig" | "signal">, options: SyncOptions) => Promise<SyncReport>;
}

/**
 * The sync engine, built once with the machine's Go into the user's cache. It runs `git`.
 *
 * @throws UserError where it was not built before and there is no Go.
 * @throws EnvironmentFailure where Go cannot build it.
 */
export async function prepareSyncEngine({ env, onProgress }: FindProgramsOptions): Promise<SyncEngineProgram> {
  const { version, goVersion } = pinOf("sync-engine");
  if ((await builtFile("sync-engine", env)) === undefined) {
    const go = locateOnPath("go", env);
    if (go === undefined) throw noEngine(goVersion);
    await buildPrograms(["sync-engine"], go, env, onProgress);
  }
  const file = (await builtFile("sync-engine", env))!;
  return { version, sync: (cluster, options) => sync(file, cluster, options, env) };
}

async function sync(
  file: string,
  { kubeconfig, signal }: Pick<ControlPlane, "kubeconfig" | "signal">,
  options: SyncOptions,
  env: NodeJS.ProcessEnv,
): Promise<SyncReport> {
  const directory = dirname(kubeconfig);
  const { exitCode, stdout, stderr } = await run(file, syncArguments(kubeconfig, options), {
    // Nothing else of the user's. The engine keeps what it learns of the API server below HOME.
    env: { PATH: env["PATH"], HOME: directory, TMPDIR: directory },
    signal,
  });
  signal.throwIfAborted();
  if (exitCode === 0) return JSON.parse(stdout) as SyncReport;
  const what = `the sync engine could not sync ${options.path}:\n${stderr.trim()}`;
  throw new EnvironmentFailure("subprocess-failed", what, "see what it says, fix that, then start again");
}

function syncArguments(kubeconfig: string, options: SyncOptions): string[] {
  const { application, repository, revision = "HEAD", path, namespace } = options;
  const { prune = true, pruneLast = true, waveDelaySeconds = 2, timeoutSeconds = 60 } = options;
  return [
    `--kubeconfig=${kubeconfig}`,
    `--application=${application}`,
    `--repository=${repository}`,
    `--revision=${revision}`,
    `--path=${path}`,
    `--namespace=${namespace}`,
    `--prune=${prune}`,
    `--prune-last=${pruneLast}`,
    `--wave-delay=${waveDelaySeconds}s`,
    `--timeout=${timeoutSeconds}s`,
  ];
}

function noEngine(goVersion: string): UserError {
  return new UserError({
    code: "control-plane-missing",
    what: "the sync engine of Argo CD was not built here yet, and there is no Go to build it",
    where: "PATH",
    next: `install Go ${goVersion.split(".", 2).join(".")} or newer (https://go.dev/dl/): it is then built once, in two minutes`,
  });
}
