import { pathText } from "../../src/index.ts";
import type { Compared } from "./compare.ts";

/** The disagreements, whole: both sides' words. Empty where there is none. */
export function formatDisagreements(compared: readonly Compared[]): string {
  return compared
    .filter(({ disagreement }) => disagreement !== undefined)
    .map(({ disagreement, file, name, verdict, errors }) => {
      const server = `  server: ${verdict ?? "taken"}`;
      const checks = errors.map(({ check, path, message }) => `  ${check}: ${pathText(path)} ${message}`);
      return [`${disagreement}: ${file}.yaml, ${name}`, server, ...checks, ""].join("\n");
    })
    .join("\n");
}
