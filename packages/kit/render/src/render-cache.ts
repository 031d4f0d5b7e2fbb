import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { keepFor, keptFor } from "@kit/tree";
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
    read: (id, key) => keptFor(fileOf(id), key) as string | undefined,
    write: (id, key, output) => keepFor(fileOf(id), key, output),
  };
}
