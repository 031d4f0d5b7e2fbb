import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { sayIgnored, writeWholeSync } from "@kit/programs";

/**
 * What `keepText` has put there; undefined where there is nothing. What cannot be read, belongs to another user, or is not as
 * it was written, is ignored with a notice.
 */
export function keptText(file: string): string | undefined {
  try {
    const content = readOwn(file);
    const end = content.indexOf("\n");
    const text = content.slice(end + 1);
    if (content.slice(0, end) === digestOf(text)) return text;
    sayIgnored(file, "it is not as it was written");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT") sayIgnored(file, code ?? message);
  }
  return undefined;
}

/** Keeps a text for another run, whole, for this user alone. What cannot be written is ignored with a notice. */
export function keepText(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeWholeSync(file, (target) => writeFileSync(target, `${digestOf(text)}\n${text}`, { mode: 0o600 }));
  } catch (error) {
    sayIgnored(file, `it cannot be written: ${(error as NodeJS.ErrnoException).code}`);
  }
}

/** What `keepFor` has put there for the same key; undefined where the key was a different one, or nothing that can be read. */
export function keptFor(file: string, key: string): unknown {
  const stored = JSON.parse(keptText(file) ?? "null") as { readonly key: string; readonly value: unknown } | null;
  return stored?.key === key ? stored.value : undefined;
}

/** Keeps a value for another run that has the same key, in the place of the one that was there. */
export function keepFor(file: string, key: string, value: unknown): void {
  keepText(file, JSON.stringify({ key, value }));
}

/** Only what nobody else can have written: it says what is built. */
function readOwn(file: string): string {
  // Does not wait for what is not a file, such as a pipe.
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw new Error("it is not a file");
    if (process.geteuid !== undefined && stat.uid !== process.geteuid()) throw new Error("it belongs to another user");
    if (process.geteuid !== undefined && (stat.mode & 0o022) !== 0) throw new Error("others may write it");
    return readFileSync(descriptor, "utf8");
  } finally {
    closeSync(descriptor);
  }
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
