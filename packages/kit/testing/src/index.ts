export { changedFiles, filesBelow } from "./changed-files.ts";
export { madeSecrets } from "./made-secrets.ts";
export { exampleOverlay, exampleService, exampleSystem, packageJson } from "./example-system.ts";
export { copyOfThisRepository, repositoryRoot, temporaryRepository } from "./repository.ts";
export { runScript } from "./run-script.ts";
export { temporaryDirectory } from "./temporary-directory.ts";
export type { MadeSecret } from "./made-secrets.ts";
export type { ScriptOptions, ScriptResult } from "./run-script.ts";
export type { TemporaryDirectory } from "./temporary-directory.ts";
