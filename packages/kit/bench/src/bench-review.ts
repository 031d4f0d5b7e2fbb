import { join } from "node:path";
import { repositoryRoot, temporaryDirectory, startScript } from "@kit/testing";
import { dump } from "js-yaml";
import { goTool } from "./go-tool.ts";
import { inTurns, type Measurement, type Turns } from "./measurement.ts";
import { plan } from "./plan.ts";
import { runTimed } from "./processes.ts";
import { serviceData } from "./service-data.ts";

/** Comparing the same two files. */
export interface ReviewResult {
  /** A fifth of the services has changed. */
  readonly some: ReviewTimes;
  /** Every service has changed. */
  readonly all: ReviewTimes;
  readonly dyffVersion: string;
}

export interface ReviewTimes {
  /** Of the services: each has another image, another value and another limit. */
  readonly changed: number;
  /** `pnpm review A B`, from the start of the process to its end. */
  readonly kit: Measurement;
  readonly dyff: Measurement;
}

/** Measures `pnpm review A B` against dyff on the manifests of that many services: three objects each. */
export async function benchReview(
  services: number,
  onProgress: (message: string) => void,
  turns: (what: string) => Turns,
): Promise<ReviewResult> {
  const { file: dyff, version } = await goTool("dyff", process.env, onProgress);
  const measure = async (changed: number): Promise<ReviewTimes> => {
    using scratch = temporaryDirectory({ "a.yaml": manifests(services, 0), "b.yaml": manifests(services, changed) });
    const files = [join(scratch.path, "a.yaml"), join(scratch.path, "b.yaml")];
    const review = [startScript, "review", ...files];
    const result = await inTurns(turns(`review of ${changed} changes`), {
      kit: () => runTimed(process.execPath, review, repositoryRoot),
      dyff: () => runTimed(dyff, ["between", ...files], repositoryRoot),
    });
    return { changed, ...result };
  };
  return { some: await measure(Math.ceil(services / 5)), all: await measure(services), dyffVersion: version };
}

function manifests(services: number, changed: number): string {
  const names = plan(services).flatMap((system) => system.services);
  const every = services / Math.max(changed, 1);
  const isChanged = (index: number): boolean => changed > 0 && index % every < 1;
  const objects = names.flatMap((name, index) => Object.values(isChanged(index) ? newer(name) : serviceData(name)));
  return (objects as object[]).map((object) => dump(object, { noRefs: true })).join("---\n");
}

/** A release as it comes: another image, another value, and more memory. */
function newer(name: string): object {
  const { configMap, deployment, service } = structuredClone(serviceData(name));
  configMap.data!["LOG_LEVEL"] = "DEBUG";
  const [container] = deployment.spec!.template.spec!.containers;
  container!.image = `${container!.image}:1.1.0`;
  container!.resources!.limits!["memory"] = "768Mi";
  return { configMap, deployment, service };
}
