import { UserError } from "@kit/errors";
import { gitIn } from "../git/git.ts";

/**
 * Where texts that commands do not edit still have a name: `README.md, lines 12, 14`. None where git does not know the files.
 *
 * @param names Paths, and names of packages.
 */
export function mentionsOf(root: string, names: readonly string[]): string[] {
  const pattern = `(${names.map((name) => name.replaceAll(/[.+*?^$()[\]{}|\\]/g, String.raw`\$&`)).join("|")})([^A-Za-z0-9_-]|$)`;
  const where = [".", ":(exclude)generated", ":(exclude)packages", ":(exclude)overlays", ":(exclude)pnpm-lock.yaml"];
  try {
    const found = gitIn(root).ask(
      "grep",
      "--line-number",
      "-I",
      "--untracked",
      "--extended-regexp",
      "-e",
      pattern,
      "--",
      ...where,
    );
    const places = (found ?? "").split("\n").flatMap((line) => {
      const [, path, number] = /^(.*?):(\d+):/.exec(line) ?? [];
      return path === undefined ? [] : [{ path, number: number! }];
    });
    return [...Map.groupBy(places, ({ path }) => path)].map(([path, own]) => {
      const numbers = own.map(({ number }) => number);
      return `${path}, line${numbers.length === 1 ? "" : "s"} ${numbers.join(", ")}`;
    });
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
