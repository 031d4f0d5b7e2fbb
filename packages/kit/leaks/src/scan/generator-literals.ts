import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { mayBeSecret } from "../values.ts";
import type { Leak } from "./find-leaks.ts";

/**
 * The literals of a kustomization's `secretGenerator`: whatever they are, they are the values of a Secret. One that is
 * filled in later, or a switch, is not a secret.
 */
export function generatorLiterals(path: string, content: string): Leak[] {
  if (!/(?:^|\/)kustomization\.ya?ml$|(?:^|\/)Kustomization$/.test(path) || !content.includes("secretGenerator"))
    return [];
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, version: "1.1", logLevel: "silent" });
  const generators: unknown = isMap(document.contents) ? document.contents.get("secretGenerator", true) : undefined;
  if (!isSeq(generators)) return [];
  return generators.items.flatMap((generator): Leak[] => {
    const literals: unknown = isMap(generator) ? generator.get("literals", true) : undefined;
    if (!isSeq(literals)) return [];
    return literals.items.flatMap((literal): Leak[] => {
      const text = isScalar(literal) && typeof literal.value === "string" ? literal.value : "";
      const [, key, value] = /^([^=]{1,253})=(.*)$/s.exec(text) ?? [];
      if (key === undefined || value === undefined || !mayBeSecret(value)) return [];
      const { line } = lines.linePos(isScalar(literal) ? (literal.range?.[0] ?? 0) : 0);
      return [{ where: path, line, kind: `a Secret that anybody can read: secretGenerator has ${key} as a literal` }];
    });
  });
}
