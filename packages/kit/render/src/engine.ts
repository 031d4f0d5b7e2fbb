/** A kustomize that can run. */
export interface Engine {
  /** The program. */
  readonly file: string;
  /** What stands before the overlay's path: `["build"]`, or `["kustomize"]` for kubectl. */
  readonly args: readonly string[];
  /** Such as `5.8.1`. */
  readonly version: string;
  /** Where it was found: `kustomize on PATH`. */
  readonly origin: string;
}

/** `kustomize 5.8.1 (kustomize on PATH)`: how output and messages name the engine. */
export function describeEngine({ version, origin }: Engine): string {
  return `kustomize ${version} (${origin})`;
}
