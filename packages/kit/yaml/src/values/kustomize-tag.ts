import type { YamlNode } from "../parse/node.ts";
import { styles } from "../scan/token.ts";
import { resolve } from "./resolve.ts";
import { shortTag } from "./tag.ts";

export const nullTag = "!!null";

/** The tag of a node, or that which follows from its text; an alias has none. */
export function tagOf({ kind, tag, value, style }: YamlNode): string {
  if (tag !== "" && tag !== "!") return shortTag(tag);
  if (kind === "map") return "!!map";
  if (kind === "list") return "!!seq";
  if (kind === "alias") return "";
  if (style !== styles.plain) return "!!str";
  return value === "<<" ? "!!merge" : resolve(value, 3).tag;
}
