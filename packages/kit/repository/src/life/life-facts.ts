import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { isUtf8 } from "node:buffer";
import { join } from "node:path";
import { imagesIn, splitImage } from "@kit/kustomize";
import { kustomizationsOf, readOverlay } from "@kit/render";
import type { LifeFacts, LifeSystem } from "@kit/scaffold/life";
import { importStation, type LoadedSystem } from "@kit/workspace";
import { readAsKustomize } from "@kit/yaml";
import { generatedParts } from "../origins/generated-parts.ts";
import { snapshotOf, type Snapshot } from "../snapshots/snapshot.ts";

/** What the commands know that rename, move and remove, and what stands in their way. */
export interface ReadRepository {
  readonly facts: LifeFacts;
  /** Files of packages and overlays that are no text, and links: such cannot be moved, or brought back. */
  readonly others: readonly string[];
  /** What is rendered now. */
  readonly snapshot: Snapshot;
}

/**
 * Reads a repository for them.
 *
 * @throws UserError where its packages do not load, its overlays are not YAML, or nothing is rendered.
 */
export async function readForLife(root: string): Promise<ReadRepository> {
  const snapshot = snapshotOf(root);
  const systems = await importStation.run({ root });
  const others: string[] = [];
  const packages = readdirSync(join(root, "packages")).filter((name) => name !== "kit");
  const files = new Map([
    ...packages.flatMap((name) => textsBelow(root, `packages/${name}`, others)),
    ...textsBelow(root, "overlays", others),
    ...[...snapshot.files].filter(([path]) => !path.startsWith("generated/") && !path.startsWith("overlays/")),
    ...textsBelow(root, "package.json", others),
  ]);
  return { facts: { systems: systems.map((system) => systemOf(root, system, snapshot)), files }, others, snapshot };
}

/** What tools put beside sources, and make anew. */
export const madeByTools: ReadonlySet<string> = new Set(["node_modules", ".turbo"]);

function textsBelow(root: string, path: string, others: string[]): [string, string][] {
  const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isDirectory()) {
    const names = readdirSync(join(root, path)).filter((name) => !madeByTools.has(name));
    return names.flatMap((name) => textsBelow(root, `${path}/${name}`, others));
  }
  const bytes = stat.isFile() ? readFileSync(join(root, path)) : undefined;
  if (bytes !== undefined && isUtf8(bytes)) return [[path, bytes.toString("utf8")]];
  others.push(path);
  return [];
}

function systemOf(
  root: string,
  { name, entry, services, environments }: LoadedSystem,
  { files }: Snapshot,
): LifeSystem {
  const parts = environments.flatMap(({ id }) => generatedParts(id, files));
  return {
    name,
    entry,
    services: services.map((service) => {
      const own = parts.filter(({ packages, role }) => role !== "patch" && packages.includes(service.where));
      const objects = new Map(own.map(({ id }) => [`${id.kind}/${id.name}`, { kind: id.kind, name: id.name }]));
      const images = imagesIn(own.flatMap(({ text }) => readAsKustomize(text).map(({ data }) => data)));
      return {
        name: service.name,
        images: [...new Set(images.map((image) => splitImage(image).name))],
        objects: [...objects.values()],
      };
    }),
    environments: environments.map((environment) => ({
      id: environment.id,
      stage: environment.environment,
      services: environment.services ?? services.map((service) => service.name),
      kustomizations: kustomizationsOf(root, readOverlay(root, environment.id).file).map(({ file }) => file),
    })),
  };
}
