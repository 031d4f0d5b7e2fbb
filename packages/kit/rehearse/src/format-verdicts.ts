import { forTerminal, forTerminalLines } from "@kit/text";
import type { Note } from "./claim-growth.ts";
import type { VerifyRefusal } from "./verify.ts";

/** What the API server says about one environment. */
export interface EnvironmentVerdict {
  readonly environment: string;
  readonly objects: number;
  readonly refusals: readonly (VerifyRefusal & {
    /** The package that has the object, where it is known. */
    readonly source?: string | undefined;
  })[];
  readonly notes?: readonly Note[];
}

/** Verdicts as text: a line for each environment, and under it each refusal with the server's own words. */
export function formatVerdicts(verdicts: readonly EnvironmentVerdict[]): string {
  return verdicts.map(formatVerdict).join("");
}

function formatVerdict({ environment, objects, refusals, notes = [] }: EnvironmentVerdict): string {
  const count = objects === 1 ? "1 object" : `${objects} objects`;
  const verdict = refusals.length === 0 ? "all taken; applied again, nothing changes" : `${refusals.length} refused`;
  const refused = refusals.map(({ object, step, message, where, source }) =>
    entry(`${forTerminal(object)}, ${step}: ${forTerminalLines(message)}`, where, source),
  );
  const noted = notes.map(({ object, message, where }) =>
    entry(`note: ${forTerminal(object)} ${forTerminal(message)}`, where),
  );
  return `${forTerminal(environment)}: ${count}, ${verdict}\n${refused.join("")}${noted.join("")}`;
}

function entry(text: string, where: string, source?: string): string {
  return `  ${text}\n    where: ${forTerminal(`${where}${source === undefined ? "" : `, from ${source}`}`)}\n`;
}
