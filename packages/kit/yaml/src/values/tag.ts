import { YamlRefusal } from "../refusal.ts";
import type { YamlNode } from "../parse/node.ts";
import type { Version } from "../scan/scan.ts";
import { decodeBase64 } from "./base64.ts";
import { resolve, type Resolved } from "./resolve.ts";

const long = "tag:yaml.org,2002:";

/** `!!str` for `tag:yaml.org,2002:str`. */
export function shortTag(tag: string): string {
  return tag.startsWith(long) ? `!!${tag.slice(long.length)}` : tag;
}

/** What a scalar with a tag is: a text where go-yaml does not know the tag. */
export function resolveTagged(node: YamlNode, tag: string, version: Version): Resolved {
  const { value } = node;
  if (tag === "!!binary") return { tag: "!!str", value: decodeBase64(node) };
  if (!known.has(tag)) return { tag: "!!str", value };
  const found = resolve(value, version, tag === "!!timestamp");
  if (found.tag === tag) return found;
  // An integer that only an unsigned one can hold is none of Go's floats.
  const isSigned = found.tag === "!!int" && found.value < 2n ** 63n;
  if (tag === "!!float" && isSigned) return { tag, value: Number(found.value) };
  throw new YamlRefusal(`cannot decode ${found.tag} \`${value}\` as a ${tag}`, "values", { problem: node.mark });
}

const known: ReadonlySet<string> = new Set(["!!bool", "!!int", "!!float", "!!null", "!!timestamp"]);
