import { dump } from "js-yaml";
import type { Json } from "./mutate.ts";
import type { CaseSource } from "./read-corpus.ts";

/** What a case of the corpus changes of its valid object, in Markdown: `` `spec.replicas: -1` ``. */
export function changeText(source: CaseSource): string {
  if ("set" in source) return listed(source.set, (path, value) => code(`${path}: ${flow(value)}`));
  if ("append" in source) return listed(source.append, (path, value) => code(`${path}: […, ${flow(value)}]`));
  if ("merge" in source) return listed(source.merge, (path, value) => code(`${path}: {…, ${flow(value).slice(1)}`));
  if ("remove" in source) return `without ${[source.remove].flat().map(code).join(", ")}`;
  if ("rename" in source) return listed(source.rename, (path, name) => `${code(path)} called ${code(name)}`);
  if ("replace" in source) return listed(source.replace, (before, after) => `${code(after)} for ${code(before)}`);
  return code(source.text);
}

/** A text as code in a table's cell: on one line, what is repeated shortened as the corpus does it. */
export function code(text: string): string {
  const short = text.replaceAll(/(.{1,3}?)\1{15,}/gs, (all, part: string) => `<${part} × ${all.length / part.length}>`);
  const line = short.trim().replaceAll("\n", "⏎").replaceAll("|", "\\|");
  const fence = "`".repeat(1 + Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)));
  return fence === "`" ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}

function listed<Value>(change: Readonly<Record<string, Value>>, say: (key: string, value: Value) => string): string {
  return Object.entries(change)
    .map(([key, value]) => say(key, value))
    .join(", ");
}

function flow(value: Json): string {
  return dump(value, { flowLevel: 0, lineWidth: -1 }).trim();
}
