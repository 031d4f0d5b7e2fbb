import { createHash } from "node:crypto";

/** The files of what is vendored, below `packages/<system>/vendor/<name>/`. */
export const objectsFile = "objects.yaml";
export const lockFile = "vendor.json";
export const valuesFile = "values.ts";

/** What `vendor` has written down of what it wrote: the build compares it with the typed line and with the files. */
export interface VendorLock {
  /** Of what came, as in the typed line. */
  readonly digest: string;
  /** Where it came from, with its version. */
  readonly source: string;
  /** Of all that the typed line says of how the objects are made: source, version, values, what is left out. */
  readonly line: string;
  /** Of objects.yaml. */
  readonly objects: string;
  /** What was not kept as it came: `Job/migrate (pre-upgrade): left out`. */
  readonly notes: readonly string[];
}

export function textDigest(text: string | Uint8Array): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

export function lockText(lock: VendorLock): string {
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/** Undefined where it is not as `vendor` writes it. */
export function readLock(text: string): VendorLock | undefined {
  try {
    const lock = JSON.parse(text) as Partial<VendorLock> | null;
    const isWhole = [lock?.digest, lock?.source, lock?.line, lock?.objects].every((one) => typeof one === "string");
    return isWhole && Array.isArray(lock?.notes) ? (lock as VendorLock) : undefined;
  } catch {
    return undefined;
  }
}
