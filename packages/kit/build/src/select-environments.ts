import { nearest, shown, UserError } from "@kit/errors";

/**
 * The environments that a command's arguments name, in the order of the repository; all where they name none.
 *
 * @throws UserError for a name that no environment has.
 */
export function selectEnvironments(known: readonly string[], named: readonly string[]): string[] {
  const unknown = named.filter((name) => !known.includes(name));
  UserError.throwIfAny(
    unknown.map((name) => {
      const meant = nearest(name, known);
      return {
        code: "environment-unknown" as const,
        what: `no environment is called ${shown(name)}`,
        where: "the command's arguments",
        next: `the environments are: ${known.join(", ")}${meant === undefined ? "" : `. Did you mean ${meant}?`}`,
      };
    }),
  );
  return named.length === 0 ? [...known] : known.filter((id) => named.includes(id));
}
