import { connectCluster, describeTarget } from "@kit/programs";
import { forJson } from "@kit/text";
import { secretStatus, type SecretStatus } from "@kit/secrets";
import { notice, print } from "@kit/terminal";
import { confirmCluster } from "../confirm-cluster.ts";
import { namedEnvironment, type SecretsOptions } from "./environment.ts";
import { secretsNamespace } from "./namespace.ts";

/** `pnpm secrets status`: whether nothing is missing. */
export async function status(root: string, named: readonly string[], options: SecretsOptions): Promise<boolean> {
  const { environment } = await namedEnvironment(root, named);
  const { id, cluster: own } = environment;
  const cluster = await connectCluster(process.env, options.context, { id, context: own.context, server: own.server });
  const { context, server, kubectl } = cluster;
  const target = { context, server, namespace: secretsNamespace(environment, options) };
  await confirmCluster(cluster, `read the names of the Secrets' keys in ${describeTarget(target)}`, options.yes);
  notice(`asking ${describeTarget(target)}\n`);
  const secrets = await secretStatus(kubectl, target, environment.secrets ?? []);
  print(
    options.format === "json"
      ? `${forJson({ environment: environment.id, ...target, secrets })}\n`
      : `${environment.id}, in ${describeTarget(target)}:\n${secrets.map(formatStatus).join("")}`,
  );
  return secrets.every(({ exists, missing }) => exists && missing.length === 0);
}

function formatStatus({ name, exists, missing, extra }: SecretStatus): string {
  if (!exists) return `  ${name} is missing\n`;
  const parts = [
    ...(missing.length === 0 ? ["has all its keys"] : [`lacks ${missing.join(", ")}`]),
    ...(extra.length === 0 ? [] : [`has ${extra.join(", ")} beyond its contract`]),
  ];
  return `  ${name} ${parts.join(", and ")}\n`;
}
