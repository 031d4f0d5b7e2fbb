import type { ControlPlane } from "@kit/control-plane";
import { run } from "@kit/programs";
import { repositoryRoot } from "@kit/testing";

/** Runs kubectl in this repository, for a control plane. */
export function kubectl({ kubeconfig }: ControlPlane, ...args: readonly string[]): Promise<string> {
  return output("kubectl", [`--kubeconfig=${kubeconfig}`, ...args]);
}

/** What a program prints that is run in this repository. */
export async function output(file: string, args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await run(file, args, { cwd: repositoryRoot });
  if (exitCode !== 0) throw new Error(`${file} ${args.join(" ")}: ${stderr}`);
  return stdout;
}
