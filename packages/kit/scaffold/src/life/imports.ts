import { Visitor, type StringLiteral } from "oxc-parser";
import type { Source } from "../source/source.ts";

/** The texts that name modules, with their places: of imports, of exports from elsewhere, and of `import(…)`. */
export function importsOf({ program }: Source): StringLiteral[] {
  const found: StringLiteral[] = [];
  const take = ({ source }: { readonly source: unknown }): void => {
    if (isText(source)) found.push(source);
  };
  new Visitor({
    ImportDeclaration: take,
    ExportAllDeclaration: take,
    ExportNamedDeclaration: take,
    ImportExpression: take,
    TSImportType: take,
  }).visit(program);
  return found;
}

function isText(node: unknown): node is StringLiteral {
  return (node as StringLiteral | null)?.type === "Literal" && typeof (node as StringLiteral).value === "string";
}
