import { UserError } from "@kit/errors";
import type { KubectlCluster } from "@kit/programs";
import { forTerminal } from "@kit/text";
import { unguarded } from "@kit/terminal";

/**
 * Asks at a terminal whether a cluster is meant that nothing ties the environment to. Where nobody can answer it goes on:
 * what it must not do then, its caller refuses.
 *
 * @param what What is about to be done, such as `apply the Secrets of dev to namespace shop of …`.
 * @throws UserError where the answer is no.
 */
export async function confirmCluster(cluster: KubectlCluster, what: string, yes: boolean | undefined): Promise<void> {
  if (cluster.isTied || yes === true || !process.stdin.isTTY || !process.stderr.isTTY) return;
  const { confirm } = await import("@clack/prompts");
  const answer = await confirm({
    message: `${forTerminal(what)}?`,
    initialValue: false,
    output: unguarded(process.stderr),
  });
  if (answer === true) return;
  throw new UserError({
    code: "not-confirmed",
    what: `stopped before it would ${what}`,
    where: "the answer at the terminal",
    next: "name another context, --context NAME, or tie the environment to its cluster: cluster: { context, server }",
  });
}
