import { secretVariables } from "@kit/model";
import { checkEnvFile, formatEnvFindings } from "@kit/secrets";
import { readEnvFile } from "./env-file.ts";
import { namedEnvironment, type SecretsOptions } from "./environment.ts";
import { print } from "@kit/terminal";

/** `pnpm secrets check`: whether the file is right. */
export async function check(root: string, named: readonly string[], options: SecretsOptions): Promise<boolean> {
  const { environment } = await namedEnvironment(root, named);
  const file = readEnvFile(options["from-env-file"]);
  const variables = secretVariables(environment.secrets ?? []);
  const { findings } = checkEnvFile(file.text, variables);
  print(
    findings.length === 0
      ? `${file.name} has all that the Secrets of ${environment.id} need: ${variables.map(({ name }) => name).join(", ")}\n`
      : `${file.name} is not what the Secrets of ${environment.id} need:\n${formatEnvFindings(findings)}`,
  );
  return findings.length === 0;
}
