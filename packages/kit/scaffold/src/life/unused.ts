import type { Node, Span } from "oxc-parser";
import type { Source } from "../source/source.ts";
import type { Draft } from "./draft.ts";
import { walk } from "./walk.ts";

/** What a module declares or imports and does not use itself, by its names. */
export function unusedNames(source: Source): Set<string> {
  const used = usedNames(source);
  return new Set(declared(source).flatMap(({ name }) => (used.has(name) ? [] : [name])));
}

/** Takes out of a module what it does not use any more, and did before: constants, functions, types, imports. */
export function dropUnused(draft: Draft, path: string, before: ReadonlySet<string>): void {
  for (;;) {
    let isChanged = false;
    draft.edit(path, (source) => {
      const used = usedNames(source);
      const next = declared(source).find(({ name }) => !used.has(name) && !before.has(name));
      if (next === undefined) return;
      source.edits.remove(next.place.start, next.place.end);
      isChanged = true;
    });
    if (!isChanged) return;
  }
}

/** Takes a statement at the top of a module out, with its lines and the comments right above it. */
export function statementPlace({ text, comments }: Source, { start, end }: Span): Span {
  let from = text.lastIndexOf("\n", start - 1) + 1;
  for (;;) {
    const above = comments.find((comment) => text.slice(comment.end, from) === "\n");
    if (above === undefined) break;
    from = text.lastIndexOf("\n", above.start - 1) + 1;
  }
  const line = text.indexOf("\n", end);
  let to = line === -1 ? text.length : line + 1;
  // Of the blank lines on both sides one stays.
  if (text.slice(0, from).endsWith("\n\n") || from === 0) while (text[to] === "\n") to++;
  return { start: from, end: to };
}

interface Declared {
  readonly name: string;
  /** What is taken out with it. */
  readonly place: Span;
}

function declared(source: Source): Declared[] {
  return source.program.body.flatMap((statement): Declared[] => {
    if (statement.type === "ImportDeclaration") {
      const { specifiers } = statement;
      return specifiers.map((one, index) => {
        const place =
          specifiers.length === 1 ? statementPlace(source, statement) : specifierPlace(specifiers, index, one);
        return { name: one.local.name, place };
      });
    }
    const place = statementPlace(source, statement);
    if (statement.type === "VariableDeclaration" && statement.declarations.length === 1) {
      const { id } = statement.declarations[0]!;
      return id.type === "Identifier" ? [{ name: id.name, place }] : [];
    }
    const isNamed = ["FunctionDeclaration", "TSTypeAliasDeclaration", "TSInterfaceDeclaration"].includes(
      statement.type,
    );
    const id = isNamed ? (statement as { readonly id?: { readonly name: string } | null }).id : undefined;
    return id === undefined || id === null ? [] : [{ name: id.name, place }];
  });
}

function specifierPlace(all: readonly Span[], index: number, own: Span): Span {
  const next = all[index + 1];
  return next === undefined ? { start: all[index - 1]!.end, end: own.end } : { start: own.start, end: next.start };
}

function usedNames({ program }: Source): Set<string> {
  const used = new Set<string>();
  walk(program, (node, around) => {
    if (node.type === "Identifier" && !isOnlyName(node, around.at(-1))) used.add(node.name);
  });
  return used;
}

/** Whether an identifier declares something, or names a field, and stands for nothing. */
function isOnlyName(node: Node, parent: Node | undefined): boolean {
  switch (parent?.type) {
    case "MemberExpression":
      return parent.property === node && !parent.computed;
    case "Property":
      return parent.key === node && !parent.computed && !parent.shorthand;
    case "VariableDeclarator":
    case "FunctionDeclaration":
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration":
      return parent.id === node;
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
    case "TSPropertySignature":
      return true;
    default:
      return false;
  }
}
