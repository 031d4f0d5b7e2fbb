import { scalars } from "./scalars.ts";
import { encoded, structures } from "./structures.ts";

/** A file that readers of YAML may read in different ways. */
export interface Form {
  readonly name: string;
  readonly file: Uint8Array;
}

/** All of them; a name is there once. */
export const forms: readonly Form[] = [
  ...[...scalars.map((scalar) => `k: ${scalar}\n`), ...structures].map((text) => ({
    name: nameOf(text),
    file: new TextEncoder().encode(text),
  })),
  ...Object.entries(encoded).map(([name, file]) => ({ name, file })),
].filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index);

/** The text, shortened where a piece of it repeats. */
function nameOf(text: string): string {
  return JSON.stringify(text).replaceAll(
    /(.{1,6}?)\1{19,}/g,
    (all, piece: string) => `<${piece} x${all.length / piece.length}>`,
  );
}
