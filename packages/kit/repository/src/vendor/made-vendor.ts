import { addedFiles, collectDefinitions } from "@kit/definitions";
import { UserError } from "@kit/errors";
import type { Vendored } from "@kit/model";
import type { VendorChange } from "@kit/scaffold/life";
import { lockFile, objectsFile, planVendored, sourceOf, valuesFile, valuesText, type VendorLock } from "@kit/vendor";
import { ownDefinitions } from "../definitions/own-definitions.ts";
import { versionsInUse } from "../plans/system-facts.ts";
import { fetchVendored } from "./fetch-vendored.ts";

/** What a typed line makes, ready to be written. */
export interface MadeVendor {
  readonly change: VendorChange;
  /** How many objects there are. */
  readonly count: number;
  readonly notes: readonly string[];
}

/**
 * Fetches what a line names, and makes its files and definitions.
 *
 * @param lock Of what is there. The same source is to bring the same bytes.
 * @throws UserError where it cannot be had, cannot be kept, or is not what it was.
 */
export async function madeVendor(
  root: string,
  { system, name, line }: { readonly system: string; readonly name: string; readonly line: Vendored },
  lock: VendorLock | undefined,
  onProgress: (message: string) => void,
): Promise<MadeVendor> {
  const came = await fetchVendored(root, name, line, onProgress);
  if (lock !== undefined && lock.digest !== came.digest && lock.source === sourceOf(line) && isElsewhere(line)) {
    throw new UserError({
      code: "vendor-differs",
      what: `${lock.source} had the digest ${lock.digest}, and has ${came.digest} now: what was published has been changed`,
      where: `packages/${system}/vendor.ts, ${name}`,
      next: "ask its publisher; to take it all the same, `pnpm vendor remove` it and add it again",
    });
  }
  const { objects, lock: text, count, notes, definitions } = planVendored(name, line, came.digest, came.text);
  const files = new Map([
    [objectsFile, objects],
    [lockFile, text],
    ...(came.schema === undefined ? [] : [[valuesFile, valuesText(came.schema)] as const]),
  ]);
  const change = {
    system,
    name,
    line: { ...line, digest: came.digest },
    files,
    others: definitionFiles(root, definitions),
  };
  return { change, count, notes };
}

/** Where others can change it. */
function isElsewhere(line: Vendored): boolean {
  if ("chart" in line) return line.repository !== undefined || line.chart.startsWith("oci://");
  return "file" in line && /^https?:/.test(line.file);
}

function definitionFiles(root: string, objects: readonly object[]): ReadonlyMap<string, string | undefined> {
  if (objects.length === 0) return new Map();
  const placed = objects.map((data) => ({ data, where: "a definition of what came" }));
  const { found, problems } = collectDefinitions(placed);
  UserError.throwIfAny([...problems]);
  const kit = versionsInUse(root, [])["typed-manifests"];
  return addedFiles(
    found.map(({ definition }) => definition),
    ownDefinitions(root),
    kit,
  );
}
