import { connectCluster as connect, type Belonging, type KubectlCluster } from "@kit/programs";

export type { KubectlCluster } from "@kit/programs";

// Without it, kubectl waits for minutes for a cluster that is not there.
const timeout = "--request-timeout=30s";

/**
 * The cluster of an environment, with a kubectl that asks nobody else.
 *
 * @param named The argument `--context`.
 * @throws UserError where there is no kubectl, no such context, or where the environment belongs to another cluster.
 */
export async function connectCluster(
  env: NodeJS.ProcessEnv,
  named: string | undefined,
  belonging: Belonging,
): Promise<KubectlCluster> {
  const cluster = await connect(env, named, belonging);
  const { context, kubectl } = cluster;
  return { ...cluster, kubectl: (args, input) => kubectl([...args, "--context", context, timeout], input) };
}
