import { join } from "node:path";
import { keepFor, keptFor } from "@kit/tree";

/** What kustomize printed for an overlay when it last read exactly these files. */
export interface RenderCache {
  /** @param key Of the render station's inputs. */
  read(id: string, key: string): string | undefined;
  write(id: string, key: string, output: string): void;
}

/**
 * A cache with one file per environment. It is only ever a shortcut: what cannot be read is rendered again, and
 * what cannot be written is not missed.
 */
export function renderCache(cacheDirectory: string): RenderCache {
  const fileOf = (id: string): string => join(cacheDirectory, `${id.replaceAll("/", "_")}.json`);
  return {
    read: (id, key) => keptFor(fileOf(id), key) as string | undefined,
    write: (id, key, output) => keepFor(fileOf(id), key, output),
  };
}
