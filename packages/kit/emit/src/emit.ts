import { UserError, type Problem } from "@kit/errors";
import type { SecretReader } from "@kit/model";
import type { ExpectedObject } from "./compute/expected-object.ts";
import { readSystem } from "./read-system.ts";
import { refuseSharedFiles } from "./refuse-shared-files.ts";
import { emitStation } from "./station.ts";
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
  const emitted = systems.map((system) => {
    const one = emitStation.run(readSystem(system, (problem) => void problems.push(problem)));
    problems.push(...one.problems);
    return one;
  });
  UserError.throwIfAny(problems);
  const files = emitted.flatMap((one) => one.files);
  refuseSharedFiles(files);
  return {
    files: new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    expected: new Map(emitted.flatMap(({ expected }) => [...expected])),
    readers: new Map(emitted.flatMap(({ readers }) => [...readers])),
  };
}
