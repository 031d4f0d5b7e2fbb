import { shown, UserError } from "@kit/errors";
import { addField, addImport, removeEntry, replaceNode } from "../source/edit.ts";
import { asObject, callNamed, fieldOf, objectArgument } from "../source/find.ts";
import { defaultExport, placeOf, type Source } from "../source/source.ts";
import { Draft } from "./draft.ts";
import type { LifeFacts, LifeService } from "./facts.ts";
import { addToOverlay, removeFromOverlays } from "./overlay-services.ts";
import { pascalCase } from "../new/environment-type.ts";

/** What is vendored, as it is to be written. */
export interface VendorChange {
  readonly system: string;
  readonly name: string;
  /** The fields of its line, by name: strings and data. */
  readonly line: Readonly<Record<string, unknown>>;
  /** The texts of its files, by name: those that are not named go. */
  readonly files: ReadonlyMap<string, string>;
  /** Other files, by path: definitions. */
  readonly others: ReadonlyMap<string, string | undefined>;
}

/** Takes something in: its line, its files, and its base in the overlays of the environments that have it. */
export function addedVendor(facts: LifeFacts, change: VendorChange): Draft {
  const draft = new Draft(facts.files);
  const { system, name, line } = change;
  const path = vendorFile(system);
  const type = `${pascalCase(name)}Values`;
  const isTyped = change.files.has("values.ts") && line["values"] !== undefined;
  const fields = Object.entries(line).map(([key, value]) => {
    const typed = key === "values" && isTyped ? ` satisfies ${type}` : "";
    return `  ${key}: ${JSON.stringify(value)}${typed},\n`;
  });
  const text = `${/^[a-z0-9]+$/.test(name) && !/^\d/.test(name) ? name : JSON.stringify(name)}: {\n${fields.join("")}}`;
  if (draft.read(path) === undefined) {
    const lines = `  ${text.replaceAll("\n", "\n  ")},\n`;
    draft.write(
      path,
      `import { defineVendor } from "typed-manifests";\n\nexport default defineVendor({\n${lines}});\n`,
    );
  } else {
    draft.edit(path, (source) => addField(source, linesIn(source), text));
  }
  if (isTyped) {
    draft.edit(path, (source) => addImport(source, `type Values as ${type}`, `./vendor/${name}/values.ts`));
  }
  writeFiles(draft, change);
  const base = `generated/bases/${system}/${name}`;
  const only = line["environments"] as readonly string[] | undefined;
  const own = facts.systems.find((one) => one.name === system)!;
  const files = own.environments
    .filter(({ id }) => only?.includes(id) ?? true)
    .flatMap(({ kustomizations }) => {
      const bases = kustomizations.filter((file) => draft.read(file)?.includes(`generated/bases/${system}/`) === true);
      return (bases.length > 0 ? bases : kustomizations).slice(0, 1);
    });
  for (const file of new Set(files)) addToOverlay(draft, file, base, []);
  return draft;
}

/** Writes what came anew: the version and the digest of its line, and its files. */
export function updatedVendor(facts: LifeFacts, change: VendorChange): Draft {
  const draft = new Draft(facts.files);
  draft.edit(vendorFile(change.system), (source) => {
    const object = asObject(source, lineOf(source, change.name).value);
    if (object === undefined) throw notLiteral(source, change.name);
    for (const key of ["version", "digest"]) {
      const field = fieldOf(object, key);
      if (field === undefined) throw notLiteral(source, change.name);
      replaceNode(source, field.value, JSON.stringify(change.line[key]));
    }
  });
  writeFiles(draft, change);
  return draft;
}

/** Takes it out: its line, its files, and its base in overlays. */
export function removedVendor(facts: LifeFacts, system: string, service: LifeService): Draft {
  const draft = new Draft(facts.files);
  const { name } = service;
  draft.edit(vendorFile(system), (source) => {
    removeEntry(source, linesIn(source), lineOf(source, name));
    const from = `./vendor/${name}/values.ts`;
    const gone = source.program.body.find((one) => one.type === "ImportDeclaration" && one.source.value === from);
    if (gone !== undefined) source.edits.remove(gone.start, gone.end);
  });
  for (const path of draft.paths) if (path.startsWith(`packages/${system}/vendor/${name}/`)) draft.remove(path);
  removeFromOverlays(draft, facts, system, service);
  return draft;
}

function vendorFile(system: string): string {
  return `packages/${system}/vendor.ts`;
}

function writeFiles(draft: Draft, { system, name, files, others }: VendorChange): void {
  const folder = `packages/${system}/vendor/${name}/`;
  for (const path of draft.paths) if (path.startsWith(folder)) draft.remove(path);
  for (const [file, text] of files) draft.write(folder + file, text);
  for (const [path, text] of others) if (text !== undefined) draft.write(path, text);
}

function linesIn(source: Source) {
  const call = callNamed(source, defaultExport(source), "defineVendor");
  const object = call === undefined ? undefined : objectArgument(source, call);
  if (object !== undefined) return object;
  throw new UserError({
    code: "source-form",
    what: "the default export is not defineVendor({ … })",
    where: source.file,
    next: "write it so, with a line for each name",
  });
}

function lineOf(source: Source, name: string) {
  const field = fieldOf(linesIn(source), name);
  if (field !== undefined) return field;
  throw notLiteral(source, name);
}

function notLiteral(source: Source, name: string): UserError {
  return new UserError({
    code: "source-form",
    what: `${shown(name)} is not written as an object with its version and digest`,
    where: placeOf(source, linesIn(source)),
    next: `write ${name}: { …, version: "…", digest: "…" } there`,
  });
}
