import { posix } from "node:path";
import type { Source } from "../source/source.ts";

/** The module beside it, and the name there, that a source imports under a name; undefined where it does not. */
export function importedFrom(
  source: Source,
  name: string,
): { readonly file: string; readonly name: string } | undefined {
  for (const statement of source.program.body) {
    if (statement.type !== "ImportDeclaration" || !statement.source.value.startsWith(".")) continue;
    const found = statement.specifiers.find(({ local }) => local.name === name);
    if (found?.type !== "ImportSpecifier" || found.imported.type !== "Identifier") continue;
    return { file: posix.join(posix.dirname(source.file), statement.source.value), name: found.imported.name };
  }
  return undefined;
}
