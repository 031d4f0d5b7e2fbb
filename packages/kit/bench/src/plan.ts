/** A generated system: up to twenty services and two environments. */
export interface PlannedSystem {
  /** Such as `system-01`. */
  readonly name: string;
  /** Such as `service-0001`: names are unique in the whole repository. */
  readonly services: readonly string[];
  /** Such as `system-01/dev`. */
  readonly environments: readonly string[];
}

const servicesPerSystem = 20;

/** The systems of a generated repository with that many services. */
export function plan(services: number): PlannedSystem[] {
  const names = Array.from({ length: services }, (_, index) => `service-${String(index + 1).padStart(4, "0")}`);
  return Array.from({ length: Math.ceil(services / servicesPerSystem) }, (_, index) => {
    const name = `system-${String(index + 1).padStart(2, "0")}`;
    return {
      name,
      services: names.slice(index * servicesPerSystem, (index + 1) * servicesPerSystem),
      environments: [`${name}/dev`, `${name}/prod`],
    };
  });
}
