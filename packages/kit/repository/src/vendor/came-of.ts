import { UserError } from "@kit/errors";

/** What came of a source. */
export interface CameOf {
  /** SHA-256 of the archive, the file, or what kustomize printed. */
  readonly digest: string;
  /** The objects, as YAML. */
  readonly text: string;
  /** The chart's values.schema.json; undefined where it has none. */
  readonly schema?: unknown;
}

/** The problem with a source, in the words of what refuses it. */
export function sourceRefused(
  what: string,
  name: string,
  next = "correct the source or the version; nothing was written",
): UserError {
  return new UserError({ code: "vendor-source", what, where: name, next });
}
