import { EnvironmentFailure } from "@kit/errors";

const ofCache = "give this user write permission there, or name another place with XDG_CACHE_HOME or TMPDIR";

/**
 * A refusal by the disk, said as such; anything else as it came.
 *
 * @param next What to do where this user may not write. Default: what helps with a cache.
 */
export function asEnvironmentFailure(error: unknown, where: string, next = ofCache): unknown {
  const { code = "" } = error as NodeJS.ErrnoException;
  if (["EACCES", "EEXIST", "ENOTDIR", "EPERM", "EROFS"].includes(code)) {
    return new EnvironmentFailure("not-writable", `${where} cannot be written: ${code}`, next, { cause: error });
  }
  if (code === "ENOSPC" || code === "EDQUOT") {
    const what = `the disk is full: ${where}`;
    return new EnvironmentFailure("disk-full", what, "free some space, then start again", { cause: error });
  }
  return error;
}
