import { existsSync } from "node:fs";
import { join } from "node:path";
import { cacheDirectory, locateOnPath } from "@kit/programs";
import { buildProgram } from "./build-programs.ts";
import { missingPrograms } from "./missing-programs.ts";
import { pinIn } from "./pins.ts";
import type { Program } from "./programs.ts";

const name = "kube-apiserver";

/**
 * The API server of another minor version than the pinned one, built once with the machine's Go. Only what makes the tables
 * of those versions needs it: an installed kit does not bring what pins it.
 *
 * @param minor Such as `1.30`: `minors` has a go.mod for it.
 * @throws UserError where it is not built yet, and there is no Go.
 * @throws EnvironmentFailure where Go cannot build it.
 */
export async function minorServer(
  minor: string,
  { env, onProgress }: { readonly env: NodeJS.ProcessEnv; readonly onProgress: (message: string) => void },
): Promise<Program> {
  const pin = pinIn(join(import.meta.dirname, "../minors", minor), name);
  const file = join(cacheDirectory(pin.family, pin.version, env), name);
  if (!existsSync(file)) {
    const go = locateOnPath("go", env);
    if (go === undefined) throw missingPrograms([name], [], undefined);
    onProgress(
      `building ${name} ${pin.version} with Go, once: about ${Math.ceil(pin.seconds / 60)} minutes on 2 cores`,
    );
    await buildProgram({ name, pin, file }, go, env, onProgress);
  }
  return { name, file, version: pin.version, origin: "built with Go" };
}
