import type { Labels } from "@kit/model";
import { UserError, type Problem } from "@kit/errors";
import * as v from "valibot";
import { service } from "./object-schema.ts";
import { readAs, readObjects, type GivenObject } from "./read-object.ts";
import { readWorkloads } from "./read-workloads.ts";
import { runtimeClassesOf, type RuntimeClass } from "./runtime-classes.ts";
import type { CapacityWorkload } from "./workload.ts";

/** What of an environment decides where its pods run. */
export interface ReadEnvironment {
  readonly id: string;
  readonly workloads: readonly CapacityWorkload[];
  readonly services: readonly { readonly namespace: string; readonly selector: Labels }[];
  /** Labels of its namespaces, by their names. */
  readonly namespaces: ReadonlyMap<string, Labels>;
  /** Priorities by the names of their classes; `""` is what a pod without a class gets. */
  readonly priorities: ReadonlyMap<string, number>;
  /** By their names. */
  readonly runtimes: ReadonlyMap<string, RuntimeClass>;
}

const priorityClass = v.object({ value: v.number(), globalDefault: v.nullish(v.boolean(), false) });

// Every cluster has these two.
const builtIn: readonly (readonly [string, number])[] = [
  ["system-cluster-critical", 2_000_000_000],
  ["system-node-critical", 2_000_001_000],
];

/**
 * Reads the objects of an environment.
 *
 * @throws UserError with all that is malformed in what is read of them.
 */
export function readEnvironment(id: string, sources: readonly GivenObject[]): ReadEnvironment {
  const objects = readObjects(sources);
  const problems: Problem[] = [];
  const services = objects
    .filter(({ type }) => type === "/Service")
    .flatMap((object) => {
      const read = readAs(object, service, "spec", problems);
      return read === undefined ? [] : [{ namespace: object.namespace, selector: read.selector }];
    });
  const classes = objects
    .filter(({ type }) => type === "scheduling.k8s.io/PriorityClass")
    .flatMap((object): [string, number][] => {
      const read = readAs(object, priorityClass, undefined, problems);
      if (read === undefined) return [];
      return [[object.name, read.value], ...(read.globalDefault ? [["", read.value] as [string, number]] : [])];
    });
  const runtimes = runtimeClassesOf(objects, problems);
  UserError.throwIfAny(problems);
  const namespaces = objects.filter(({ type }) => type === "/Namespace");
  return {
    id,
    workloads: readWorkloads(id, objects),
    services,
    namespaces: new Map(namespaces.map(({ name, labels }) => [name, labels])),
    priorities: new Map([...builtIn, ...classes]),
    runtimes,
  };
}

/**
 * An environment that is there several times, each in a namespace of its own: previews. They share its id, and so their rows
 * in the tables.
 */
export function copiesOf(environment: ReadEnvironment, copies: number): ReadEnvironment[] {
  if (copies === 1) return [environment];
  return Array.from({ length: copies }, (_, index) => {
    // No namespace has this character.
    const placed = (namespace: string): string => `${namespace}#${index + 1}`;
    return {
      ...environment,
      workloads: environment.workloads.map((one) => ({ ...one, namespace: placed(one.namespace), copies })),
      services: environment.services.map((one) => ({ ...one, namespace: placed(one.namespace) })),
      namespaces: new Map([...environment.namespaces].map(([name, labels]) => [placed(name), labels])),
    };
  });
}
