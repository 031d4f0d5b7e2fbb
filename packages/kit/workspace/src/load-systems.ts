import { shown, UserError, type Problem } from "@kit/errors";
import { endWhereStuck } from "@kit/programs";
import { keepLostValues } from "@kit/model/keep-lost";
import { isKubeObject, isPolicy, type ServiceDefinition, type SystemDefinition, type Vendored } from "@kit/model";
import { checkEnvironmentIds } from "./check-environment-ids.ts";
import type { DiscoveredPackage, DiscoveredSystem } from "./discover.ts";
import { failed, importDefault } from "./import-default.ts";
import { loadVendored, withoutOthers } from "./load-vendored.ts";
import { notAPolicy } from "./load-policy.ts";

interface LoadedService extends DiscoveredPackage {
  readonly definition: ServiceDefinition<never>;
  /** Where it is what others publish: its line in vendor.ts. */
  readonly line?: Vendored;
}

/** A system with what its packages export. */
export interface LoadedSystem extends SystemDefinition {
  readonly name: string;
  readonly where: string;
  /** The module that defines the environments, from the repository's root. */
  readonly entry: string;
  readonly services: readonly LoadedService[];
  /** What does not fit together of vendor.ts and the files below vendor/: a build refuses it. */
  readonly vendorDifferences: readonly Problem[];
}

/**
 * Imports the packages of the systems.
 *
 * @throws UserError where a package exports something else than it should, or throws while it is imported.
 */
export async function loadSystems(root: string, systems: readonly DiscoveredSystem[]): Promise<LoadedSystem[]> {
  // Packages may import kubernetes-models alone.
  keepLostValues();
  endWhereStuck();
  const problems: Problem[] = [];
  const loaded = await Promise.all(systems.map((system) => loadSystem(root, system, problems)));
  const complete = loaded.filter((system) => system !== undefined);
  problems.push(...checkEnvironmentIds(complete));
  UserError.throwIfAny(problems);
  return complete;
}

async function loadSystem(
  root: string,
  system: DiscoveredSystem,
  problems: Problem[],
): Promise<LoadedSystem | undefined> {
  const [definition, ...exports] = await Promise.all(
    [system.environments, ...system.services].map((one) => importDefault(root, one, problems)),
  );
  const loaded = system.services.flatMap((service, index): LoadedService[] => {
    const exported = exports[index];
    if (exported === failed) return [];
    problems.push(...checkService(service, exported));
    return [{ ...service, definition: exported as ServiceDefinition<never> }];
  });
  const names = system.services.map(({ name }) => name);
  const { vendored, differences } = await loadVendored(root, system.name, names, problems);
  if (definition === failed) return undefined;
  if (isSystem(definition)) {
    const { where, entry } = system.environments;
    const { policy }: { readonly policy?: unknown } = definition;
    if (policy !== undefined && !isPolicy(policy)) {
      problems.push(notAPolicy(`the policy of defineSystem is ${shown(policy)}`, entry));
    }
    const services = [...loaded, ...vendored];
    const all = services.map(({ name }) => name);
    const environments = withoutOthers(definition.environments, all, vendored);
    const own = { name: system.name, where, entry, services, vendorDifferences: differences };
    return { ...definition, environments, ...own };
  }
  problems.push({
    code: "service-export",
    what: `the default export is ${shown(definition)}, not a system`,
    where: system.environments.entry,
    next: "export default defineSystem({ schema, environments: […] })",
  });
  return undefined;
}

function checkService({ entry }: DiscoveredPackage, exported: unknown): Problem[] {
  const next = "export default defineService<Environment>({ resources: [...], configure: (env) => [...] })";
  if (exported === undefined) {
    return [{ code: "service-export", what: "the service package has no default export", where: entry, next }];
  }
  const { resources, configure } = (exported ?? {}) as Partial<ServiceDefinition>;
  if (resources === undefined && configure === undefined) {
    const what = `the default export has neither resources nor configure, it is ${shown(exported)}`;
    return [{ code: "service-export", what, where: entry, next }];
  }
  if (!Array.isArray(resources)) {
    return [
      {
        code: "service-export",
        what: `resources must be a list of objects, got ${shown(resources)}`,
        where: entry,
        next,
      },
    ];
  }
  if (configure !== undefined && typeof configure !== "function") {
    return [
      { code: "service-export", what: `configure must be a function, got ${shown(configure)}`, where: entry, next },
    ];
  }
  return resources.flatMap((resource, index): Problem[] => {
    if (isKubeObject(resource)) return [];
    const what = `resources[${index}] is not an object of a kubernetes-models class, it is ${shown(resource)}`;
    return [{ code: "service-export", what, where: entry, next: "write new Deployment({…}), say" }];
  });
}

function isSystem(exported: unknown): exported is SystemDefinition {
  const { schema, environments } = (exported ?? {}) as Partial<SystemDefinition>;
  return typeof schema === "object" && "entries" in schema && Array.isArray(environments);
}
