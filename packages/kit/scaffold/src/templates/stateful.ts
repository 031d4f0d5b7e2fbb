import { indented, literal, podText, serviceText } from "./parts.ts";
import type { ServiceChoice, Template } from "./service.ts";

/** A service that keeps its data on a claim: one pod, which alone writes there. */
export function stateful(choice: ServiceChoice): Template {
  const { name, port, mount, size } = choice;
  const container = [
    `ports: [{ name: "tcp", containerPort: ${port} }],`,
    `...probes(${literal({ tcpSocket: { port: "tcp" } })}),`,
  ];
  const pod = podText(choice, container, {
    mounts: [literal({ name: "data", mountPath: mount })],
    user: "runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001",
  });
  return {
    front: ["probes", "restrictedPod"],
    kinds: ["apps/v1/StatefulSet", "v1/Service"],
    resources: ["statefulSet", "service"],
    body: `const labels = ${literal({ app: name })};

const statefulSet = new StatefulSet({
  metadata: { name: ${literal(name)}, labels },
  spec: {
    serviceName: ${literal(name)},
    replicas: 1,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: ${indented(pod, 6)},
    },
    volumeClaimTemplates: [
      {
        metadata: { name: "data" },
        spec: ${literal({ accessModes: ["ReadWriteOnce"], resources: { requests: { storage: size } } })},
      },
    ],
  },
});

${serviceText(name, "tcp", port, 'clusterIP: "None", ')}`,
  };
}
