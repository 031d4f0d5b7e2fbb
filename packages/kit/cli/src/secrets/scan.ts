import { byCodeUnits, forJson, forTerminal } from "@kit/text";
import { argumentError, type UserError } from "@kit/errors";
import { declaredPublic, staleDeclarations } from "@kit/leaks";
import { notice, print } from "@kit/terminal";
import { repositoryTexts } from "@kit/repository";
import type { SecretsOptions } from "./environment.ts";

/** `pnpm secrets scan`: whether no file has a secret. */
export async function scan(root: string, named: readonly string[], { format }: SecretsOptions): Promise<boolean> {
  if (named.length > 0) throw namesNothing(named);
  const texts = repositoryTexts(root);
  // Loaded only here: it takes 0.1 s.
  const { findLeaks, generatorLiterals, plainSecrets } = await import("@kit/leaks/scan");
  const declared = declaredPublic(texts);
  const publicValues = declared.map(({ value }) => value);
  const leaks = [
    ...texts.flatMap(([path, text]) => [...plainSecrets(path, text), ...generatorLiterals(path, text)]),
    ...(await findLeaks(texts, publicValues)),
  ].toSorted(byPlace);
  const stale = staleDeclarations(declared, texts).map(({ where, line }) => ({ where, line }));
  if (format === "json") {
    print(`${forJson({ files: texts.length, leaks, stale })}\n`);
    return leaks.length + stale.length === 0;
  }
  print(leaks.map(({ where, line, kind }) => `${forTerminal(where)}:${line}: ${kind}\n`).join(""));
  print(stale.map(({ where, line }) => `${forTerminal(where)}:${line}: ${notNeeded}\n`).join(""));
  if (leaks.length === 0) {
    print(`no secret in ${texts.length} files\n`);
    if (stale.length > 0) notice(`error: ${notNeeded}\n  fix: write the value without publicValue\n`);
    return stale.length === 0;
  }
  const places = leaks.length === 1 ? "a secret stands in 1 place" : `secrets stand in ${leaks.length} places`;
  notice(
    `error: ${places}, in ${texts.length} files\n` +
      "  to fix: make it invalid where it was issued, take it out, and read it from a Secret: docs/leaks.md\n",
  );
  return false;
}

const notNeeded = "a value is declared public that nothing takes for a secret";

function byPlace(one: Place, other: Place): number {
  return byCodeUnits(one.where, other.where) || one.line - other.line;
}

interface Place {
  readonly where: string;
  readonly line: number;
}

function namesNothing(named: readonly string[]): UserError {
  const what = `pnpm secrets scan takes no ${JSON.stringify(named[0])}`;
  return argumentError(what, "run it without: it scans the whole repository");
}
