import { UserError } from "@kit/errors";
import { run } from "@kit/programs";
import type { Engine } from "./engine.ts";

// From 5.4 on, components and `labels` behave as the generated files need.
const oldest = [5, 4] as const;

/** The version that a kustomize says it has, or undefined where it says none. */
export async function kustomizeVersion(file: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const { stdout } = await run(file, ["version"], { env });
  return versionIn(stdout);
}

/** The version of the kustomize inside a kubectl. */
export async function kubectlVersion(file: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const { stdout } = await run(file, ["version", "--client", "--output=json"], { env });
  return versionIn(/"kustomizeVersion":\s*"([^"]+)"/.exec(stdout)?.[1] ?? "");
}

/**
 * The engine, if its version will do.
 *
 * @throws UserError where it is older than 5.4, or does not say: a build from source by `go install` prints `(devel)`.
 */
export function requireVersion(engine: Omit<Engine, "version">, version: string | undefined): Engine {
  const next = "install kustomize 5.4 or newer, or set KUSTOMIZE to the path of one";
  if (version === undefined) {
    const what = `${engine.origin} does not say which version it is`;
    throw new UserError({
      code: "kustomize-too-old",
      what,
      where: engine.file,
      next: `${next}; released builds say it`,
    });
  }
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return { ...engine, version };
  const what = `${engine.origin} is kustomize ${version}, and 5.4 or newer is needed`;
  throw new UserError({ code: "kustomize-too-old", what, where: engine.file, next });
}

function versionIn(text: string): string | undefined {
  return /(?:^|[^\d.])v?(\d+\.\d+\.\d+)/.exec(text)?.[1];
}
