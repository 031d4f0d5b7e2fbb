import type { Problem } from "@kit/errors";
import type { JsonObject } from "@kit/kube";
import type { SecretReader } from "@kit/model";
import { addChecksumAndWave } from "./compute/add-checksum-and-wave.ts";
import { environmentObjects, type EnvironmentObject } from "./compute/environment.ts";
import type { ExpectedObject } from "./compute/expected-object.ts";
import { expectedObjects } from "./compute/expected-objects.ts";
import { openTraffic } from "./compute/open-traffic.ts";
import { emitBase } from "./emit-base.ts";
import { emitEnvironment } from "./emit-environment.ts";
import { refuseDuplicates, refuseUnsetBesideDefault } from "./refuse-duplicates.ts";
import { secretReaders } from "./secret-readers.ts";
import { syncWaves } from "./sync-waves.ts";
import type { SystemData } from "./system-data.ts";

/** What a system comes to. */
export interface EmittedSystem {
  /** Its bases and components, as text by path below `generated/`. */
  readonly files: readonly (readonly [path: string, text: string])[];
  /** By environment: each of its objects as it is to be. */
  readonly expected: ReadonlyMap<string, readonly ExpectedObject[]>;
  /** By environment: which services read which Secrets. */
  readonly readers: ReadonlyMap<string, readonly SecretReader[]>;
  /** What is wrong with what the packages say. The rest of the result is of no use where there is something. */
  readonly problems: readonly Problem[];
}

/** The bases and components of a system, and what they are to become. */
export function emitSystem(system: SystemData): EmittedSystem {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const environments = system.environments.map(({ id, namespace, own, services }) => {
    const here = new Set(services.map(({ name }) => name));
    const deployed = system.services.filter(({ name }) => here.has(name));
    const base = deployed.flatMap(({ objects }) => objects);
    return { id, namespace, where: system.where, base, changes: services.map(({ change }) => change), own };
  });
  refuseDuplicates([system.services.flatMap(({ objects }) => objects)], "", report);
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
    objects: addChecksumAndWave(parts.objects, waves.environments[index]!, parts.namespace),
  }));
  return {
    files: [
      ...system.services.flatMap(({ name, where, objects }) =>
        emitBase({ system: system.name, service: name }, where, objects, waves.base),
      ),
      ...finished.flatMap((parts) => emitEnvironment(parts, waves.base)),
    ],
    expected: new Map(finished.map((parts) => [parts.id, expectedObjects(parts.objects, parts, waves.base)])),
    readers: new Map(computed.map(({ id, objects }) => [id, secretReaders(objects.map(readOf), services)])),
    problems,
  };
}

function readOf({ object: { where }, data }: EnvironmentObject): { where: string; data: JsonObject } {
  return { where, data };
}
