import { join } from "node:path";
import { repositoryRoot, temporaryDirectory, startScript } from "@kit/testing";
import { dump } from "js-yaml";
import { goTool } from "./go-tool.ts";
import { inTurns, type Measurement, type Turns } from "./measurement.ts";
import { plan } from "./plan.ts";
import { runTimed } from "./processes.ts";
import { serviceData } from "./service-data.ts";

/** Judging the same file. */
export interface CheckResult {
  /** `pnpm check FILE` with every check, from the start of the process to its end. */
  readonly kit: Measurement;
  readonly kubeScore: Measurement;
  readonly kubeScoreVersion: string;
}

// kube-score ends so where it finds something; for the kit these manifests have warnings, and no errors.
const found = 1;

/** Measures `pnpm check` against kube-score on the manifests of that many services: three objects each. */
export async function benchCheck(
  services: number,
  onProgress: (message: string) => void,
  turns: Turns,
): Promise<CheckResult> {
  const { file: program, version } = await goTool("kube-score", process.env, onProgress);
  using scratch = temporaryDirectory({ "manifests.yaml": manifests(services) });
  const file = join(scratch.path, "manifests.yaml");
  const check = [startScript, "check", file];
  const result = await inTurns(turns, {
    kit: () => runTimed(process.execPath, check, repositoryRoot),
    kubeScore: () => runTimed(program, ["score", file], repositoryRoot, found),
  });
  return { ...result, kubeScoreVersion: version };
}

/** Measures `pnpm check` alone on the manifests of 7,000 services. */
export async function benchLargeCheck(turns: Turns): Promise<Measurement> {
  using scratch = temporaryDirectory({ "manifests.yaml": manifests(7000) });
  const check = [startScript, "check", join(scratch.path, "manifests.yaml")];
  const { kit } = await inTurns(turns, { kit: () => runTimed(process.execPath, check, repositoryRoot) });
  return kit;
}

function manifests(services: number): string {
  const names = plan(services).flatMap((system) => system.services);
  const objects = names.flatMap((name) => Object.values(serviceData(name)) as object[]);
  return objects.map((object) => dump(object, { noRefs: true })).join("---\n");
}
