export { buildGoProgram, sourcesIn } from "./build-go-program.ts";
export { cacheDirectory } from "./cache-directory.ts";
export { asEnvironmentFailure } from "./disk-failure.ts";
export { isRunning } from "./is-running.ts";
export { isExecutable, locateOnPath } from "./locate.ts";
export { run } from "./run.ts";
export { writeWhole } from "./write-whole.ts";
export type { Finished } from "./run.ts";
export type { BuildOptions, GoProgram } from "./build-go-program.ts";
