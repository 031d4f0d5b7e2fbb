import { EnvironmentFailure } from "@kit/errors";
import type { KubectlCluster } from "./cluster.ts";

/** Why the API server did not take an object. */
export type SyncRefusal =
  /** It judged it. */
  | { readonly by: "server"; readonly message: string }
  /** What it needs is not there: its namespace, or its kind. */
  | { readonly by: "namespace" | "kind"; readonly message: string };

/**
 * Reads what kubectl says of one object.
 *
 * @throws EnvironmentFailure where that is not a verdict on the object: no rights, no cluster.
 */
export function readRefusal(said: string, cluster: KubectlCluster): SyncRefusal {
  const lines = linesOf(said);
  const message = lines.join("\n").replace(/^Error from server(?: \(\w+\))?: (?:error when \w+ "[^"]*": )?/, "");
  if (/no matches for kind|resource mapping not found/.test(message)) return { by: "kind", message };
  if (/^namespaces "[^"]*" not found/.test(message)) return { by: "namespace", message };
  if (isVerdict(lines[0] ?? "") && !isDenied(said)) return { by: "server", message };
  throw clusterFailure(said, cluster);
}

const most = 5;

/** kubectl could not do what it was asked to, whatever the objects are. */
export function clusterFailure(said: string, { context, server }: KubectlCluster): EnvironmentFailure {
  const lines = linesOf(said);
  const more = lines.length > most ? [`and ${lines.length - most} lines more`] : [];
  const message = lines.length === 0 ? "it says nothing" : [...lines.slice(0, most), ...more].join("\n");
  const what = `kubectl cannot compare with the cluster of context ${context} (${server}):\n${message}`;
  return new EnvironmentFailure("kubectl-failed", what, adviceOf(message));
}

/** The API server has read the object. What it says of itself, such as that it is too busy, is not a verdict. */
function isVerdict(line: string): boolean {
  if (/^The \S+ "[^"]*" is invalid: /.test(line)) return true;
  const [all, reason = ""] = /^Error from server(?: \((\w+)\))?: /.exec(line) ?? [];
  return all !== undefined && !["InternalError", "ServiceUnavailable", "Timeout", "TooManyRequests"].includes(reason);
}

function isDenied(message: string): boolean {
  return /User "[^"]*" cannot |Unauthorized|must be logged in/.test(message);
}

function adviceOf(message: string): string {
  if (isDenied(message)) {
    return "use a context whose user may get and patch these objects: a dry run asks for the rights of a real one";
  }
  return /connect|refused|no such host|timeout|Timeout|deadline|x509|certificate/.test(message)
    ? "start the cluster or reach its network; --context NAME names another one, `kubectl config get-contexts` lists them"
    : "correct what kubectl names, then start again";
}

/** Each line once: kubectl says of every object that there is no cluster. Warnings and its own log are left out. */
function linesOf(said: string): string[] {
  const lines = said.split("\n").map((line) => line.trimEnd());
  const told = lines.filter((line) => line !== "" && !line.startsWith("Warning: "));
  const plain = told.filter((line) => !/^[EFIW]\d{4} [\d:.]+ /.test(line));
  return [...new Set(plain.length === 0 ? told : plain)];
}
