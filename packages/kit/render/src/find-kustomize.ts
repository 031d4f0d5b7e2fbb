import { UserError } from "@kit/errors";
import { isExecutable, locateOnPath } from "@kit/programs";
import { buildKustomize, builtKustomize } from "./build-kustomize.ts";
import type { Engine } from "./engine.ts";
import { kubectlVersion, kustomizeVersion, requireVersion } from "./engine-version.ts";

/** What finding an engine depends on. */
export interface EngineOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Told what takes long. */
  readonly onProgress?: (message: string) => void;
}

/**
 * The kustomize to render with: `$KUSTOMIZE`, else `kustomize` on PATH, else `kubectl kustomize`, else the
 * pinned version, built once with the machine's Go.
 *
 * The first that is there is used or refused, never passed over: it is also what `kustomize build` by hand runs.
 *
 * @throws UserError where there is none, or it is older than 5.4.
 */
export async function findKustomize({ env, onProgress = () => {} }: EngineOptions): Promise<Engine> {
  const installed = await installedKustomize(env);
  if (installed !== undefined) return installed;
  const go = locateOnPath("go", env);
  if (go !== undefined) return buildKustomize(go, env, onProgress);
  throw noEngine();
}

/**
 * The kustomize that is there without building one, or undefined.
 *
 * @throws UserError where the first that is there is older than 5.4.
 */
export async function presentKustomize(env: NodeJS.ProcessEnv): Promise<Engine | undefined> {
  return (await installedKustomize(env)) ?? (locateOnPath("go", env) === undefined ? undefined : builtKustomize(env));
}

async function installedKustomize(env: NodeJS.ProcessEnv): Promise<Engine | undefined> {
  const named = env["KUSTOMIZE"];
  if (named !== undefined && named !== "") {
    const file = named.includes("/") ? existing(named) : locateOnPath(named, env);
    if (file === undefined) throw noSuchProgram(named);
    return standalone(file, "$KUSTOMIZE", env);
  }
  const kustomize = locateOnPath("kustomize", env);
  if (kustomize !== undefined) return standalone(kustomize, "kustomize on PATH", env);
  const kubectl = locateOnPath("kubectl", env);
  if (kubectl === undefined) return undefined;
  const engine = { file: kubectl, args: ["kustomize"], origin: "kubectl kustomize" };
  return requireVersion(engine, await kubectlVersion(kubectl, env));
}

async function standalone(file: string, origin: string, env: NodeJS.ProcessEnv): Promise<Engine> {
  return requireVersion({ file, args: ["build"], origin }, await kustomizeVersion(file, env));
}

function existing(file: string): string | undefined {
  return isExecutable(file) ? file : undefined;
}

function noSuchProgram(name: string): UserError {
  return new UserError({
    code: "kustomize-missing",
    what: `$KUSTOMIZE names ${JSON.stringify(name)}, which is not a program that can run`,
    where: "the environment variable KUSTOMIZE",
    next: "set it to the path of a kustomize 5.4 or newer, or unset it",
  });
}

function noEngine(): UserError {
  return new UserError({
    code: "kustomize-missing",
    what: "no kustomize: neither $KUSTOMIZE, nor kustomize, kubectl or go on PATH",
    where: "PATH",
    next:
      "install one of them: kustomize 5.4 or newer (https://kubectl.docs.kubernetes.io/installation/kustomize/),\n" +
      "kubectl 1.31 or newer (it contains kustomize), or Go 1.24 or newer (the build then makes its own kustomize)",
  });
}
