import { YamlRefusal } from "../refusal.ts";
import type { Scanner } from "../scan/scanner.ts";
import { kinds, type Token } from "../scan/token.ts";

/** What the handles of tags stand for. */
export type TagHandles = ReadonlyMap<string, string>;

/** The directives in front of a document. */
export function readDirectives(scanner: Scanner): TagHandles {
  const handles = new Map<string, string>();
  let hasVersion = false;
  let token = scanner.peek();
  for (; token.kind === kinds.versionDirective || token.kind === kinds.tagDirective; token = scanner.peek()) {
    if (token.kind === kinds.tagDirective) {
      if (handles.has(token.value)) throw refusal("found duplicate %TAG directive", token);
      handles.set(token.value, token.suffix);
    } else {
      if (hasVersion) throw refusal("found duplicate %YAML directive", token);
      if (token.value !== "1.1") throw refusal("found incompatible YAML document", token);
      hasVersion = true;
    }
    scanner.take();
  }
  if (!handles.has("!")) handles.set("!", "!");
  if (!handles.has("!!")) handles.set("!!", "tag:yaml.org,2002:");
  return handles;
}

function refusal(said: string, problem: Token): YamlRefusal {
  return new YamlRefusal(said, "parser", { problem });
}
