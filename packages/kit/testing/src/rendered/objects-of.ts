import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { repositoryRoot } from "../repository.ts";

/** The services that a specification knows, of a system of this repository. */
export interface Specified {
  readonly system: string;
  readonly services: readonly string[];
}

/**
 * The committed rendered objects of an environment of this repository, by `<kind>/<name>`. What the system's other
 * services have is left out: objects that are named as the service is, or with a dash after it. So a service that was
 * added later is no business of the specification, and all else is.
 */
export function objectsOf(id: string, specified: Specified): Record<string, unknown> {
  const directory = join(repositoryRoot, "generated/rendered", id);
  const objects = readdirSync(directory).map((file) => load(readFileSync(join(directory, file), "utf8")));
  const added = addedServices(specified);
  const isAdded = (name: string): boolean =>
    added.some((service) => name === service || name.startsWith(`${service}-`));
  return byName((objects as Named[]).filter(({ metadata }) => !isAdded(metadata.name)));
}

/** Objects by `<kind>/<name>`. */
export function byName(objects: readonly object[]): Record<string, unknown> {
  return Object.fromEntries((objects as Named[]).map((object) => [`${object.kind}/${object.metadata.name}`, object]));
}

interface Named {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

function addedServices({ system, services }: Specified): string[] {
  const directory = join(repositoryRoot, "packages", system);
  const known = new Set([...services, "environments"]);
  return readdirSync(directory).filter((name) => !known.has(name) && existsSync(join(directory, name, "package.json")));
}
