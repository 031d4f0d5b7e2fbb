import { UserError } from "@kit/errors";
import { currentContext, findKubectl } from "@kit/secrets";

type Kubectl = ReturnType<typeof findKubectl>;

/** A cluster, as kubectl reaches it. */
export interface Cluster {
  /** The context of kubectl. */
  readonly context: string;
  /** The address of its API server. */
  readonly server: string;
  /** Runs kubectl there. */
  readonly kubectl: Kubectl;
}

// Without it, kubectl waits for minutes for a cluster that is not there.
const timeout = "--request-timeout=30s";

/**
 * The cluster that kubectl is set up for.
 *
 * @param named The context; undefined is the current one.
 * @throws UserError where there is no kubectl, no context, or none of that name.
 */
export async function connectCluster(env: NodeJS.ProcessEnv, named: string | undefined): Promise<Cluster> {
  const kubectl = findKubectl(env);
  const context = named ?? (await currentContext(kubectl));
  const { exitCode, stdout } = await kubectl([
    "config",
    "view",
    "--minify",
    "--context",
    context,
    "--output=jsonpath={.clusters[0].cluster.server}",
  ]);
  if (exitCode !== 0 || stdout.trim() === "") throw unknownContext(context);
  return {
    context,
    server: stdout.trim(),
    kubectl: (args, input) => kubectl([...args, "--context", context, timeout], input),
  };
}

function unknownContext(context: string): UserError {
  return new UserError({
    code: "argument-value",
    what: `kubectl has no context ${JSON.stringify(context)}, or it names no cluster`,
    where: "the kubeconfig of kubectl",
    next: "name another one, --context NAME; `kubectl config get-contexts` lists them",
  });
}
