import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What `keepText` has put there; undefined where there is nothing, or it cannot be read. */
export function keptText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Keeps a text for another run, whole. It is only ever a shortcut: what cannot be written is made again. */
export function keepText(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // The next run makes it again.
  }
}

/** What `keepFor` has put there for the same key; undefined where it was another, or nothing that can be read. */
export function keptFor(file: string, key: string): unknown {
  try {
    const stored = JSON.parse(keptText(file) ?? "null") as { readonly key: string; readonly value: unknown } | null;
    return stored?.key === key ? stored.value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value for another run that has the same key, in the place of the one that was there. */
export function keepFor(file: string, key: string, value: unknown): void {
  keepText(file, JSON.stringify({ key, value }));
}
