import { nearest, UserError } from "@kit/errors";
import { currentContext, findKubectl, type Kubectl } from "./kubectl.ts";

/** A cluster, as kubectl reaches it. */
export interface KubectlCluster {
  /** The context of kubectl. */
  readonly context: string;
  /** The address of its API server. */
  readonly server: string;
  /** Whether the environment says that it belongs to this cluster. */
  readonly isTied: boolean;
  readonly kubectl: Kubectl;
}

/** What an environment says of the cluster that it belongs to. */
export interface Belonging {
  /** The environment's id. */
  readonly id: string;
  readonly context?: string | undefined;
  readonly server?: string | undefined;
}

/**
 * The cluster that a command is for: of the context that is named, else of the one that the environment names, else of
 * kubectl's current one. Reads kubectl's configuration, and asks no cluster.
 *
 * @param named The argument `--context`.
 * @throws UserError where there is no kubectl, no context or none of that name, or where the environment belongs to
 *   another cluster.
 */
export async function connectCluster(
  env: NodeJS.ProcessEnv,
  named: string | undefined,
  belonging: Belonging,
): Promise<KubectlCluster> {
  // To kubectl an empty name is the current context: whatever was used last.
  if (named === "") throw wrongContext("--context is empty, and to kubectl that is the current context");
  if (named !== undefined && belonging.context !== undefined && named !== belonging.context) {
    throw differs(belonging, `the context ${show(belonging.context)}`, `--context names ${show(named)}`);
  }
  const kubectl = findKubectl(env);
  const context = named ?? belonging.context ?? (await currentContext(kubectl));
  await requireContext(kubectl, context);
  const server = await serverOf(kubectl, context);
  if (belonging.server !== undefined && normal(belonging.server) !== normal(server)) {
    throw differs(belonging, `the server ${belonging.server}`, `the context ${show(context)} has the server ${server}`);
  }
  return { context, server, isTied: belonging.context !== undefined || belonging.server !== undefined, kubectl };
}

async function requireContext(kubectl: Kubectl, context: string): Promise<void> {
  const { stdout } = await kubectl(["config", "get-contexts", "--output=name"]);
  const known = stdout.split("\n").filter((name) => name !== "");
  if (known.includes(context)) return;
  const meant = nearest(context, known);
  throw wrongContext(
    `kubectl has no context ${show(context)}`,
    known.length === 0
      ? "its configuration has none: check KUBECONFIG"
      : `there are: ${known.map(show).join(", ")}${meant === undefined ? "" : `. Did you mean ${show(meant)}?`}`,
  );
}

async function serverOf(kubectl: Kubectl, context: string): Promise<string> {
  const output = "--output=jsonpath={.clusters[0].cluster.server}";
  const { exitCode, stdout } = await kubectl(["config", "view", "--minify", "--context", context, output]);
  const server = stdout.trim();
  if (exitCode !== 0 || server === "") throw wrongContext(`the context ${show(context)} of kubectl names no cluster`);
  return server;
}

function wrongContext(
  what: string,
  next = "name one, --context NAME; `kubectl config get-contexts` lists them",
): UserError {
  return new UserError({ code: "argument-value", what, where: "the context of kubectl", next });
}

function differs({ id }: Belonging, own: string, other: string): UserError {
  return new UserError({
    code: "cluster-differs",
    what: `${show(id)} belongs to the cluster of ${own}, and ${other}`,
    where: `environment ${show(id)}, cluster`,
    next: "name a context of that cluster, --context NAME, or correct the cluster in the environment's file. Nothing was asked or sent",
  });
}

/** The same text for two addresses of one server: without a slash at the end, the port always there. */
function normal(server: string): string {
  if (!URL.canParse(server)) return server;
  const { protocol, hostname, port, pathname } = new URL(server);
  return `${protocol}//${hostname}:${port === "" ? (protocol === "http:" ? "80" : "443") : port}${pathname.replace(/\/+$/, "")}`;
}

function show(text: string): string {
  return JSON.stringify(text);
}
