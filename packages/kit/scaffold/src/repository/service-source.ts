/** The source of a service that answers requests, with a ConfigMap of what differs between environments. */
export function serviceSource(type: string, system: string, service: string): string {
  return `import type { ${type} } from "@${system}/environments";
import { configEnv, configMap, defineService, patch, protectInProduction, restrictedPod } from "typed-manifests";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { Service } from "kubernetes-models/v1/Service";

const labels = { app: "${service}" };

const config = configMap({ metadata: { name: "${service}-config", labels } }, { perEnvironment: ["LOG_LEVEL"] });

const deployment = new Deployment({
  metadata: { name: "${service}", labels },
  spec: {
    replicas: 2,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: restrictedPod({
        containers: [
          {
            name: "${service}",
            image: "${system}-${service}",
            ports: [{ name: "http", containerPort: 8080 }],
            env: [configEnv(config, "LOG_LEVEL")],
            resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { cpu: "200m", memory: "128Mi" } },
            livenessProbe: { httpGet: { path: "/healthz", port: "http" }, periodSeconds: 10, failureThreshold: 6 },
            readinessProbe: { httpGet: { path: "/healthz", port: "http" }, periodSeconds: 10 },
            securityContext: { readOnlyRootFilesystem: true },
            volumeMounts: [{ name: "tmp", mountPath: "/tmp" }],
          },
        ],
        securityContext: { runAsUser: 10001, runAsGroup: 10001 },
        volumes: [{ name: "tmp", emptyDir: {} }],
      }),
    },
  },
});

const service = new Service({
  metadata: { name: "${service}", labels },
  spec: { selector: labels, ports: [{ name: "http", port: 8080, targetPort: "http" }] },
});

export default defineService<${type}>({
  resources: [config, deployment, service],
  configure: (env) => [
    patch(config, { data: { LOG_LEVEL: env.logLevel } }),
    ...protectInProduction(deployment, env, { labels }),
  ],
});
`;
}
