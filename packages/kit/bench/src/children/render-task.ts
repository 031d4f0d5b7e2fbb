/** What a process is given to render. */
export interface RenderTask {
  /** Where `overlays/` and `generated/` are; absolute. */
  readonly directory: string;
  /** The program, and what stands before the overlay's path. */
  readonly engine: { readonly file: string; readonly args: readonly string[] };
  readonly ids: readonly string[];
  /** The directory for one file per overlay. */
  readonly output: string;
  /** How many overlays at once. */
  readonly parallelism: number;
}
