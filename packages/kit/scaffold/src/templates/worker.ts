import { indented, literal, podText } from "./parts.ts";
import type { ServiceChoice, Template } from "./service.ts";

/** A service that nobody calls; its port is for the probes. */
export function worker(choice: ServiceChoice): Template {
  const { name, port, path } = choice;
  const pod = podText(choice, [
    `ports: [{ name: "health", containerPort: ${port} }],`,
    `...probes(${literal({ httpGet: { path, port: "health" } })}),`,
  ]);
  return {
    front: ["probes", "restrictedPod"],
    kinds: ["apps/v1/Deployment"],
    resources: ["deployment"],
    body: `const labels = ${literal({ app: name })};

const deployment = new Deployment({
  metadata: { name: ${literal(name)}, labels },
  spec: {
    replicas: 2,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: ${indented(pod, 6)},
    },
  },
});`,
  };
}
