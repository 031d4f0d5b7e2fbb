import { UserError } from "@kit/errors";
import type { ObjectExpression } from "oxc-parser";
import { addField } from "../source/edit.ts";
import type { ReadModule } from "../source/environments.ts";
import { asObject, asText, callNamed, fieldOf, objectArgument } from "../source/find.ts";
import { defaultExport, type Source } from "../source/source.ts";
import { fieldName, literal } from "../templates/parts.ts";

/** The module that says how the repository is synced. */
export const gitopsEntry = "packages/gitops/src/index.ts";

/**
 * Has an environment synced as another one is; nothing where no package says how the repository is synced.
 *
 * @param destination Its cluster's name in Argo CD. Undefined: as that of the other one.
 * @throws UserError where that is written in a form that cannot be edited, with what to write.
 */
export function addGitOpsEntry(read: ReadModule, id: string, like: string, destination: string | undefined): void {
  const source = read(gitopsEntry);
  if (source === undefined) return;
  const environments = environmentsOf(source);
  const other = environments === undefined ? undefined : fieldOf(environments, like);
  const value = asObject(source, other?.value);
  if (environments === undefined || value === undefined) throw notEditable(id, destination ?? "<its cluster>");
  const place = fieldOf(value, "destination")?.value;
  let text = source.text.slice(value.start, value.end);
  if (destination !== undefined && place !== undefined && asText(source, place) !== destination) {
    const [start, end] = [place.start - value.start, place.end - value.start];
    text = text.slice(0, start) + literal(destination) + text.slice(end);
  }
  const indent = /^[ \t]*/.exec(source.text.slice(source.text.lastIndexOf("\n", value.start) + 1))![0];
  addField(source, environments, `${fieldName(id)}: ${text.replaceAll(`\n${indent}`, "\n")}`);
}

/** Has a new environment synced by itself; nothing where no package says how the repository is synced. */
export function addNewGitOpsEntry(read: ReadModule, id: string, destination: string): void {
  const source = read(gitopsEntry);
  if (source === undefined) return;
  const environments = environmentsOf(source);
  if (environments === undefined) throw notEditable(id, destination);
  addField(source, environments, `${fieldName(id)}: { destination: ${literal(destination)}, policy: automaticSync() }`);
}

function environmentsOf(source: Source): ObjectExpression | undefined {
  const call = callNamed(source, defaultExport(source), "defineGitOps");
  const definition = call === undefined ? undefined : objectArgument(source, call);
  return asObject(source, definition === undefined ? undefined : fieldOf(definition, "environments")?.value);
}

function notEditable(id: string, destination: string): UserError {
  return new UserError({
    code: "source-form",
    what: "how the repository is synced is written in a form that this command cannot edit",
    where: gitopsEntry,
    next: `write it by hand, with the environment itself: ${fieldName(id)}: { destination: ${literal(destination)}, policy: automaticSync() }`,
  });
}
