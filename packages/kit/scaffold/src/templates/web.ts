import { indented, literal, podText, serviceText } from "./parts.ts";
import type { ServiceChoice, Template } from "./service.ts";

/** A service that answers requests. */
export function web(choice: ServiceChoice): Template {
  const { name, port, path } = choice;
  const pod = podText(choice, [
    `ports: [{ name: "http", containerPort: ${port} }],`,
    `...probes(${literal({ httpGet: { path, port: "http" } })}),`,
  ]);
  return {
    front: ["probes", "restrictedPod"],
    kinds: ["apps/v1/Deployment", "v1/Service"],
    resources: ["deployment", "service"],
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
});

${serviceText(name, "http", port)}`,
  };
}
