import { argumentError, didYouMean } from "@kit/errors";

/**
 * What a command is to work on, and the arguments behind it.
 *
 * @param kinds What it knows, each with the names of its arguments.
 * @throws UserError where it is none of them, or has more or fewer arguments.
 */
export function readArguments<const Kind extends string>(
  command: string,
  [kind = "", ...rest]: readonly string[],
  kinds: Readonly<Record<Kind, readonly string[]>>,
): { readonly kind: Kind; readonly first: string; readonly second: string } {
  const known = Object.keys(kinds);
  if (!isOf(kinds, kind)) {
    const next = `write one of ${known.join(", ")}${didYouMean(kind, known)}`;
    if (kind === "") throw argumentError(`pnpm ${command} needs to know what to ${command}`, next, "argument-missing");
    throw argumentError(`pnpm ${command} cannot ${command} ${JSON.stringify(kind)}`, next);
  }
  const names = kinds[kind];
  const usage = `write \`pnpm ${command} ${kind} ${names.map((name) => `<${name}>`).join(" ")}\``;
  if (rest.length < names.length) throw argumentError(`no ${names[rest.length]} is named`, usage, "argument-missing");
  if (rest.length > names.length)
    throw argumentError(`Unexpected argument '${rest[names.length]}'`, usage, "argument-unknown");
  return { kind, first: rest[0]!, second: rest[1] ?? "" };
}

function isOf<Kind extends string>(kinds: Readonly<Record<Kind, unknown>>, kind: string): kind is Kind {
  return Object.hasOwn(kinds, kind);
}
