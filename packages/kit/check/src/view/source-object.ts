import type { Path } from "@kit/schema";

/** An object to be judged, and where it is from. */
export interface SourceObject {
  /** Its file, from the repository's root. */
  readonly where: string;
  /** Which document of the file, from 0. Default: 0. */
  readonly document?: number;
  /** Where it stands in that document, such as `["items", 2]` in a List. Default: it is the document. */
  readonly within?: Path;
  readonly data: unknown;
  /** The package's file that it comes from, where one does. */
  readonly source?: string | undefined;
}
