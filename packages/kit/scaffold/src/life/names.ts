import { didYouMean, shown, UserError, type Problem, type UserErrorCode } from "@kit/errors";
import type { LifeEnvironment, LifeFacts, LifeService, LifeSystem } from "./facts.ts";

/** A service, with the system that it is of. */
export interface NamedService {
  readonly system: LifeSystem;
  readonly service: LifeService;
}

/**
 * The service that an argument names: `shop/cart`, or `cart` where one system alone has it.
 *
 * @throws UserError where there is none, or several systems have one.
 */
export function serviceNamed({ systems }: LifeFacts, argument: string): NamedService {
  const all = systems.flatMap((system) => system.services.map((service) => ({ system, service })));
  const found = all.filter(({ system, service }) =>
    [service.name, `${system.name}/${service.name}`].includes(argument),
  );
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return first;
  const known = all.map(({ system, service }) => `${system.name}/${service.name}`);
  if (first !== undefined) {
    const names = found.map(({ system }) => `${system.name}/${argument}`);
    throw refusal("argument-value", `several systems have a service ${argument}`, `write one of ${names.join(", ")}`);
  }
  throw refusal(
    "service-unknown",
    `there is no service ${shown(argument)}`,
    `the services are: ${known.join(", ")}${didYouMean(argument, known)}`,
  );
}

/** @throws UserError where there is none of that name. */
export function systemNamed({ systems }: LifeFacts, argument: string): LifeSystem {
  const found = systems.find(({ name }) => name === argument);
  if (found !== undefined) return found;
  const known = systems.map(({ name }) => name);
  throw refusal(
    "system-unknown",
    `there is no system ${shown(argument)}`,
    `the systems are: ${known.join(", ")}${didYouMean(argument, known)}`,
  );
}

/** @throws UserError where there is none of that id. */
export function environmentNamed(
  { systems }: LifeFacts,
  argument: string,
): { readonly system: LifeSystem; readonly environment: LifeEnvironment } {
  const all = systems.flatMap((system) => system.environments.map((environment) => ({ system, environment })));
  const found = all.find(({ environment }) => environment.id === argument);
  if (found !== undefined) return found;
  const known = all.map(({ environment }) => environment.id);
  throw refusal(
    "environment-unknown",
    `there is no environment ${shown(argument)}`,
    `the environments are: ${known.join(", ")}${didYouMean(argument, known)}`,
  );
}

/**
 * Refuses a name that a folder below `packages/` cannot have.
 *
 * @param what `service` or `system`.
 */
export function requireFolderName(what: "service" | "system", name: string): void {
  const reserved =
    what === "service"
      ? ["environments", "lib", "node_modules", "test"]
      : ["gitops", "kit", "lib", "node_modules", "policy"];
  if (reserved.includes(name))
    throw refusal(
      "argument-value",
      `a ${what} cannot be called ${name}: that folder has a meaning of its own`,
      "choose another name",
    );
  if (/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) return;
  throw refusal(
    "argument-value",
    `${shown(name)} is not a name for a ${what}`,
    "write lower-case letters, digits and dashes between them, such as order-history",
  );
}

/** Refuses an id that an environment cannot have beside the others. */
export function requireEnvironmentId({ systems }: LifeFacts, id: string, from: string): void {
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\/[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(id)) {
    throw refusal(
      "argument-value",
      `${shown(id)} is not an id for an environment`,
      "write lower-case letters, digits and dashes, with / between parts, such as shop/prod-eu",
    );
  }
  const others = systems
    .flatMap(({ environments }) => environments.map((one) => one.id))
    .filter((other) => other !== from);
  const clash = others.find(
    (other) => dashed(other) === dashed(id) || other.startsWith(`${id}/`) || id.startsWith(`${other}/`),
  );
  if (clash === undefined) return;
  const what =
    clash === id
      ? `there is an environment ${id} already`
      : `${id} and the environment ${clash} would be in each other's way: as folders, or as a DNS name`;
  throw refusal("name-taken", what, "choose another id");
}

export function refusal(code: UserErrorCode, what: string, next: string, where = "the arguments"): UserError {
  const problem: Problem = { code, what, where, next };
  return new UserError(problem);
}

function dashed(id: string): string {
  return id.replaceAll("/", "-");
}
