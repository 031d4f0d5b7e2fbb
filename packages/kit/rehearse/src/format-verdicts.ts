import { forTerminal, forTerminalLines } from "@kit/text";
import type { Refusal } from "./verify.ts";

/** What the API server says about one environment. */
export interface Verdict {
  readonly environment: string;
  readonly objects: number;
  readonly refusals: readonly (Refusal & {
    /** The package that has the object, where it is known. */
    readonly source?: string | undefined;
  })[];
}

/** Verdicts as text: a line for each environment, and under it each refusal with the server's own words. */
export function formatVerdicts(verdicts: readonly Verdict[]): string {
  return verdicts.map(formatVerdict).join("");
}

function formatVerdict({ environment, objects, refusals }: Verdict): string {
  const count = objects === 1 ? "1 object" : `${objects} objects`;
  if (refusals.length === 0)
    return `${forTerminal(environment)}: ${count}, all taken; applied again, nothing changes\n`;
  const refused = refusals.map(
    ({ object, step, message, where, source }) =>
      `  ${forTerminal(object)}, ${step}: ${forTerminalLines(message)}\n    where: ${forTerminal(`${where}${source === undefined ? "" : `, from ${source}`}`)}\n`,
  );
  return `${forTerminal(environment)}: ${count}, ${refusals.length} refused\n${refused.join("")}`;
}
