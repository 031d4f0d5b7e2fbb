import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ownModules } from "@kit/programs";

/** How many frames are looked at: who calls is near. */
const depth = 24;

/** Whether code that is not the kit's takes part in the call that is going on: a package, or a library that one has imported. */
export function isForeignCall(): boolean {
  const { stackTraceLimit } = Error;
  const own = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  Error.stackTraceLimit = depth;
  Error.prepareStackTrace = (_, sites) => sites.map((site) => site.getFileName());
  const { stack } = new Error("who calls") as unknown as { readonly stack: readonly (string | null | undefined)[] };
  if (own === undefined) Reflect.deleteProperty(Error, "prepareStackTrace");
  else Object.defineProperty(Error, "prepareStackTrace", own);
  Error.stackTraceLimit = stackTraceLimit;
  return stack.some(isForeign);
}

function isForeign(name: string | null | undefined): boolean {
  if (name === null || name === undefined || name.startsWith("node:")) return false;
  const file = name.startsWith("file:") ? fileURLToPath(name) : name;
  return file.startsWith("/") && !isKit(file) && !libraries.has(file);
}

const libraries = new Set<string>();

/** Learns whose a module is: a library that the kit imports by its name is the kit's, with all that it imports, until a package does. */
export function learnImport(file: string, specifier: string, importer: string | undefined): void {
  const isByName = !/^(?:file:|[./])/.test(specifier);
  const isOfKit = importer !== undefined && ((isKit(importer) && isByName) || libraries.has(importer));
  if (isOfKit) libraries.add(file);
  else libraries.delete(file);
}

// What started the commands is beside them.
const start = process.argv[1] === undefined ? undefined : dirname(realpathSync(process.argv[1]));
const known = new Map<string, boolean>();

/** Whether a module is the kit's. */
export function isKit(file: string): boolean {
  const folder = dirname(file);
  const is = known.get(folder) ?? (folder === ownModules || folder === start || folder.startsWith(`${ownModules}/`));
  known.set(folder, is);
  return is;
}
