import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Vendored } from "@kit/model";
import { lockFile, readLock, type VendorLock } from "@kit/vendor";
import { importStation } from "@kit/workspace";

/** Something vendored, as its line and its files have it. */
export interface VendorLine {
  readonly system: string;
  readonly name: string;
  readonly line: Vendored;
  /** Undefined where its files are not there, or not as `vendor` writes them. */
  readonly lock: VendorLock | undefined;
  /** What does not fit together, in words. */
  readonly differs: readonly string[];
}

/** All that is vendored, in the order of systems and lines. */
export async function vendorLines(root: string): Promise<VendorLine[]> {
  const systems = await importStation.run({ root });
  return systems.flatMap(({ name: system, services, vendorDifferences }) =>
    services.flatMap(({ name, where, line }): VendorLine[] => {
      if (line === undefined) return [];
      const file = join(root, where, lockFile);
      const lock = existsSync(file) ? readLock(readFileSync(file, "utf8")) : undefined;
      const differs = vendorDifferences.filter(({ next }) => next.includes(`update ${system}/${name}\``));
      return [{ system, name, line, lock, differs: differs.map(({ what }) => what) }];
    }),
  );
}
