import { identityOf } from "./view/restrict.ts";

/**
 * A fact of an environment that several checks or objects ask for: it is found once, whatever else those who ask know of the
 * environment.
 *
 * @param find Gets what its type says of the environment: a check that asks needs as much.
 */
export function perEnvironment<Environment extends object, Fact>(
  find: (environment: Environment) => Fact,
): (of: Environment) => Fact {
  const found = new WeakMap<object, { readonly fact: Fact }>();
  return (environment) => {
    const whole = identityOf(environment);
    const known = found.get(whole) ?? { fact: find(environment) };
    found.set(whole, known);
    return known.fact;
  };
}
