import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { link, temporaryRepository } from "./repository.ts";
import type { TestDirectory } from "./temporary-directory.ts";

/**
 * The folder of a built repository with two systems. `shop` has three services, ConfigMaps, a Secret for all of them, and
 * the environments dev (NodePorts) and prod (Ingresses, External Secrets). `stall` has two services, one of whose images
 * `shop` has too, and a version label that follows the tag; its environments are stall/dev and stall/prod.
 *
 * Only to be read; its generated/ is what a build makes, which a test compares.
 */
export const exampleRoot = join(import.meta.dirname, "../example");

/** A copy of {@link exampleRoot} for one test, in which the commands run. */
export function exampleRepository(): TestDirectory {
  const repository = temporaryRepository({});
  cpSync(exampleRoot, repository.path, { recursive: true });
  for (const system of readdirSync(join(exampleRoot, "packages")).filter((name) => name !== "gitops")) {
    // packages/gitops is a package itself.
    link(
      join(repository.path, "packages", system, "environments"),
      join(repository.path, `node_modules/@${system}/environments`),
    );
  }
  return repository;
}
