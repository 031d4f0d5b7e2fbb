import type { ControlPlane } from "@kit/control-plane";
import { run } from "@kit/programs";
import { exampleRoot } from "@kit/testing";

/** Runs kubectl in the example, for a control plane. */
export function kubectl({ kubeconfig }: ControlPlane, ...args: readonly string[]): Promise<string> {
  return output("kubectl", [`--kubeconfig=${kubeconfig}`, ...args]);
}

/** What a program prints that is run in the example. */
export async function output(file: string, args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await run(file, args, { cwd: exampleRoot });
  if (exitCode !== 0) throw new Error(`${file} ${args.join(" ")}: ${stderr}`);
  return stdout;
}
