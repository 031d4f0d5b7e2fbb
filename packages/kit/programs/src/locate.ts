import { accessSync, constants, statSync } from "node:fs";
import { delimiter, resolve } from "node:path";

/** The absolute path of a program: the first on PATH that can run. */
export function locateOnPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const directories = (env["PATH"] ?? "").split(delimiter).filter((directory) => directory !== "");
  return directories.map((directory) => resolve(directory, name)).find(isExecutable);
}

/** Whether it is a file that this user may run. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
