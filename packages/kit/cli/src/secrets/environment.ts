import { selectEnvironments } from "@kit/build";
import { argumentError, UserError } from "@kit/errors";
import { checkEnvironment, type Environment } from "@kit/model";
import { importStation } from "@kit/workspace";

/** The options of `pnpm secrets`. */
export interface SecretsOptions {
  readonly "from-env-file"?: string | undefined;
  readonly context?: string | undefined;
  readonly namespace?: string | undefined;
  readonly "dry-run"?: boolean | undefined;
  readonly format: "text" | "json";
  readonly yes?: boolean | undefined;
}

/** An environment, and the package that defines it. */
interface NamedEnvironment {
  readonly environment: Environment;
  readonly where: string;
}

/**
 * The environments that are named; all where none is.
 *
 * @throws UserError where a name is unknown, or an environment's values are wrong.
 */
async function namedEnvironments(root: string, named: readonly string[]): Promise<NamedEnvironment[]> {
  const systems = await importStation.run({ root });
  const all = systems.flatMap(({ environments, where, schema }) =>
    environments.map((environment) => ({ environment, where, schema })),
  );
  const ids = selectEnvironments(
    all.map(({ environment }) => environment.id),
    named,
  );
  const selected = all.filter(({ environment }) => ids.includes(environment.id));
  UserError.throwIfAny(selected.flatMap((one) => checkEnvironment(one.schema, one.environment, one.where)));
  return selected;
}

/**
 * The one environment that is named.
 *
 * @throws UserError where it is not exactly one, too.
 */
export async function namedEnvironment(root: string, named: readonly string[]): Promise<NamedEnvironment> {
  if (named.length === 1) return (await namedEnvironments(root, named))[0]!;
  const next = "name one, such as dev";
  if (named.length === 0) throw argumentError("no environment is named", next, "argument-missing");
  throw argumentError(`several environments are named: ${named.join(", ")}`, next);
}
