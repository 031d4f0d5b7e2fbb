import { countBySeverity, formatFindings, formatSums, toldOf } from "@kit/check";
import { importStation } from "@kit/workspace";
import { checkRepository } from "./check-repository.ts";
import { policyLayers } from "../policies/policy-layers.ts";
import { readRenderedEnvironments } from "../rendered/rendered-environments.ts";

const how = "`pnpm check` shows more, `pnpm check --all` everything";

/** As much as a build says of it: the rest is a command away. */
const limits = { rounds: [1, 3], lines: 24 } as const;

/** What the checks say of environments that have just been built. */
export async function checkBuilt(
  root: string,
  ids: readonly string[],
): Promise<{ readonly text: string; readonly errors: number }> {
  const judged = await checkRepository(root, await readRenderedEnvironments(root, ids, "leave"), ids);
  const report = { ...judged, findings: toldOf(judged.findings) };
  const findings = formatFindings(report, { notes: false, limits, how });
  const text = `${findings === "" ? "" : `\n${findings}`}checked: ${formatSums(report, true)}`;
  return { text, errors: countBySeverity(report.findings).error };
}

/**
 * Refuses policies that say what none can say.
 *
 * @throws UserError where one does.
 */
export async function refuseWrongPolicies(root: string): Promise<void> {
  await policyLayers(root, await importStation.run({ root }));
}
