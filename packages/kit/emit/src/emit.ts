import { nearest, shown, UserError, type Problem } from "@kit/errors";
import { objectKey, type JsonObject } from "@kit/kube";
import { checkEnvironment, describeObject, namedServices, type Environment, type SecretReader } from "@kit/model";
import type { ExpectedObject } from "./compute/expected-object.ts";
import { environmentObjects, type EnvironmentObject } from "./compute/environment.ts";
import { openTraffic } from "./compute/open-traffic.ts";
import { expectedObjects } from "./compute/expected-objects.ts";
import { finish } from "./compute/finish.ts";
import { checkedObjects } from "./checked-objects.ts";
import { emitBase } from "./emit-base.ts";
import { emitEnvironment } from "./emit-environment.ts";
import type { EmittedObject } from "./emitted-object.ts";
import { environmentChange } from "./environment-change.ts";
import { secretReaders } from "./secret-readers.ts";
import { secretObjects } from "./secret-objects.ts";
import { refuseSharedFiles } from "./refuse-shared-files.ts";
import { syncWaves } from "./sync-waves.ts";
import type { SystemSource } from "./system-source.ts";

/** What a build is made of. */
export interface Emitted {
  /** The bases and components, as text by path below `generated/`. */
  readonly files: Map<string, string>;
  /** By environment: each of its objects as it is to be. */
  readonly expected: ReadonlyMap<string, readonly ExpectedObject[]>;
  /** By environment: which services read which Secrets. */
  readonly readers: ReadonlyMap<string, readonly SecretReader[]>;
}

/**
 * The bases and components of every system, and what they are to become.
 *
 * Pure, and deterministic: the same systems give the same bytes.
 *
 * @throws UserError with everything that is wrong with the objects, the patches and the environments' values.
 */
export function emit(systems: readonly SystemSource[]): Emitted {
  const problems: Problem[] = [];
  const report: ReportProblem = (problem) => void problems.push(problem);
  const emitted = systems.map((system) => emitSystem(system, report));
  UserError.throwIfAny(problems);
  const files = emitted.flatMap((one) => one.files);
  refuseSharedFiles(files);
  return {
    files: new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    expected: new Map(emitted.flatMap(({ expected }) => expected)),
    readers: new Map(emitted.flatMap(({ readers }) => readers)),
  };
}

type ReportProblem = (problem: Problem) => void;

interface EmittedSystem {
  readonly files: [string, string][];
  readonly expected: [string, ExpectedObject[]][];
  readonly readers: [string, SecretReader[]][];
}

function emitSystem(system: SystemSource, report: ReportProblem): EmittedSystem {
  const bases = system.services.map((service) => ({
    service,
    objects: checkedObjects(service.definition.resources, service.where, report),
  }));
  const sound = system.environments.filter((environment) => isSound(system, environment, report));
  const environments = sound.map((environment) => {
    const here = bases.filter(({ service }) => environment.services?.includes(service.name) ?? true);
    return {
      id: environment.id,
      namespace: environment.namespace,
      where: system.where,
      base: here.flatMap(({ objects }) => objects),
      changes: here.map(({ service }) => environmentChange(service, environment, report)),
      own: checkedObjects([...(environment.objects ?? []), ...secretObjects(environment)], system.where, report),
    };
  });
  refuseDuplicates([bases.flatMap(({ objects }) => objects)], "", report);
  // What is twice among the bases has been said; here only what an environment adds, or makes one by its namespace.
  for (const { namespace, base, changes, own } of environments) {
    const added = [...own, ...changes.flatMap(({ objects }) => objects)];
    refuseDuplicates([base, added], namespace, report);
    refuseUnsetBesideDefault([...base, ...added], namespace, report);
  }
  const computed = environments.map((parts) => ({
    ...parts,
    objects: openTraffic(environmentObjects(parts, report), parts.namespace),
  }));
  const services = new Map(system.services.map(({ where, name }) => [where, name]));
  const waves = syncWaves(computed, report);
  const finished = computed.map((parts, index) => ({
    ...parts,
    objects: finish(parts.objects, waves.environments[index]!, parts.namespace),
  }));
  return {
    files: [
      ...bases.flatMap(({ service: { name, where }, objects }) =>
        emitBase({ system: system.name, service: name }, where, objects, waves.base),
      ),
      ...finished.flatMap((parts) => emitEnvironment(parts, waves.base)),
    ],
    expected: finished.map((parts) => [parts.id, expectedObjects(parts.objects, parts, waves.base)]),
    readers: computed.map(({ id, objects }) => [id, secretReaders(objects.map(readOf), services)]),
  };
}

function readOf({ object: { where }, data }: EnvironmentObject): { where: string; data: JsonObject } {
  return { where, data };
}

/** Whether the environment's values are right, so that `configure` can be trusted with them. */
function isSound(system: SystemSource, environment: Environment, report: ReportProblem): boolean {
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

/**
 * Reports objects that are one to the API server.
 *
 * @param namespace Of those that say none; empty where nobody knows it yet, and then all are reported, else those that the
 *   last group adds, and those of which it makes one.
 */
function refuseDuplicates(
  groups: readonly (readonly EmittedObject[])[],
  namespace: string,
  report: ReportProblem,
): void {
  const seen = new Map<string, EmittedObject>();
  for (const [index, group] of groups.entries()) {
    for (const object of group) {
      const id = objectKey(object, namespace);
      const first = seen.get(id);
      const isSaid = index < groups.length - 1 && first !== undefined && objectKey(first, "") === objectKey(object, "");
      if (first !== undefined && (namespace === "" || !isSaid)) report(duplicate(first, object, namespace));
      seen.set(id, first ?? object);
    }
  }
}

/** Before kustomize gives an object its namespace, it takes it for one of the same name in the namespace `default`. */
function refuseUnsetBesideDefault(objects: readonly EmittedObject[], namespace: string, report: ReportProblem): void {
  if (namespace === "default") return;
  const unset = new Map(
    objects.flatMap((one) => (one.namespace === undefined ? [[objectKey(one, "default"), one]] : [])),
  );
  for (const object of objects) {
    const other = object.namespace === "default" ? unset.get(objectKey(object, "default")) : undefined;
    if (other === undefined) continue;
    report({
      code: "object-duplicate",
      what: `${describeObject(object.source)} is in the namespace "default" in ${object.where}, and without a namespace in ${other.where}: kustomize takes the two for one`,
      where: other.where,
      next: "rename one of them",
    });
  }
}

function duplicate(first: EmittedObject, second: EmittedObject, namespace: string): Problem {
  const versions = [...new Set([first.apiVersion, second.apiVersion])];
  const both = first.where === second.where ? `twice in ${first.where}` : `in ${first.where} and in ${second.where}`;
  // Of what is in no namespace, none makes a difference.
  const isPlaced = objectKey(first, "") !== objectKey(second, "");
  const why = isPlaced ? `: with the namespace ${shown(namespace)}, which the other one gets from its environment` : "";
  return {
    code: "object-duplicate",
    what: `${describeObject(first.source)} (${versions.join(" and ")}) is ${both}${why}`,
    where: second.where,
    next: "rename one of them, or remove it",
  };
}
