import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { selectEnvironments } from "@kit/build";
import { UserError, type Problem } from "@kit/errors";
import { checkEnvironment, type Environment } from "@kit/model";
import type { Manifest } from "@kit/rehearse";
import { readText } from "@kit/tree";
import { importStation, type LoadedSystem } from "@kit/workspace";
import { readRendered } from "./read-rendered.ts";

/** An environment with what is committed for it. */
export interface RenderedEnvironment {
  readonly environment: Environment;
  readonly system: LoadedSystem;
  /** Of the services that it deploys, such as `generated/bases/shop/cart`. */
  readonly bases: readonly string[];
  /** In the order of the files, which is the order of applying them. */
  readonly objects: readonly Manifest[];
}

/**
 * The environments that a command's arguments name, and those that share a cluster with one of them; all where they
 * name none. Their objects are what generated/rendered has.
 *
 * @param unnamed What to do with one that shares a cluster and has not been rendered: refuse it, or leave it out.
 * @throws UserError where a name is unknown, an environment's values are wrong, or it has not been rendered.
 */
export async function readRenderedEnvironments(
  root: string,
  named: readonly string[],
  unnamed: "refuse" | "leave" = "refuse",
): Promise<RenderedEnvironment[]> {
  const systems = await importStation.run({ root });
  UserError.throwIfAny(
    systems.flatMap(({ schema, environments, where }) =>
      environments.flatMap((environment) => checkEnvironment(schema, environment, where)),
    ),
  );
  const all = systems.flatMap((system) => system.environments.map((environment) => ({ system, environment })));
  selectEnvironments(
    all.map(({ environment }) => environment.id),
    named,
  );
  const asked = all.filter(({ environment }) => named.includes(environment.id));
  const clusters = new Set(asked.map(({ environment }) => environment.cluster.id));
  const selected = all.filter(({ environment: { id, cluster } }) => {
    if (named.length === 0 || named.includes(id)) return true;
    return clusters.has(cluster.id) && (unnamed === "refuse" || filesOf(root, id).length > 0);
  });
  const problems: Problem[] = [];
  const read = selected.map(({ system, environment }) => {
    const services = environment.services ?? system.services.map(({ name }) => name);
    return {
      environment,
      system,
      bases: services.map((service) => `generated/bases/${system.name}/${service}`),
      objects: readObjects(root, environment.id, problems),
    };
  });
  UserError.throwIfAny(problems);
  return read;
}

function readObjects(root: string, id: string, problems: Problem[]): RenderedEnvironment["objects"] {
  const directory = directoryOf(id);
  const files = filesOf(root, id);
  if (files.length === 0) {
    const what = `the environment "${id}" has not been rendered: there is no object in its directory`;
    problems.push({ code: "rendered-missing", what, where: directory, next: "run `pnpm build`" });
  }
  return files.flatMap((name) => {
    const where = `${directory}/${name}`;
    return readRendered(where, readText(join(root, where), where), "run `pnpm build`", problems);
  });
}

function filesOf(root: string, id: string): string[] {
  const directory = join(root, directoryOf(id));
  UserError.throwIfAny(linksAlong(root, directoryOf(id)).map(isLink));
  const items = existsSync(directory) ? readdirSync(directory, { withFileTypes: true }) : [];
  const links = items.filter((item) => item.isSymbolicLink()).map(({ name }) => `${directoryOf(id)}/${name}`);
  UserError.throwIfAny(links.map(isLink));
  return items
    .map(({ name }) => name)
    .filter((name) => name.endsWith(".yaml"))
    .toSorted();
}

function directoryOf(id: string): string {
  return `generated/rendered/${id}`;
}

function linksAlong(root: string, path: string): string[] {
  const parts = path.split("/");
  const along = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  return along.filter((one) => {
    try {
      return lstatSync(join(root, one), { throwIfNoEntry: false })?.isSymbolicLink() === true;
    } catch {
      return false;
    }
  });
}

function isLink(path: string): Problem {
  const what = `${path} is a link, and none is followed below generated/`;
  return { code: "file-link", what, where: path, next: "run `pnpm build`, which puts the file there" };
}
