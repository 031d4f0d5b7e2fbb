import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@kit/errors";
import { imagesIn, splitImage } from "@kit/kustomize";
import { isAsProduction, podsOfWorkload, type Environment, type KubeObject, type Workload } from "@kit/model";
import { kustomizationsOf, readOverlay } from "@kit/render";
import {
  environmentTypeIn,
  unknownSystem,
  type EnvironmentInUse,
  type ServiceFacts,
  type SystemFacts,
  type SystemNames,
} from "@kit/scaffold";
import { filesBelow, readText } from "@kit/tree";
import { importStation, type LoadedSystem } from "@kit/workspace";

/** The systems of a repository by their folders, in the order of their names, without looking into them. */
export function systemFolders(root: string): string[] {
  const packages = join(root, "packages");
  const names = existsSync(packages) ? readdirSync(packages).toSorted() : [];
  return names.filter((name) => name !== "kit" && existsSync(join(packages, name, "environments/package.json")));
}

/**
 * A system as its packages and overlays have it, as commands that make or change something have to know it.
 *
 * @throws UserError where there is no such system, or its packages do not load, or its overlays are not YAML.
 */
export async function systemFacts(root: string, name: string, becoming?: string): Promise<SystemFacts> {
  const systems = await importStation.run({ root }, becoming);
  const system = systems.find((one) => one.name === name);
  const known = systems.map((one) => one.name);
  if (system === undefined) throw new UserError(unknownSystem(name, known));
  return factsOf(root, system);
}

/** The same of all systems. */
export async function allSystemFacts(root: string): Promise<SystemFacts[]> {
  const systems = await importStation.run({ root });
  return systems.map((system) => factsOf(root, system));
}

function factsOf(root: string, system: LoadedSystem): SystemFacts {
  const sources = new Map([...filesBelow(root, `${system.where}/src`), ...filesBelow(root, "packages/gitops/src")]);
  return {
    names: namesOf(root, system),
    entry: system.entry,
    services: system.services.map(serviceOf),
    environments: system.environments.map((environment) => environmentOf(root, environment)),
    sources,
  };
}

function namesOf(root: string, { name, where, entry, services }: LoadedSystem): SystemNames {
  const own = packageAt(root, where);
  const others = services.map((service) => packageAt(root, service.where));
  const versionOf = (dependency: string): string | undefined =>
    [own, ...others].map(({ dependencies = {} }) => dependencies[dependency]).find((one) => one !== undefined);
  return {
    system: name,
    environments: own.name ?? `@${name}/environments`,
    environmentType: environmentTypeIn(entry, readText(join(root, entry), entry), name),
    versions: {
      "kubernetes-models": versionOf("kubernetes-models") ?? rootVersion(root, "kubernetes-models"),
      "typed-manifests": versionOf("typed-manifests") ?? rootVersion(root, "typed-manifests"),
    },
  };
}

/** The versions that a new system depends on: those of the systems that are there, or of the repository itself. */
export function versionsInUse(root: string, facts: readonly SystemFacts[]): SystemNames["versions"] {
  const [first] = facts;
  return (
    first?.names.versions ?? {
      "kubernetes-models": rootVersion(root, "kubernetes-models"),
      "typed-manifests": rootVersion(root, "typed-manifests"),
    }
  );
}

interface Package {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function packageAt(root: string, where: string): Package {
  const file = join(root, where, "package.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Package) : {};
}

/** As the repository's own package names it, or its catalog; else as pnpm finds it in the workspace. */
function rootVersion(root: string, dependency: string): string {
  const { dependencies = {}, devDependencies = {} } = packageAt(root, ".");
  const own = dependencies[dependency] ?? devDependencies[dependency];
  // A path of the repository's own package leads elsewhere from a service.
  if (own !== undefined && !/^(file|link):/.test(own)) return own;
  const workspace = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
  if (new RegExp(`^  "?${dependency}"?:`, "m").test(workspace)) return "catalog:";
  return dependency === "typed-manifests" ? "workspace:*" : "*";
}

function serviceOf({ name, definition }: LoadedSystem["services"][number]): ServiceFacts {
  const pods = definition.resources.filter(makesPods).map((workload) => podsOfWorkload(workload));
  const reached = pods.find(({ ports, labels }) => ports.length > 0 && Object.keys(labels).length > 0);
  const port = reached?.ports[0]?.port;
  return {
    name,
    images: [...new Set(imagesIn(definition.resources).map((image) => splitImage(image).name))],
    pods: reached === undefined || typeof port !== "number" ? undefined : { app: reached.labels, port },
  };
}

function makesPods(object: KubeObject): object is Workload {
  return ["Deployment", "StatefulSet", "DaemonSet"].includes(object.kind);
}

function environmentOf(root: string, environment: Environment): EnvironmentInUse {
  const overlay = kustomizationsOf(root, readOverlay(root, environment.id).file);
  return {
    id: environment.id,
    namespace: environment.namespace,
    cluster: environment.cluster.id,
    stage: environment.environment,
    asProduction: isAsProduction(environment),
    services: environment.services,
    overlay: overlay.map(({ file, content }) => ({ file, content, text: readText(join(root, file), file) })),
  };
}
