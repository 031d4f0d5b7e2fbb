import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { selectEnvironments } from "@kit/build";
import { UserError, type Problem } from "@kit/errors";
import { checkEnvironment, type Environment } from "@kit/model";
import type { Manifest, ManifestData } from "@kit/rehearse";
import { discover, loadSystems, type LoadedSystem } from "@kit/workspace";
import { load } from "js-yaml";

/** An environment with what is committed for it. */
export interface RenderedEnvironment {
  readonly environment: Environment;
  /** The services that it deploys. */
  readonly services: readonly string[];
  /** In the order of the files, which is the order of applying them. */
  readonly objects: readonly Manifest[];
}

/**
 * The environments that a command's arguments name, and those that share a cluster with one of them; all where they
 * name none. Their objects are what generated/rendered has.
 *
 * @throws UserError where a name is unknown, an environment's values are wrong, or it has not been rendered.
 */
export async function readRenderedEnvironments(root: string, named: readonly string[]): Promise<RenderedEnvironment[]> {
  const systems = await loadSystems(root, discover(root));
  UserError.throwIfAny(
    systems.flatMap(({ schema, environments, where }) =>
      environments.flatMap((environment) => checkEnvironment(schema, environment, where)),
    ),
  );
  const environments = systems.flatMap((system) => system.environments);
  selectEnvironments(
    environments.map(({ id }) => id),
    named,
  );
  const clusters = new Set(environments.filter(({ id }) => named.includes(id)).map(({ cluster }) => cluster.id));
  const selected = environments.filter(({ cluster }) => named.length === 0 || clusters.has(cluster.id));
  const problems: Problem[] = [];
  const read = selected.map((environment) => ({
    environment,
    services: environment.services ?? servicesOf(systems, environment),
    objects: readObjects(root, environment.id, problems),
  }));
  UserError.throwIfAny(problems);
  return read;
}

function servicesOf(systems: readonly LoadedSystem[], environment: Environment): string[] {
  const system = systems.find(({ environments }) => environments.includes(environment));
  return system?.services.map(({ name }) => name) ?? [];
}

function readObjects(root: string, id: string, problems: Problem[]): RenderedEnvironment["objects"] {
  const directory = `generated/rendered/${id}`;
  const names = existsSync(join(root, directory)) ? readdirSync(join(root, directory)) : [];
  const files = names.filter((name) => name.endsWith(".yaml")).toSorted();
  if (files.length === 0) {
    const what = `the environment "${id}" has not been rendered: there is no object in its directory`;
    problems.push({ code: "rendered-missing", what, where: directory, next: "run `pnpm build`" });
  }
  return files.flatMap((name) => {
    const where = `${directory}/${name}`;
    try {
      const text = readFileSync(join(root, where), "utf8");
      return [{ where, text, data: load(text) as ManifestData }];
    } catch (error) {
      const [said] = (error as Error).message.split("\n");
      problems.push({ code: "rendered-yaml", what: `not YAML: ${said}`, where, next: "run `pnpm build`" });
      return [];
    }
  });
}
