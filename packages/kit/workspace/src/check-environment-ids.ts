import { shown, type Problem } from "@kit/errors";

interface System {
  readonly where: string;
  readonly environments: readonly { readonly id?: unknown }[];
}

/**
 * Environments that would meet: the same id, an id that is a path prefix of another (their overlays would
 * contain each other), or ids that become one DNS name when `/` is written as `-`.
 */
export function checkEnvironmentIds(systems: readonly System[]): Problem[] {
  const all = systems.flatMap(({ where, environments }) => environments.map(({ id }) => ({ where, id: String(id) })));
  return all.flatMap((later, index) =>
    all.slice(0, index).flatMap((earlier): Problem[] => {
      const what = clash(earlier.id, later.id);
      if (what === undefined) return [];
      const where = earlier.where === later.where ? later.where : `${earlier.where} and ${later.where}`;
      return [{ code: "environment-duplicate", what, where, next: "rename one of them, with its overlay" }];
    }),
  );
}

function clash(one: string, other: string): string | undefined {
  if (one === other) return `two environments have the id ${shown(one)}`;
  const [outer, inner] = one.length < other.length ? [one, other] : [other, one];
  if (inner.startsWith(`${outer}/`)) return `the environment id ${shown(outer)} is a path prefix of ${shown(inner)}`;
  if (one.replaceAll("/", "-") === other.replaceAll("/", "-")) {
    return `the environment ids ${shown(one)} and ${shown(other)} are the same as a DNS name`;
  }
  return undefined;
}
