import type { ArrayExpression, Directive, ObjectExpression, Statement, VariableDeclarator } from "oxc-parser";
import { folderOf, joinedPath } from "../new/paths.ts";
import { argumentAt, asList, asObject, asText, callNamed, fieldOf, objectArgument } from "./find.ts";
import { defaultExport, readSource, type Source } from "./source.ts";

/** Where a system lists its environments. */
export interface EnvironmentList {
  readonly source: Source;
  readonly list: ArrayExpression;
}

/** An environment that is written as `const dev = defineEnvironment({ … })`. */
export interface WrittenEnvironment {
  readonly source: Source;
  /** The name of its constant. */
  readonly name: string;
  /** The whole statement, with `export`. */
  readonly statement: Directive | Statement;
  readonly object: ObjectExpression;
}

/** Reads a module of a package, each once, so that several edits of one meet. Undefined where it is not there. */
export type ReadModule = (file: string) => Source | undefined;

/** Reads modules from their texts. */
export function moduleReader(texts: ReadonlyMap<string, string>): ReadModule {
  const read = new Map<string, Source>();
  return (file) => {
    const text = texts.get(file);
    if (text === undefined) return undefined;
    const source = read.get(file) ?? readSource(file, text);
    read.set(file, source);
    return source;
  };
}

/** The list `environments` of `export default defineSystem({ … })`; undefined where it is written in another form. */
export function environmentList(read: ReadModule, entry: string): EnvironmentList | undefined {
  const source = read(entry);
  const call = source === undefined ? undefined : callNamed(source, defaultExport(source), "defineSystem");
  const object = call === undefined ? undefined : objectArgument(source!, call);
  const list = object === undefined ? undefined : asList(source!, fieldOf(object, "environments")?.value);
  return list === undefined ? undefined : { source: source!, list };
}

/** The environment of an id, among those of the list; undefined where it is written in another form. */
export function writtenEnvironment(
  read: ReadModule,
  { source, list }: EnvironmentList,
  id: string,
): WrittenEnvironment | undefined {
  for (const element of list.elements) {
    if (element?.type !== "Identifier") continue;
    const found = declaredAnywhere(read, source, element.name);
    const call = found?.declarator.init
      ? callNamed(found.source, found.declarator.init, "defineEnvironment")
      : undefined;
    const object = call === undefined ? undefined : asObject(found!.source, argumentAt(call, 0));
    if (object === undefined || asText(found!.source, fieldOf(object, "id")?.value) !== id) continue;
    return { source: found!.source, name: found!.name, statement: found!.statement, object };
  }
  return undefined;
}

interface Declared {
  readonly source: Source;
  readonly name: string;
  readonly statement: Directive | Statement;
  readonly declarator: VariableDeclarator;
}

/** The `const` of a name at the top of a module, or of the module beside it that it is imported from. */
export function declaredAnywhere(read: ReadModule, source: Source, name: string): Declared | undefined {
  for (const statement of source.program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type === "VariableDeclaration" && declaration.kind === "const") {
      const declarator = declaration.declarations.find(({ id }) => id.type === "Identifier" && id.name === name);
      if (declarator !== undefined && declaration.declarations.length === 1) {
        return { source, name, statement, declarator };
      }
    }
    if (statement.type !== "ImportDeclaration" || !statement.source.value.startsWith(".")) continue;
    const specifier = statement.specifiers.find((one) => one.local.name === name);
    if (specifier?.type !== "ImportSpecifier" || specifier.imported.type !== "Identifier") continue;
    const other = read(joinedPath(folderOf(source.file), statement.source.value));
    const found = other === undefined ? undefined : declaredAnywhere(read, other, specifier.imported.name);
    if (found !== undefined) return found;
  }
  return undefined;
}
