import { EnvironmentFailure } from "@kit/errors";

/** A refusal by the disk, said as such; anything else as it came. */
export function asEnvironmentFailure(error: unknown, directory: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS" || code === "ENOTDIR") {
    const what = `${directory} cannot be written: ${code}`;
    const next = "give this user write permission there, or name another place with XDG_CACHE_HOME or TMPDIR";
    return new EnvironmentFailure("not-writable", what, next, { cause: error });
  }
  if (code === "ENOSPC" || code === "EDQUOT") {
    const next = "free some space, then start again";
    return new EnvironmentFailure("disk-full", `the disk is full: ${directory}`, next, { cause: error });
  }
  return error;
}
