import type { SecretVariable } from "@kit/model";
import { forTerminal } from "@kit/text";
import type { EnvFinding } from "./check-env-file.ts";

/** What is wrong with an env file, a finding per paragraph. */
export function formatEnvFindings(findings: readonly EnvFinding[]): string {
  return findings.map(formatFinding).join("");
}

function formatFinding({ variable, lines, message }: EnvFinding): string {
  if (variable === undefined) return `  ${formatLines(lines)} ${forTerminal(message)}\n`;
  const place = lines.length === 0 ? "" : `, ${formatLines(lines)},`;
  return `  ${forTerminal(`${variable.name}${place} ${message}`)}\n    for ${forTerminal(targetsOf(variable))}\n`;
}

/** Which keys get a variable's value: `app-secrets, key DATABASE_URL`. */
function targetsOf({ targets }: SecretVariable): string {
  const keys = targets.map(({ secret, key }) => `${secret.name}, key ${key}`);
  return keys.length === 1 ? keys[0]! : `${keys.join("; ")}, which share it`;
}

function formatLines(lines: readonly number[]): string {
  return `${lines.length === 1 ? "line" : "lines"} ${lines.join(" and ")}`;
}
