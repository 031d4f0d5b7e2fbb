import { indented, literal, podText } from "./parts.ts";
import type { ServiceChoice, Template } from "./service.ts";

/** A service that runs by a schedule, one run at a time. */
export function cron(choice: ServiceChoice): Template {
  const { name, schedule } = choice;
  const pod = podText(choice, [], { pod: ['restartPolicy: "Never",'] });
  return {
    front: ["restrictedPod"],
    kinds: ["batch/v1/CronJob"],
    resources: ["cronJob"],
    body: `const labels = ${literal({ app: name })};

const cronJob = new CronJob({
  metadata: { name: ${literal(name)}, labels },
  spec: {
    schedule: ${literal(schedule)},
    concurrencyPolicy: "Forbid",
    startingDeadlineSeconds: 600,
    jobTemplate: {
      spec: {
        backoffLimit: 2,
        ttlSecondsAfterFinished: 86400,
        template: {
          metadata: { labels },
          spec: ${indented(pod, 10)},
        },
      },
    },
  },
});`,
  };
}
