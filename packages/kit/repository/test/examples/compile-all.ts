import { join } from "node:path";
import { run } from "@kit/programs";
import { repositoryRoot, temporaryRepository } from "@kit/testing";
import type { Example } from "./example-in.ts";
import { shop } from "./shop.ts";
import { linkEnvironments, put } from "./shop-repository.ts";

/** What the compiler says of the TypeScript of examples, each in a repository of its own: one run for all of them. */
export async function compileAll(examples: Readonly<Record<string, Example>>): Promise<string> {
  using repository = temporaryRepository({});
  const root = repository.path;
  for (const [name, { files }] of Object.entries(examples)) {
    put(join(root, name), Object.entries({ ...shop(), ...files }));
    linkEnvironments(join(root, name));
  }
  const config = {
    extends: join(repositoryRoot, "tsconfig.base.json"),
    include: ["*/packages/*/src", "*/packages/*/*/src"],
  };
  put(root, [["tsconfig.json", JSON.stringify(config)]]);
  const { stdout } = await run(join(repositoryRoot, "node_modules/.bin/tsc"), ["--project", root, "--noEmit"], {});
  return stdout;
}
