import { maskSecrets } from "@kit/leaks";
import { readAsKubectl, type TextPlace, type YamlDocument } from "@kit/yaml";
import type { Finding } from "../finding.ts";

/** A finding with its place in the file, where the file's text is known. */
export interface LocatedFinding extends Finding {
  readonly position: TextPlace | undefined;
}

/**
 * Looks up where in their files findings are. A place that the file does not have, such as a missing field, is the
 * nearest one above it.
 *
 * @param textOf The text of a file by its `where`, or undefined.
 */
export function locate(findings: readonly Finding[], textOf: (where: string) => string | undefined): LocatedFinding[] {
  const files = new Map<string, readonly YamlDocument[]>();
  return findings.map((finding) => {
    const { where, document, within = [], path } = finding;
    const documents = files.get(where) ?? readAsKubectl(textOf(where) ?? "");
    files.set(where, documents);
    const read = documents[document];
    const position = finding.position ?? read?.refusal?.place ?? read?.placeOf([...within, ...path]);
    return { ...finding, path: path.map((step) => (typeof step === "string" ? maskSecrets(step) : step)), position };
  });
}
