import { secretTemplate } from "@kit/secrets";
import { namedEnvironments } from "./secrets-environment.ts";
import { print } from "./command.ts";

/** `pnpm secrets template`. */
export async function template(root: string, named: readonly string[]): Promise<true> {
  const environments = await namedEnvironments(root, named);
  const texts = environments
    .filter(({ environment: { secrets = [] } }) => secrets.length > 0)
    .map(({ environment, where }) => secretTemplate(environment, where));
  print(texts.join("\n"));
  return true;
}
