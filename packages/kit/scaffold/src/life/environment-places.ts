import type { ArrayExpression, Expression, Node } from "oxc-parser";
import { UserError } from "@kit/errors";
import { removeEntry, replaceNode } from "../source/edit.ts";
import { asList, callNamed, fieldOf, objectArgument } from "../source/find.ts";
import { declaredIn, defaultExport, placeOf, resolved, type Source } from "../source/source.ts";
import type { Draft } from "./draft.ts";
import type { LifeSystem } from "./facts.ts";
import { importedFrom } from "./imported-from.ts";
import { dropUnused, statementPlace, unusedNames } from "./unused.ts";

/**
 * Takes an environment out of its system's list, with what then nobody uses any more: its constant, its file, its imports.
 *
 * @throws UserError where the list is written in a form that cannot be edited.
 */
export function removeFromSystem(draft: Draft, system: LifeSystem, id: string): void {
  const unused = unusedIn(draft, system.entry);
  let imported: { readonly file: string; readonly name: string } | undefined;
  draft.edit(system.entry, (source) => {
    const { list, element } = elementOf(source, system, id);
    imported = element.type === "Identifier" ? importedFrom(source, element.name) : undefined;
    removeEntry(source, list, element);
  });
  dropUnused(draft, system.entry, unused);
  if (imported !== undefined) removeDeclaration(draft, system, imported.file, imported.name);
}

/**
 * Gives an environment another id where it is written.
 *
 * @throws UserError where it is not written as a text that can be told.
 */
export function renameInSystem(draft: Draft, system: LifeSystem, id: string, to: string): void {
  const folder = system.entry.slice(0, system.entry.lastIndexOf("/src/"));
  let elementName: string | undefined;
  let isDone = false;
  draft.edit(system.entry, (source) => {
    const { element } = elementOf(source, system, id);
    if (element.type === "Identifier") elementName = element.name;
    isDone = renameIn(source, element, id, to);
  });
  if (isDone) return;
  for (const path of draft.sources(folder)) {
    draft.edit(path, (source) => {
      const declared = elementName === undefined ? undefined : declaredIn(source, elementName);
      isDone ||= declared !== undefined && renameIn(source, declared, id, to);
    });
    if (isDone) return;
  }
  throw new UserError({
    code: "source-form",
    what: `the id of the environment ${id} is not written as a text in its definition, so it cannot be changed there`,
    where: system.entry,
    next: `write id: "${id}" in its defineEnvironment({ … }), or rename it by hand: docs/life-of-a-service.md says what belongs to it`,
  });
}

function unusedIn(draft: Draft, path: string): Set<string> {
  let names = new Set<string>();
  draft.edit(path, (source) => (names = unusedNames(source)));
  return names;
}

function elementOf(
  source: Source,
  system: LifeSystem,
  id: string,
): { readonly list: ArrayExpression; readonly element: Expression } {
  const call = callNamed(source, defaultExport(source), "defineSystem");
  const object = call === undefined ? undefined : objectArgument(source, call);
  const list = object === undefined ? undefined : asList(source, fieldOf(object, "environments")?.value);
  const elements = list?.elements ?? [];
  const index = system.environments.findIndex((one) => one.id === id);
  const element = elements[index];
  const isPlain =
    elements.length === system.environments.length &&
    elements.every((one) => one !== null && one.type !== "SpreadElement");
  if (list !== undefined && isPlain && element !== null && element !== undefined && element.type !== "SpreadElement")
    return { list, element };
  throw new UserError({
    code: "source-form",
    what: `the environments of ${system.name} are not written as a list with one entry each`,
    where: list === undefined ? source.file : placeOf(source, list),
    next: "write defineSystem({ environments: [dev, prod] }), then start again",
  });
}

/** Removes a constant that nobody imports any more, and its file where nothing else is exported from it. */
function removeDeclaration(draft: Draft, { name: system }: LifeSystem, file: string, name: string): void {
  if (draft.read(file) === undefined) return;
  const isUsed = draft.sources(`packages/${system}`).some((path) => {
    let found = false;
    draft.edit(path, (source) => (found = path !== file && importsName(source, file, name)));
    return found;
  });
  if (isUsed) return;
  const unused = unusedIn(draft, file);
  let exported = 0;
  draft.edit(file, (source) => {
    exported = source.program.body.filter(({ type }) => type.startsWith("Export")).length;
    const statement = source.program.body.find((one) => declares(one, name));
    if (statement === undefined) return;
    const { start, end } = statementPlace(source, statement);
    source.edits.remove(start, end);
  });
  if (exported === 1) draft.remove(file);
  else dropUnused(draft, file, unused);
}

function declares(statement: Node, name: string): boolean {
  if (statement.type !== "ExportNamedDeclaration" || statement.declaration?.type !== "VariableDeclaration")
    return false;
  const [only, ...others] = statement.declaration.declarations;
  return others.length === 0 && only?.id.type === "Identifier" && only.id.name === name;
}

function importsName(source: Source, file: string, name: string): boolean {
  return source.program.body.some(
    (statement) =>
      statement.type === "ImportDeclaration" &&
      statement.specifiers.some(({ local }) => {
        const from = importedFrom(source, local.name);
        return from?.file === file && from.name === name;
      }),
  );
}

/** In `defineEnvironment({ id: "dev" })`, or as the argument of a function of the module that has a parameter `id`. */
function renameIn(source: Source, element: Expression, id: string, to: string): boolean {
  const call = resolved(source, element);
  if (call.type !== "CallExpression") return false;
  const object = objectArgument(source, call);
  const field = object === undefined ? undefined : fieldOf(object, "id")?.value;
  const place = field ?? argumentNamedId(source, call);
  if (place?.type !== "Literal" || place.value !== id) return false;
  replaceNode(source, place, JSON.stringify(to));
  return true;
}

function argumentNamedId(
  { program }: Source,
  call: Expression & { readonly type: "CallExpression" },
): Node | undefined {
  const { callee } = call;
  if (callee.type !== "Identifier") return undefined;
  const made = program.body.find((one) => one.type === "FunctionDeclaration" && one.id?.name === callee.name);
  if (made?.type !== "FunctionDeclaration") return undefined;
  const index = made.params.findIndex((one) => one.type === "Identifier" && one.name === "id");
  return call.arguments[index];
}
