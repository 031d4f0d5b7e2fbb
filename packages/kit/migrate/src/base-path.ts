/** The services of each system. */
export type Systems = ReadonlyMap<string, readonly string[]>;

// Also behind the key of a generator's file: `config=../../generated/bases/…`.
const base = /(^|[/=])generated\/bases\/([^/\s]+)(?=\/|$)/;

/**
 * A path into a base as it is now, `generated/bases/<system>/<service>`, where it is one of before,
 * `generated/bases/<service>`.
 *
 * @param systems Those that may be meant.
 * @returns The systems that have such a service; where it is one, also the path. Undefined where it is no such path.
 */
export function movedPath(path: string, systems: Systems): { owners: string[]; path: string | undefined } | undefined {
  const found = base.exec(path);
  if (found === null) return undefined;
  const [whole, before = "", service = ""] = found;
  const rest = path.slice(found.index + whole.length);
  // A system may have the name of another one's service.
  if (systems.get(service)?.includes(rest.split("/")[1] ?? "") === true) return undefined;
  const owners = [...systems].filter(([, services]) => services.includes(service)).map(([name]) => name);
  if (owners.length === 0) return undefined;
  const moved = `${path.slice(0, found.index)}${before}generated/bases/${owners[0]}/${service}${rest}`;
  return { owners, path: owners.length === 1 ? moved : undefined };
}
