import { findPrograms } from "./find-programs.ts";
import { findStages } from "./find-stages.ts";
import { minorServer } from "./minor-server.ts";
import { programNames, programsFor, type Component, type Program } from "./programs.ts";

/** What a control plane is made of. */
export interface PrepareOptions {
  /** What runs beside etcd and the API server. Default: nothing. */
  readonly components?: readonly Component[];
  /** An API server of another minor version. Default: the pinned one. */
  readonly minor?: string;
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
  minor,
  env,
  onProgress = () => {},
}: PrepareOptions): Promise<Prepared> {
  const names = programsFor(components).filter((name) => minor === undefined || name !== "kube-apiserver");
  const found = await findPrograms(names, { env, onProgress });
  const programs = minor === undefined ? found : inOrder([...found, await minorServer(minor, { env, onProgress })]);
  const kwok = programs.find(({ name }) => name === "kwok");
  return { programs, stages: kwok && (await findStages(kwok, { env, onProgress })) };
}

function inOrder(programs: readonly Program[]): Program[] {
  return programs.toSorted((one, other) => programNames.indexOf(one.name) - programNames.indexOf(other.name));
}
