import { maskSecrets } from "@kit/leaks";
import type { Path } from "@kit/schema";
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
  return findings.map((finding) => new Located(finding, documentsOf));
}

/** A large report shows a hundred of its thousands: only these look up their places. */
class Located implements LocatedFinding {
  declare readonly check: string;
  declare readonly severity: Finding["severity"];
  declare readonly environment: string | undefined;
  declare readonly object: string;
  declare readonly where: string;
  declare readonly document: number;
  declare readonly message: string;
  declare readonly fix: string;
  declare readonly source: string | undefined;
  readonly path: Path;
  readonly #place: Path;
  readonly #documentsOf: (where: string) => readonly YamlDocument[];
  #position: TextPlace | undefined;

  constructor(finding: Finding, documentsOf: (where: string) => readonly YamlDocument[]) {
    const { position, path, ...facts } = finding;
    Object.assign(this, facts);
    const masked = path.map((step) => (typeof step === "string" ? maskSecrets(step) : step));
    this.path = masked.every((step, at) => step === path[at]) ? path : masked;
    this.#place = finding.within === undefined || finding.within.length === 0 ? path : [...finding.within, ...path];
    this.#documentsOf = documentsOf;
    this.#position = position;
  }

  get position(): TextPlace | undefined {
    const read = this.#position === undefined ? this.#documentsOf(this.where)[this.document] : undefined;
    this.#position ??= read?.refusal?.place ?? read?.placeOf(this.#place);
    return this.#position;
  }
}
