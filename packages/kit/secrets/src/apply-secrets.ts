import type { SecretContract } from "@kit/model";
import { describeTarget, kubectlFailure, targetArguments, type Kubectl, type KubectlTarget } from "@kit/programs";
import { secretList } from "./secret-list.ts";
import { withoutValues } from "./without-values.ts";

/** Owns the fields that it applies, so that whoever else changes them gets a conflict, and so does this. */
const fieldManager = "pnpm-secrets";

export interface Apply {
  readonly kubectl: Kubectl;
  readonly target: KubectlTarget;
  readonly contracts: readonly SecretContract[];
  /** By variable; one for each key of the contracts. */
  readonly values: ReadonlyMap<string, string>;
}

/**
 * Sends the Secrets to the cluster. The values reach kubectl's standard input, and nothing else.
 *
 * @returns What kubectl said, without the values.
 * @throws EnvironmentFailure where kubectl fails.
 */
export async function applySecrets({ kubectl, target, contracts, values }: Apply): Promise<string> {
  const { exitCode, stdout, stderr } = await kubectl(
    ["apply", "--server-side", "--field-manager", fieldManager, ...targetArguments(target), "--filename", "-"],
    secretList(contracts, values, target.namespace),
  );
  const known = [
    target.context,
    target.namespace,
    ...contracts.flatMap(({ name, keys }) => [name, ...Object.keys(keys)]),
  ];
  const said = withoutValues(`${stdout}${stderr}`, [...values.values()], known);
  if (exitCode === 0) return said;
  throw kubectlFailure(
    `kubectl did not apply the Secrets to ${describeTarget(target)}`,
    said,
    /\bconflicts?\b/.test(said)
      ? "somebody else has set these values: ask who, or delete the Secret, then apply again"
      : undefined,
  );
}
