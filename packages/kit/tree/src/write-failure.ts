import { EnvironmentFailure } from "@kit/errors";

/** A refusal by the disk, said as such; anything else as it came. */
export function asEnvironmentFailure(error: unknown): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    const what = `generated/ cannot be written${path === undefined ? "" : `: ${code} at ${path}`}`;
    return new EnvironmentFailure("not-writable", what, "give this user write permission there, then build again", {
      cause: error,
    });
  }
  if (code === "ENOSPC" || code === "EDQUOT") {
    const next = "free some space, then build again: the next build fixes what is unfinished";
    return new EnvironmentFailure("disk-full", "the disk is full while writing generated/", next, { cause: error });
  }
  return error;
}
