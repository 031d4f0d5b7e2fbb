import { UserError } from "@kit/errors";
import { notice } from "./command.ts";
import { repositoryTexts } from "./repository-texts.ts";
import type { SecretsOptions } from "./secrets-environment.ts";

/** `pnpm secrets scan`: whether no file has a secret. */
export async function scan(root: string, named: readonly string[], { json }: SecretsOptions): Promise<boolean> {
  if (named.length > 0) throw namesNothing(named);
  const texts = repositoryTexts(root);
  // Loaded only here: it takes 0.1 s.
  const { findLeaks, plainSecrets } = await import("@kit/leaks/scan");
  const leaks = [...texts.flatMap(([path, text]) => plainSecrets(path, text)), ...(await findLeaks(texts))].toSorted(
    (one, other) => compare(one.where, other.where) || one.line - other.line,
  );
  if (json === true) {
    process.stdout.write(`${JSON.stringify({ files: texts.length, leaks }, null, 2)}\n`);
    return leaks.length === 0;
  }
  process.stdout.write(leaks.map(({ where, line, kind }) => `${where}:${line}: ${kind}\n`).join(""));
  if (leaks.length === 0) {
    process.stdout.write(`no secret in ${texts.length} files\n`);
    return true;
  }
  const places = leaks.length === 1 ? "a secret stands in 1 place" : `secrets stand in ${leaks.length} places`;
  notice(
    `error: ${places}, in ${texts.length} files\n` +
      "  to mend: make it invalid where it was issued, take it out, and read it from a Secret: docs/leaks.md\n",
  );
  return false;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function namesNothing(named: readonly string[]): UserError {
  return new UserError({
    code: "argument-value",
    what: `pnpm secrets scan takes no ${JSON.stringify(named[0])}`,
    where: "the command's arguments",
    next: "run it without: it scans the whole repository",
  });
}
