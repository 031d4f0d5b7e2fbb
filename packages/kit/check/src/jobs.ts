import type { Path } from "@kit/schema";
import { isKind, type View } from "./view/index.ts";

/** A Job's spec, or that of the Jobs that a CronJob makes, and where it is in the object. */
export interface JobSpec {
  readonly path: Path;
  readonly spec: NonNullable<View<"Job">["data"]["spec"]>;
}

export const kindsWithJobs = ["CronJob", "Job"] as const;

/** The spec of the Jobs that an object makes, or is. */
export function jobSpecOf(object: View<"CronJob" | "Job">): JobSpec {
  if (isKind(object, "Job")) return { path: ["spec"], spec: object.data.spec ?? {} };
  const { spec = {} } = (object.data as View<"CronJob">["data"]).spec?.jobTemplate ?? {};
  return { path: ["spec", "jobTemplate", "spec"], spec };
}

/**
 * How many completions an indexed Job has; undefined where it must say it. The API server makes it one where a Job says
 * nothing, but not in the template of a CronJob.
 */
export function completionsOf({ spec: { completions, parallelism }, path }: JobSpec): number | undefined {
  return completions ?? (path.length === 1 && parallelism === undefined ? 1 : undefined);
}
