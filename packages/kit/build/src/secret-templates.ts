import { emit } from "@kit/emit";
import { secretTemplate } from "@kit/secrets";
import { importStation } from "@kit/workspace";
import { selectEnvironments } from "./select-environments.ts";

/**
 * The env files to fill in, as the build writes them, of those environments that have Secrets.
 *
 * @param named The environments' ids; all where none is named.
 * @throws UserError where a name is unknown, or a build of their systems would refuse what is in them.
 */
export async function templatesOf(root: string, named: readonly string[]): Promise<string[]> {
  const systems = await importStation.run({ root });
  const ids = selectEnvironments(
    systems.flatMap(({ environments }) => environments.map(({ id }) => id)),
    named,
  );
  const concerned = systems.filter(({ environments }) => environments.some(({ id }) => ids.includes(id)));
  const { readers } = emit(concerned);
  return concerned.flatMap(({ environments, where }) =>
    environments
      .filter(({ id, secrets = [] }) => ids.includes(id) && secrets.length > 0)
      .map((environment) => secretTemplate(environment, where, readers.get(environment.id) ?? [])),
  );
}
