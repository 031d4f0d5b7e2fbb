import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "./engine.ts";
import { overlayInputs } from "./overlay-inputs.ts";

/** What kustomize printed for an overlay when it last read exactly these files. */
export interface RenderCache {
  /** Names one set of inputs; undefined where they cannot be told. */
  key(directory: string, id: string): string | undefined;
  read(id: string, key: string): string | undefined;
  write(id: string, key: string, output: string): void;
}

/**
 * A cache with one file per environment. It is only ever a shortcut: what cannot be read is rendered again, and
 * what cannot be written is not missed.
 */
export function renderCache(cacheDirectory: string, engine: Engine): RenderCache {
  const { size, mtimeMs } = statSync(engine.file);
  const identity = [engine.file, size, mtimeMs, engine.version, ...engine.args];
  const fileOf = (id: string): string => join(cacheDirectory, `${id.replaceAll("/", "_")}.json`);
  return {
    key(directory, id) {
      const inputs = overlayInputs(directory, id);
      if (inputs === undefined) return undefined;
      return createHash("sha256")
        .update(JSON.stringify([identity, id, ...inputs]))
        .digest("hex");
    },
    read(id, key) {
      try {
        const stored = JSON.parse(readFileSync(fileOf(id), "utf8")) as { key: string; output: string };
        return stored.key === key ? stored.output : undefined;
      } catch {
        return undefined;
      }
    },
    write(id, key, output) {
      const temporary = `${fileOf(id)}.${process.pid}`;
      try {
        mkdirSync(cacheDirectory, { recursive: true });
        writeFileSync(temporary, JSON.stringify({ key, output }));
        renameSync(temporary, fileOf(id));
      } catch {
        // The next build renders it again.
      }
    },
  };
}
