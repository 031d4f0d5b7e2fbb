import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "@kit/errors";
import { asEnvironmentFailure, cacheDirectory, sayIgnored, locateOnPath, writeWhole } from "@kit/programs";
import { loadAll } from "js-yaml";
import { definitionPins, furtherPins, type DefinitionPin } from "./definition-pins.ts";
import type { FindProgramsOptions } from "./find-programs.ts";
import { goModule } from "./go-module.ts";

/** A CustomResourceDefinition as its project publishes it. */
export interface Definition {
  readonly apiVersion: string;
  readonly kind: "CustomResourceDefinition";
  readonly metadata: { readonly name: string };
  readonly spec: { readonly group: string; readonly names: { readonly kind: string } };
}

/** The API groups whose definitions can be had: those of Argo CD, External Secrets, Flux and Sealed Secrets. */
export const definitionGroups: readonly string[] = definitionPins.flatMap(({ groups }) => groups);

/** The projects that the definitions are of, with the versions of the modules they come from. */
export const definitionVersions: Readonly<Record<string, string>> = Object.fromEntries(
  definitionPins.map(({ project, module, version, folder }) => [project, `${module}@${version}/${folder}`]),
);

/**
 * The definitions of the kinds of these groups; a group that no pin has is passed over.
 *
 * They are fetched once with Go, as files of the projects' modules, and kept in the user's cache.
 *
 * @throws UserError where they are not in the cache and there is no Go.
 * @throws EnvironmentFailure where Go cannot fetch a module.
 */
export async function prepareDefinitions(
  groups: readonly string[],
  options: FindProgramsOptions,
): Promise<Definition[]> {
  const pins = [...definitionPins, ...furtherPins].filter((pin) => pin.groups.some((group) => groups.includes(group)));
  const found = await Promise.all(pins.map((pin) => definitionsOf(pin, options)));
  return found.flat().filter(({ spec }) => groups.includes(spec.group));
}

async function definitionsOf(pin: DefinitionPin, { env, onProgress }: FindProgramsOptions): Promise<Definition[]> {
  const file = join(cacheDirectory(`definitions-${pin.project}`, pin.version.slice(1), env), `${cacheName(pin)}.json`);
  const known = keptDefinitions(file);
  if (known === undefined) {
    const go = locateOnPath("go", env);
    if (go === undefined) throw noDefinitions(pin);
    onProgress(`fetching the custom resource definitions of ${pin.project} with Go, once`);
    const folder = join(
      await goModule(`${pin.module}@${pin.version}`, { go, cwd: madeDirectory(file), env }),
      pin.folder,
    );
    await writeWhole(file, async (target) => writeFileSync(target, JSON.stringify(readDefinitions(folder))));
  }
  return known ?? keptDefinitions(file)!;
}

/** Undefined where there are none, or what is there cannot be read. */
function keptDefinitions(file: string): Definition[] | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Definition[];
  } catch (error) {
    sayIgnored(file, `it cannot be read, so it is made again: ${(error as NodeJS.ErrnoException).code ?? "no JSON"}`);
    return undefined;
  }
}

// A module may have the definitions of several releases.
function cacheName({ folder }: DefinitionPin): string {
  return folder.replaceAll("/", "-");
}

// Outside of any module: a go.mod above might replace what is asked for.
function madeDirectory(file: string): string {
  const directory = dirname(file);
  try {
    mkdirSync(directory, { recursive: true });
    return directory;
  } catch (error) {
    throw asEnvironmentFailure(error, directory);
  }
}

function readDefinitions(folder: string): Definition[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const documents = files.toSorted().flatMap((name) => loadAll(readFileSync(join(folder, name), "utf8")));
  return documents.filter(isDefinition);
}

function isDefinition(document: unknown): document is Definition {
  return (document as Definition | null | undefined)?.kind === "CustomResourceDefinition";
}

function noDefinitions({ project, groups }: DefinitionPin): UserError {
  return new UserError({
    code: "control-plane-missing",
    what: `the custom resource definitions of ${project} are not here, and there is no Go to fetch them`,
    where: `PATH; they are needed for objects of ${groups.join(", ")}`,
    next:
      "install Go (https://go.dev/dl/), which fetches them once;\n" +
      "or put their CustomResourceDefinitions among the manifests",
  });
}
