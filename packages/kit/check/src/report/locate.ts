import { maskSecrets } from "@kit/leaks";
import { readAsKubectl, type TextPlace, type YamlDocument } from "@kit/yaml";
import type { Finding } from "../finding.ts";

/** A finding with its place in the file, where the file's text is known. It is looked up when it is first asked for. */
export interface LocatedFinding extends Finding {
  readonly position: TextPlace | undefined;
}

/**
 * Looks up where in their files findings are. A place that the file does not have, such as a missing field, is the
 * nearest one above it.
 *
 * @param textOf The text of a file by its `where`, or the documents that kubectl reads in it, or undefined.
 */
export function locate(
  findings: readonly Finding[],
  textOf: (where: string) => string | readonly YamlDocument[] | undefined,
): LocatedFinding[] {
  const files = new Map<string, readonly YamlDocument[]>();
  const documentsOf = (where: string): readonly YamlDocument[] => {
    const found = files.get(where) ?? textOf(where) ?? "";
    const documents = typeof found === "string" ? readAsKubectl(found) : found;
    files.set(where, documents);
    return documents;
  };
  return findings.map((finding) => {
    const { where, document, within = [], path } = finding;
    let known = finding.position;
    const position = (): TextPlace | undefined => {
      const read = known === undefined ? documentsOf(where)[document] : undefined;
      known ??= read?.refusal?.place ?? read?.placeOf([...within, ...path]);
      return known;
    };
    const masked = path.map((step) => (typeof step === "string" ? maskSecrets(step) : step));
    const shown = masked.every((step, at) => step === path[at]) ? path : masked;
    // A large report shows a hundred of its thousands.
    return Object.defineProperty({ ...finding, path: shown, position: undefined }, "position", {
      enumerable: true,
      get: position,
    });
  });
}
