import { shown, type Problem } from "@kit/errors";

/**
 * Folders that are one where a file system makes no difference of case, or between the ways in which Unicode writes a letter, as
 * on macOS: their bases in `generated/` would be one folder there, too.
 */
export function alikeFolders(where: string, names: readonly string[]): Problem[] {
  const alike = Map.groupBy(names, (name) => name.normalize("NFC").toLowerCase());
  return [...alike.values()].flatMap(([first, ...others]) =>
    others.map((other): Problem => {
      const how = first!.normalize("NFC") === other.normalize("NFC") ? "how Unicode writes their letters" : "case";
      return {
        code: "package-layout",
        what: `the folders ${spelt(first!)} and ${spelt(other)} differ only by ${how}: macOS and Windows have one of them alone`,
        where: `${where}/${other}`,
        next: "rename one of them, with what names it",
      };
    }),
  );
}

/** Two ways to write a letter look the same. */
function spelt(name: string): string {
  return shown(name).replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
