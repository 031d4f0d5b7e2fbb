import { argumentProblem, didYouMean, shown, UserError } from "@kit/errors";

/**
 * The environments that a command's arguments name, in the order of the repository; all where they name none.
 *
 * @throws UserError for a name that no environment has.
 */
export function selectEnvironments(known: readonly string[], named: readonly string[]): string[] {
  const unknown = named.filter((name) => !known.includes(name));
  UserError.throwIfAny(
    unknown.map((name) =>
      argumentProblem(
        `no environment is called ${shown(name)}`,
        `the environments are: ${known.join(", ")}${didYouMean(name, known)}`,
        "environment-unknown",
      ),
    ),
  );
  return named.length === 0 ? [...known] : known.filter((id) => named.includes(id));
}
