import { argumentError, UserError } from "@kit/errors";
import { isAsProduction, secretVariables } from "@kit/model";
import { connectCluster, describeTarget } from "@kit/programs";
import { applySecrets, checkEnvFile, formatEnvFindings, madeByHand } from "@kit/secrets";
import { forTerminal } from "@kit/text";
import { notice, print } from "@kit/terminal";
import { confirmCluster } from "../confirm-cluster.ts";
import { readEnvFile } from "./env-file.ts";
import { namedEnvironment, type SecretsOptions } from "./environment.ts";
import { secretsNamespace } from "./namespace.ts";

/** `pnpm secrets apply`: whether the file was right, and is applied. */
export async function apply(root: string, named: readonly string[], options: SecretsOptions): Promise<boolean> {
  const { environment } = await namedEnvironment(root, named);
  const { id, secrets = [] } = environment;
  const { byHand: contracts, others } = madeByHand(environment);
  if (contracts.length === 0) throw nothingByHand(id, others);
  const file = readEnvFile(options["from-env-file"]);
  const { values, findings } = checkEnvFile(file.text, secretVariables(secrets), secretVariables(contracts));
  if (findings.length > 0) {
    print(`${file.name} is not what the Secrets of ${id} need:\n${formatEnvFindings(findings)}`);
    return false;
  }
  const { context } = options;
  const { cluster: own } = environment;
  const isKnown = (context ?? own.context ?? own.server) !== undefined;
  if (!isKnown && isAsProduction(environment)) throw contextMissing(id);
  const namespace = secretsNamespace(environment, options);
  const cluster = await connectCluster(process.env, context, { id, context: own.context, server: own.server });
  const target = { namespace, context: cluster.context, server: cluster.server };
  if (options["dry-run"] === true) {
    const lines = [`would be applied to ${describeTarget(target)}:`, ...keysOf(contracts)];
    print(asText([...lines, ...notApplied(others)]));
    return true;
  }
  await confirmCluster(cluster, `apply the Secrets of ${id} to ${describeTarget(target)}`, options.yes);
  notice(`applying the Secrets of ${id} to ${describeTarget(target)}\n`);
  notice(await applySecrets({ kubectl: cluster.kubectl, target, contracts, values }));
  print(asText([`applied to ${describeTarget(target)}:`, ...keysOf(contracts), ...notApplied(others)]));
  return true;
}

function keysOf(contracts: ReturnType<typeof madeByHand>["byHand"]): string[] {
  return contracts.map(({ name, keys }) => `  ${name}: ${Object.keys(keys).join(", ")}`);
}

function notApplied(others: readonly string[]): string[] {
  return others.length === 0 ? [] : ["not made by hand:", ...others.map((line) => `  ${line}`)];
}

function asText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

function nothingByHand(id: string, others: readonly string[]): UserError {
  return new UserError({
    code: "secret-source",
    what: [`${id} has no Secret that is made by hand`, ...others].map(forTerminal).join("\n"),
    where: `environment "${id}"`,
    next: "write the values where its source has them: docs/secrets.md",
  });
}

/** The current context is whatever was used last. */
function contextMissing(id: string): UserError {
  return argumentError(
    `${id} is as production, so the context of kubectl has to be named`,
    "add --context NAME; `kubectl config get-contexts` lists them. Or say in the environment's file to which it belongs: cluster: { context, server }",
    "argument-missing",
  );
}
