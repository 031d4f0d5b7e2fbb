import { nearest, shown, type Problem } from "@kit/errors";
import { checkEnvironment, namedServices, type Environment } from "@kit/model";
import { checkedObjects } from "./checked-objects.ts";
import { newIds } from "./emitted-object.ts";
import { environmentChange } from "./environment-change.ts";
import { secretObjects } from "./secret-objects.ts";
import type { SystemData } from "./system-data.ts";
import type { SystemSource } from "./system-source.ts";

/**
 * A system as data: here the code of its packages runs for the last time, `configure` of each service for each environment.
 *
 * @param report Called for what is wrong with the objects, the patches and the environments' values; the rest is read.
 * @throws UserError where a function of a package throws.
 */
export function readSystem(system: SystemSource, report: (problem: Problem) => void): SystemData {
  const { name, where } = system;
  const ids = newIds();
  const services = system.services.map(({ definition, ...service }) => ({
    name: service.name,
    where: service.where,
    objects: checkedObjects(definition.resources, { where: service.where, ids }, report),
  }));
  const sound = system.environments.filter((environment) => isSound(system, environment, report));
  const environments = sound.map((environment) => ({
    id: environment.id,
    namespace: environment.namespace,
    services: system.services
      .filter((service) => environment.services?.includes(service.name) ?? true)
      .map((service) => ({ name: service.name, change: environmentChange(service, environment, ids, report) })),
    own: checkedObjects([...(environment.objects ?? []), ...secretObjects(environment)], { where, ids }, report),
  }));
  return { name, where, services, environments };
}

/** Whether the environment's values are right, so that `configure` can be trusted with them. */
function isSound(system: SystemSource, environment: Environment, report: (problem: Problem) => void): boolean {
  const problems = [...checkEnvironment(system.schema, environment, system.where)];
  const known = system.services.map(({ name }) => name);
  const named = [
    ...(Array.isArray(environment.services) ? environment.services : []).map((service) => ({
      key: "services",
      service,
    })),
    ...namedServices(system.schema),
  ];
  for (const { key, service } of named) {
    if (known.includes(service)) continue;
    const meant = nearest(service, known);
    problems.push({
      code: "service-unknown",
      what: `environment ${shown(environment.id)}: ${key} names the service ${shown(service)}, which does not exist`,
      where: system.where,
      next: `the services of ${system.name} are: ${known.join(", ")}${meant === undefined ? "" : `. Did you mean ${meant}?`}`,
    });
  }
  problems.forEach(report);
  return problems.length === 0;
}
