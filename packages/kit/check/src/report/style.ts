import { styleText } from "node:util";
import type { Severity } from "../finding.ts";

const colours = { error: "red", warning: "yellow", info: "blue" } as const;

/** A severity, coloured for a terminal; what is not a terminal takes the codes out again. */
export function severityText(severity: Severity): string {
  return styleText(colours[severity], severity, unconditionally);
}

export function bold(text: string): string {
  return styleText("bold", text, unconditionally);
}

export function dim(text: string): string {
  return styleText("dim", text, unconditionally);
}

// Whether there is a terminal is for the edge to know.
const unconditionally = { validateStream: false } as const;
