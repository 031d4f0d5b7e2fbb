import { readFileSync } from "node:fs";
import { argumentError, type UserError } from "@kit/errors";

/** An env file, and how to call it. */
export interface EnvFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads what `--from-env-file` names.
 *
 * @throws UserError where it names none, the file cannot be read, or it is not UTF-8.
 */
export function readEnvFile(file: string | undefined): EnvFile {
  if (file === undefined) throw unusable("argument-missing", "--from-env-file is missing");
  const name = file === "-" ? "standard input" : file;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file === "-" ? 0 : file));
    return { name, text };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === "ENOENT"
        ? "does not exist"
        : code === "ERR_ENCODING_INVALID_ENCODED_DATA"
          ? "is not UTF-8"
          : `cannot be read: ${code}`;
    throw unusable("argument-value", `${name} ${reason}`);
  }
}

function unusable(code: "argument-missing" | "argument-value", what: string): UserError {
  const next =
    "name a file with NAME=value lines, or - for standard input; `pnpm secrets template` prints what it has to have";
  return argumentError(what, next, code);
}
