import { isUnfinished } from "@kit/programs";
import { isSource } from "../digest-of-sources.ts";

/**
 * Whether what stands at a path of the repository can reach what a build makes. Beside packages, overlays and what is generated
 * that are sources, folders (an overlay may list any, and a sync may name one), and what an installation says of itself.
 */
export function isWanted(path: string, isFolder: boolean): boolean {
  const parts = path.split("/");
  const installed = parts.lastIndexOf("node_modules");
  if (installed !== -1) return isInstalled(parts.slice(installed + 1));
  if (parts.includes(".git")) return false;
  const [first = ""] = parts;
  if (first === "generated") return parts.length !== 2 || !isUnfinished(parts[1]!);
  if (first === "overlays" || isFolder) return true;
  if (parts.length === 1) return isSource(first);
  return first !== "docs" && !parts.some((part) => part.startsWith("."));
}

// What pnpm, npm and yarn write at the end of an installation.
const written = new Set([".modules.yaml", ".package-lock.json", ".yarn-state.yml"]);

/** Of dependencies the names, which are mostly links to a version, and which versions were installed. */
function isInstalled([first, ...below]: readonly string[]): boolean {
  if (first === undefined) return true;
  if (first === ".pnpm") return below.length === 0 || (below.length === 1 && below[0] === "lock.yaml");
  if (first.startsWith(".")) return below.length === 0 && written.has(first);
  return below.length === 0 || (below.length === 1 && first.startsWith("@"));
}
