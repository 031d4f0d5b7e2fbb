import type { Problem } from "@kit/errors";
import type { Vendored } from "@kit/model";
import { lockFile, objectsFile, readLock, textDigest } from "./lock.ts";

interface VendoredFiles {
  /** The system, and what it is called there. */
  readonly system: string;
  readonly name: string;
  /** The text of vendor.json, and of objects.yaml; undefined where it is not there. */
  readonly lock: string | undefined;
  readonly objects: string | undefined;
}

/** What does not fit together of a typed line and its files; nothing where all is as `vendor` wrote it. */
export function vendorDifference(entry: Vendored, { system, name, lock, objects }: VendoredFiles): Problem[] {
  const folder = `packages/${system}/vendor/${name}`;
  const next = `run \`pnpm vendor update ${system}/${name}\`, or bring the file back from git`;
  const problem = (what: string, where: string): Problem[] => [{ code: "vendor-differs", what, where, next }];
  const line = `packages/${system}/vendor.ts`;
  if (lock === undefined || objects === undefined) {
    const missing = objects === undefined ? objectsFile : lockFile;
    return problem(`${line} has ${name}, and ${folder}/${missing} is not there`, line);
  }
  const read = readLock(lock);
  if (read === undefined)
    return problem(`${folder}/${lockFile} is not as \`vendor\` writes it`, `${folder}/${lockFile}`);
  if (read.objects !== textDigest(objects)) {
    return problem(
      `${folder}/${objectsFile} is not what \`vendor\` wrote: somebody has edited it`,
      `${folder}/${objectsFile}`,
    );
  }
  if (read.digest !== entry.digest) {
    return problem(`${name} has the digest ${entry.digest}, and its files are of ${read.digest}`, line);
  }
  if (read.line === lineDigest(entry)) return [];
  return problem(
    `what ${line} says of ${name} has changed since its files were made: its source, version, values or what is left out`,
    line,
  );
}

/** What is fetched, in words: the same words are to bring the same bytes. */
export function sourceOf(entry: Vendored): string {
  if ("chart" in entry)
    return [entry.chart, entry.repository, entry.version].filter((one) => one !== undefined).join(" ");
  return `${"file" in entry ? entry.file : entry.kustomization} ${entry.version}`;
}

/** Of all that decides which objects a typed line makes. */
export function lineDigest(entry: Vendored): string {
  const { digest: _digest, environments: _environments, configure: _configure, ...made } = entry;
  return textDigest(JSON.stringify(sorted(made)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
