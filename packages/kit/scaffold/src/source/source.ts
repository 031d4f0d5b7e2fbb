import { UserError } from "@kit/errors";
import { MagicString } from "magic-string";
import { parseSync, type Comment, type Expression, type Program } from "oxc-parser";

/** A TypeScript source that is edited in place: what no edit names stays as it is, byte for byte. */
export interface Source {
  /** Below the repository's root. */
  readonly file: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  /** The text with spaces in the place of comments. */
  readonly code: string;
  readonly edits: MagicString;
}

/**
 * Reads a source to be edited; its text with all edits is `source.edits.toString()`.
 *
 * @throws UserError where it does not parse.
 */
export function readSource(file: string, text: string): Source {
  const { program, comments, errors } = parseSync(file, text);
  const [error] = errors;
  if (error === undefined) {
    return { file, text, program, comments, code: withoutComments(text, comments), edits: new MagicString(text) };
  }
  const start = error.labels[0]?.start ?? 0;
  throw new UserError({
    code: "source-form",
    what: `the file is not TypeScript that can be read: ${error.message}`,
    where: `${file}, line ${text.slice(0, start).split("\n").length}`,
    next: "correct it: the compiler, `pnpm check:types`, says the same",
  });
}

/** Where in its file a node stands, as messages name it. */
export function placeOf({ file, text }: Source, { start }: { readonly start: number }): string {
  return `${file}, line ${text.slice(0, start).split("\n").length}`;
}

/** What a name stands for that the module declares by `const`, without `as const`, `satisfies …` and brackets around it. */
export function resolved(source: Source, node: Expression): Expression {
  if (node.type === "TSAsExpression" || node.type === "TSSatisfiesExpression") return resolved(source, node.expression);
  if (node.type === "ParenthesizedExpression") return resolved(source, node.expression);
  if (node.type !== "Identifier") return node;
  const value = declaredIn(source, node.name);
  return value === undefined ? node : resolved(source, value);
}

/** The value of a `const` at the top of the module. */
export function declaredIn({ program }: Source, name: string): Expression | undefined {
  for (const statement of program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "VariableDeclaration" || declaration.kind !== "const") continue;
    const found = declaration.declarations.find(({ id }) => id.type === "Identifier" && id.name === name);
    if (found?.init) return found.init;
  }
  return undefined;
}

/** What the module exports by default. */
export function defaultExport(source: Source): Expression | undefined {
  const statement = source.program.body.find(({ type }) => type === "ExportDefaultDeclaration");
  if (statement?.type !== "ExportDefaultDeclaration") return undefined;
  const { declaration } = statement;
  const isExpression = !declaration.type.endsWith("Declaration");
  return isExpression ? resolved(source, declaration as Expression) : undefined;
}

function withoutComments(text: string, comments: readonly Comment[]): string {
  let code = "";
  for (const { start, end } of comments) code += text.slice(code.length, start) + " ".repeat(end - start);
  return code + text.slice(code.length);
}
