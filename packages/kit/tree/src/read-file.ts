import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from "node:fs";
import { UserError, type UserErrorCode } from "@kit/errors";

/** More than any manifest has: the largest sets of custom resource definitions have some 10 MB. */
export const mostBytes = 32 * 2 ** 20;

/**
 * The text of a file that people, bots or git may have put there.
 *
 * @param where How messages name it.
 * @throws UserError where it is not a regular file, has more than 32 MB, or is not UTF-8. What the file system throws where
 *   there is none, or where this user may not read it.
 */
export function readText(file: string, where: string): string {
  const bytes = readBytes(file, where);
  if (isUtf8(bytes)) return bytes.toString("utf8");
  const line = lineOf(bytes);
  const next = "save it as UTF-8; what reads YAML refuses anything else, or reads other characters than are meant";
  throw wrong("file-encoding", "the file is not UTF-8", `${where}, line ${line}`, next);
}

/** The bytes of a file, whatever they are. @throws As `readText`, but for the encoding. */
export function readBytes(file: string, where: string): Buffer {
  // Does not wait for what is not a file: a pipe that nobody writes to would never end.
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(descriptor);
    const next = "put a regular file there";
    if (!stat.isFile()) throw wrong("file-kind", `${where} is ${kindOf(stat)}, and a file is wanted`, where, next);
    if (stat.size > mostBytes) throw tooLarge(where, stat.size);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** `a directory`, `a named pipe`, …: what is not a regular file, as messages say it. */
export function kindOf(stat: Pick<Stats, "isDirectory" | "isFIFO" | "isSocket" | "isSymbolicLink">): string {
  if (stat.isDirectory()) return "a directory";
  if (stat.isFIFO()) return "a named pipe";
  if (stat.isSocket()) return "a socket";
  return stat.isSymbolicLink() ? "a link" : "a device";
}

/** A file that has more than any manifest. */
export function tooLarge(where: string, size: number): UserError {
  const what = `${where} has ${Math.round(size / 2 ** 20)} MB, and a file there may have ${mostBytes / 2 ** 20} MB`;
  const next = "take it out: what is deployed is no place for it";
  return wrong("file-too-large", what, where, next);
}

/** Whether a file is larger than `readText` reads. */
export function isTooLarge({ size }: Pick<Stats, "size">): boolean {
  return size > mostBytes;
}

/** The first line that is not UTF-8. */
function lineOf(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, next))) return line;
    start = next;
  }
  return line;
}

function wrong(code: UserErrorCode, what: string, where: string, next: string): UserError {
  return new UserError({ code, what, where, next });
}
