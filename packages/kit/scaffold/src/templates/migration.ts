import { indented, literal, podText } from "./parts.ts";
import type { ServiceChoice, Template } from "./service.ts";

/** A Job that is done before the new version of a service starts. Its pods have labels of their own: they answer nobody. */
export function migration(choice: ServiceChoice): Template {
  const { name, of } = choice;
  const pod = podText(choice, [], { pod: ['restartPolicy: "Never",'] });
  return {
    front: ["migration", "restrictedPod"],
    kinds: ["batch/v1/Job"],
    resources: ["job"],
    body: `const labels = ${literal({ app: name })};

// The label app is of the service whose workloads wait for it.
const job = migration(
  new Job({
    metadata: { name: ${literal(name)}, labels: ${literal({ app: of })} },
    spec: {
      backoffLimit: 3,
      template: {
        metadata: { labels },
        spec: ${indented(pod, 8)},
      },
    },
  }),
);`,
  };
}
