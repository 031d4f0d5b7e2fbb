import type { EnvironmentView } from "./view/index.ts";

/** A fact of an environment that several checks or objects ask for: it is found once. */
export function perEnvironment<Fact>(find: (environment: EnvironmentView) => Fact): (of: EnvironmentView) => Fact {
  const found = new WeakMap<EnvironmentView, { readonly fact: Fact }>();
  return (environment) => {
    const known = found.get(environment) ?? { fact: find(environment) };
    found.set(environment, known);
    return known.fact;
  };
}
