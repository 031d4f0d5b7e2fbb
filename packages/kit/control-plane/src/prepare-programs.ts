import { findPrograms } from "./find-programs.ts";
import { findStages } from "./find-stages.ts";
import { programsFor, type Component, type Program } from "./programs.ts";

/** What a control plane is made of. */
export interface PrepareOptions {
  /** What runs beside etcd and the API server. Default: nothing. */
  readonly components?: readonly Component[];
  readonly env: NodeJS.ProcessEnv;
  /** Told what takes long. */
  readonly onProgress?: (message: string) => void;
}

/** What is needed to start a control plane. */
export interface Prepared {
  /** In the order in which they start. */
  readonly programs: readonly Program[];
  /** The file of kwok's stages, where kwok is asked for. */
  readonly stages: string | undefined;
}

/**
 * Finds the programs, and builds those that are nowhere. Starting does this itself; before several start at once, or
 * before a clock runs, it is better done by itself.
 *
 * @throws UserError where a program is missing and cannot be built.
 * @throws EnvironmentFailure where Go cannot build one.
 */
export async function preparePrograms({
  components = [],
  env,
  onProgress = () => {},
}: PrepareOptions): Promise<Prepared> {
  const programs = await findPrograms(programsFor(components), { env, onProgress });
  const kwok = programs.find(({ name }) => name === "kwok");
  return { programs, stages: kwok && (await findStages(kwok, { env, onProgress })) };
}
