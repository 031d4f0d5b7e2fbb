import { join } from "node:path";
import { sourcesIn } from "@kit/programs";

/** The texts of a folder below engine/. */
export function engineSources(folder: string): Record<string, string> {
  return sourcesIn(join(import.meta.dirname, "../engine", folder));
}
