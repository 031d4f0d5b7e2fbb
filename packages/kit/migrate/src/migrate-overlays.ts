import { shown, type Problem } from "@kit/errors";
import type { Systems } from "./base-path.ts";
import { migrateText } from "./migrate-text.ts";

/** A kustomization that people wrote. */
export interface OverlayFile {
  /** From the repository's root. */
  readonly file: string;
  readonly text: string;
  /** The environments that are made of it. */
  readonly environments: readonly { readonly system: string; readonly namespace: string | undefined }[];
}

export interface MigratedOverlay {
  readonly file: string;
  readonly before: string;
  readonly text: string;
  /** How many paths are others. */
  readonly paths: number;
  readonly hadNamespace: boolean;
}

export interface Migration {
  /** Those that are others now. */
  readonly overlays: readonly MigratedOverlay[];
  /** What only a person can decide. */
  readonly problems: readonly Problem[];
}

/**
 * Overlays as they have to be since bases are in `generated/bases/<system>/<service>`, and environments have their
 * namespace: paths lead into the system's folder, and a line `namespace:` that names the environments' own is gone.
 */
export function migrateOverlays(files: readonly OverlayFile[], systems: Systems): Migration {
  const problems: Problem[] = [];
  const overlays = files.flatMap(({ file, text, environments }): MigratedOverlay[] => {
    const used = new Set(environments.map(({ system }) => system));
    const [namespace, ...others] = new Set(environments.map((one) => one.namespace));
    const migrated = migrateText(text, {
      // Where nobody uses it, any may be meant.
      systems: used.size === 0 ? systems : new Map([...systems].filter(([name]) => used.has(name))),
      namespace: others.length === 0 ? namespace : undefined,
    });
    problems.push(
      ...migrated.ambiguous.map(({ path, owners }): Problem => ({
        code: "overlay-reference",
        what: `${path} may mean a service of several systems: ${owners.map((one) => shown(one)).join(", ")}`,
        where: file,
        next: `write the one that is meant: generated/bases/${owners[0]}/…, say`,
      })),
    );
    if (migrated.text === text) return [];
    const { paths, hadNamespace } = migrated;
    return [{ file, before: text, text: migrated.text, paths, hadNamespace }];
  });
  return { overlays, problems };
}
