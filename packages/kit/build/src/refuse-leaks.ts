import { createHash } from "node:crypto";
import { writtenFrom } from "@kit/emit/header";
import { UserError, type Problem } from "@kit/errors";
import { remembered } from "./remembered.ts";

type Texts = readonly (readonly [path: string, text: string])[];

/**
 * Refuses to go on with texts that hold a secret, before anything of them is written or cached.
 *
 * @param texts By path from the repository's root.
 * @param publicValues Values that are not secrets, although they look like one.
 * @param file Where it remembers texts that hold none; undefined looks always.
 * @throws UserError with every place. It never has the value.
 */
export async function refuseLeaks(
  texts: Texts,
  publicValues: readonly string[],
  file: string | undefined,
): Promise<void> {
  const clean = file === undefined ? undefined : remembered(file, digestOf(texts, publicValues));
  if (clean?.isKnown === true) return;
  UserError.throwIfAny(await leakProblems(texts, publicValues));
  clean?.remember();
}

/** A problem for every line of texts that holds a secret. */
export async function leakProblems(texts: Texts, publicValues: readonly string[] = []): Promise<Problem[]> {
  // Loaded only where there is something new to look at: it takes 0.1 s.
  const { findLeaks } = await import("@kit/leaks/scan");
  const leaks = await findLeaks(texts, publicValues);
  return leaks.map(({ where, line, kind }) => ({
    code: "secret-leak",
    what: `a secret would be in the repository: ${kind}`,
    where: `${where}, line ${line}${sourceOf(texts, where)}`,
    next: "make it invalid where it was issued, take it out, and read it from a Secret: docs/leaks.md",
  }));
}

function digestOf(texts: Texts, publicValues: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(publicValues));
  for (const [path, text] of texts) hash.update(path).update("\0").update(text).update("\0");
  return hash.digest("hex");
}

/** What a generated file says of where it comes from. */
function sourceOf(texts: Texts, where: string): string {
  const text = texts.find(([path]) => path === where)?.[1] ?? "";
  const source = writtenFrom(text);
  return source === undefined ? "" : `, which would be written from ${source}`;
}
