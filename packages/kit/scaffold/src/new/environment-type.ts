import { UserError } from "@kit/errors";
import { readSource } from "../source/source.ts";

/**
 * The type of a system's environments, as its package `environments` exports it.
 *
 * @throws UserError where it exports none, with what to write.
 */
export function environmentTypeIn(file: string, text: string, system: string): string {
  const { program } = readSource(file, text);
  const names = program.body.flatMap((statement): string[] => {
    if (statement.type !== "ExportNamedDeclaration") return [];
    const { declaration, specifiers, exportKind } = statement;
    if (declaration?.type === "TSTypeAliasDeclaration" || declaration?.type === "TSInterfaceDeclaration") {
      return [declaration.id.name];
    }
    const types = specifiers.filter((one) => exportKind === "type" || one.exportKind === "type");
    return types.flatMap(({ exported }) => (exported.type === "Identifier" ? [exported.name] : []));
  });
  const found = names.find((name) => name.endsWith("Environment")) ?? (names.length === 1 ? names[0] : undefined);
  if (found !== undefined) return found;
  throw new UserError({
    code: "source-form",
    what: "the package exports no type of the system's environments, which services are written with",
    where: file,
    next: `add \`export type ${pascalCase(system)}Environment = EnvironmentOf<typeof schema>;\`, then start again`,
  });
}

/** `corner-shop` as `CornerShop`. */
export function pascalCase(name: string): string {
  return name
    .split("-")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}
