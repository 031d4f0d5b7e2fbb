import { argumentError, EnvironmentFailure, UserError } from "@kit/errors";
import { locateOnPath } from "../locate.ts";
import { run, type Finished } from "../run.ts";

/** Runs kubectl; `input` is what its standard input has. */
export type Kubectl = (args: readonly string[], input?: string) => Promise<Finished>;

/** The namespace of a cluster that a command is for. */
export interface KubectlTarget {
  readonly context: string;
  /** The address of its API server. */
  readonly server: string;
  readonly namespace: string;
}

/**
 * The kubectl on PATH.
 *
 * @throws UserError where there is none.
 */
export function findKubectl(env: NodeJS.ProcessEnv): Kubectl {
  const file = locateOnPath("kubectl", env);
  if (file !== undefined) return (args, input = "") => run(file, args, { env, input });
  throw new UserError({
    code: "kubectl-missing",
    what: "there is no kubectl on PATH",
    where: "PATH",
    next: "install it: https://kubernetes.io/docs/tasks/tools/",
  });
}

/** `namespace shop of context production (https://10.0.0.1:6443)`. */
export function describeTarget({ namespace, context, server }: KubectlTarget): string {
  return `namespace ${namespace} of context ${context} (${server})`;
}

/** The arguments that make kubectl use the target, and nothing that a kubeconfig says otherwise. */
export function targetArguments({ context, namespace }: Pick<KubectlTarget, "context" | "namespace">): string[] {
  return ["--context", context, "--namespace", namespace];
}

/**
 * The context that kubectl uses where none is named.
 *
 * @throws UserError where there is none.
 */
export async function currentContext(kubectl: Kubectl): Promise<string> {
  const { exitCode, stdout, stderr } = await kubectl(["config", "current-context"]);
  if (exitCode === 0) return stdout.trim();
  if (!stderr.includes("is not set")) throw kubectlFailure("kubectl cannot read its configuration", stderr);
  throw argumentError(
    "kubectl has no current context, so nobody knows which cluster is meant",
    "name one, --context NAME; `kubectl config get-contexts` lists them",
    "argument-missing",
  );
}

/**
 * kubectl did not do what it was asked to.
 *
 * @param said In its own words; no value may be in it.
 * @param next Default: what is to be corrected where kubectl cannot reach what it is asked for.
 */
export function kubectlFailure(
  what: string,
  said: string,
  next = "correct what kubectl names: the context, the namespace, or this user's rights there",
): EnvironmentFailure {
  const message = said.trim();
  return new EnvironmentFailure("kubectl-failed", message === "" ? what : `${what}:\n${message}`, next);
}
