import { aliases } from "./aliases.ts";
import { depth } from "./depth.ts";
import { encodings } from "./encodings.ts";
import { forms } from "./forms.ts";
import { jsonForms } from "./json-forms.ts";
import type { OddFiles } from "./odd-file.ts";
import { objects } from "./objects.ts";
import { sizes } from "./sizes.ts";

/** All of them, by topic. */
export const oddFiles: Readonly<Record<string, OddFiles>> = {
  aliases,
  depth,
  sizes,
  encodings,
  forms,
  "json-forms": jsonForms,
  objects,
};
