import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { load } from "js-yaml";

/** The committed rendered objects of an environment, by `<kind>/<name>`. */
export function rendered(id: string): Record<string, unknown> {
  const directory = join(repositoryRoot, "generated/rendered", id);
  const objects = readdirSync(directory).map((file) => load(readFileSync(join(directory, file), "utf8")));
  return byName(objects as object[]);
}

export function byName(objects: readonly object[]): Record<string, unknown> {
  return Object.fromEntries(
    objects.map((object) => {
      const { kind, metadata } = object as { kind: string; metadata: { name: string } };
      return [`${kind}/${metadata.name}`, object];
    }),
  );
}
