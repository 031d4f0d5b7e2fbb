import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import { constants as buffers } from "node:buffer";
import { EnvironmentFailure, UserError } from "@kit/errors";

/**
 * What the operating system refuses, said as such, wherever in a command it happens; anything else as it came.
 *
 * It is the last net: who knows more of the file says more.
 */
export function asForeseen(error: unknown): unknown {
  if (error instanceof UserError || error instanceof EnvironmentFailure) return error;
  const { code, dest, path = dest, syscall = "" } = (error ?? {}) as NodeJS.ErrnoException & { readonly dest?: string };
  const options = { cause: error };
  const where = path === undefined ? "" : ` at ${path}`;
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return new EnvironmentFailure(
        "disk-full",
        `the disk is full${dest === undefined ? where : ` at ${dest}`}`,
        "free some space, then start again",
        options,
      );
    case "EACCES":
    case "EPERM":
    case "EROFS": {
      if (syscall.startsWith("spawn")) break;
      const reads = code !== "EROFS" && isRead(syscall, path);
      const next = `give this user ${reads ? "read" : "write"} permission there, then start again`;
      const what = `${path ?? "a file"} cannot be ${reads ? "read" : "written"}: ${code}`;
      return new EnvironmentFailure(reads ? "not-readable" : "not-writable", what, next, options);
    }
    case "EMFILE":
    case "ENFILE":
    case "ENOMEM":
    case "EAGAIN": {
      const what = `the machine has no more to give${where}: ${code} (${syscall})`;
      return new EnvironmentFailure(
        "out-of-resources",
        what,
        "end other programs, or raise the limit of this user (`ulimit -a`)",
        options,
      );
    }
    case "ENOENT": {
      const refusal = syscall === "mkdir" && path !== undefined ? refusalAbove(path) : undefined;
      if (refusal !== undefined) return asForeseen(refusal);
      if (syscall.startsWith("spawn")) return doesNotStart(syscall.split(" ")[1] ?? path ?? "a program", options);
      if (path === undefined) break;
      return vanished(path, code, options);
    }
    case "ENOTDIR":
    case "EIO":
    case "ESTALE": {
      if (syscall.startsWith("spawn") || path === undefined) break;
      return vanished(path, code, options);
    }
    case "EISDIR":
    case "ENXIO":
    case "ELOOP":
    case "ENAMETOOLONG": {
      const what = `${path ?? "a path"} is not a file that can be read: ${code}`;
      return new UserError(
        { code: "file-kind", what, where: path ?? "unknown", next: "put a regular file there" },
        options,
      );
    }
    case "ERR_FS_FILE_TOO_LARGE":
    case "ERR_STRING_TOO_LONG":
      return tooLarge(error, where);
    default:
  }
  return error instanceof RangeError && error.message === "Invalid string length" ? tooLarge(error, where) : error;
}

function doesNotStart(program: string, options: ErrorOptions): EnvironmentFailure {
  const what = `there is no ${program} on PATH`;
  return new EnvironmentFailure("subprocess-failed", what, `install ${program}, then start again`, options);
}

function vanished(path: string, code: string, options: ErrorOptions): EnvironmentFailure {
  const next = "start again, when nothing else changes the files";
  return new EnvironmentFailure("file-vanished", `${path} cannot be reached any more: ${code}`, next, options);
}

/** Why no directory can be made: of a disk that cannot be written, making one says that the path is not there. */
function refusalAbove(path: string): unknown {
  let above = dirname(path);
  while (!existsSync(above) && above !== dirname(above)) above = dirname(above);
  try {
    accessSync(above, constants.W_OK);
    return undefined;
  } catch (error) {
    return Object.assign(error as NodeJS.ErrnoException, { syscall: "mkdir" });
  }
}

function tooLarge(cause: unknown, where: string): UserError {
  const most = Math.floor(buffers.MAX_STRING_LENGTH / 2 ** 20);
  return new UserError(
    {
      code: "file-too-large",
      what: `a file or value has more than ${most} MB, and cannot be read${where}`,
      where: "the repository, or the command's arguments",
      next: "take it out: nothing of this size belongs into a manifest",
    },
    { cause },
  );
}

/** A file is opened for both: what is there and may not be read was to be read. */
function isRead(syscall: string, path: string | undefined): boolean {
  if (/^(?:scandir|opendir|lstat|stat|read|readlink|realpath)$/.test(syscall)) return true;
  if (syscall !== "open" || path === undefined) return false;
  try {
    accessSync(path, constants.R_OK);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ENOENT";
  }
}
