import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writtenFrom } from "@kit/emit/header";
import type { ManifestData } from "@kit/rehearse";
import { readAsKustomize } from "@kit/yaml";
import { isObjectFile } from "./generated-files.ts";

/** Which package an object of an environment comes from, or undefined where an overlay brings it. */
export type ObjectSources = (data: ManifestData) => string | undefined;

/**
 * Reads what the generated bases and the environment's component say of themselves in their first line.
 *
 * @param bases Of the services that the environment deploys, such as `generated/bases/shop/cart`.
 */
export function objectSources(root: string, environment: string, bases: readonly string[]): ObjectSources {
  const folders = [...bases, `generated/environments/${environment}`];
  const sources = new Map(folders.flatMap((folder) => sourcesIn(join(root, folder))));
  return ({ kind, metadata: { name } }) => sources.get(`${kind}/${name}`);
}

function sourcesIn(folder: string): [string, string][] {
  if (!existsSync(folder)) return [];
  // A component may have components of its own.
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".yaml") && isObjectFile(name),
  );
  return names.toSorted().map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const source = writtenFrom(text) ?? folder;
    const { kind, metadata } = readAsKustomize(text)[0]!.data as unknown as ManifestData;
    return [`${kind}/${metadata.name}`, source];
  });
}
