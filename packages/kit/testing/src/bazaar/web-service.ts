/** The source of a service of `bazaar` that answers on port 8080, calls others, and is called by others. */
export function webService(name: string, calls: readonly string[], callers: readonly string[]): string {
  const usesDatabase = calls.includes("database");
  const urls = calls.filter((other) => other !== "database");
  return `import { defineService, protectInProduction, restrictedPod, patch${usesDatabase ? ", secretEnv" : ""} } from "typed-manifests";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";
import { ${usesDatabase ? "databaseSecret, " : ""}type BazaarEnvironment } from "../../environments/src/index.ts";

const labels = { app: "${name}" };
const config = new ConfigMap({
  metadata: { name: "${name}", labels },
  data: { ${urls.map((other) => `${other.toUpperCase()}_URL: "http://${other}:8080"`).join(", ")} },
});
const deployment = new Deployment({
  metadata: { name: "${name}", labels },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: restrictedPod({
        securityContext: { runAsUser: 1000 },
        containers: [
          {
            name: "${name}",
            image: "bazaar/${name}",
            imagePullPolicy: "IfNotPresent",
            ports: [{ name: "http", containerPort: 8080 }],
            envFrom: [{ configMapRef: { name: "${name}" } }],${
              usesDatabase
                ? `\n            env: [
              { name: "PGHOST", value: "database" },
              secretEnv(databaseSecret, "POSTGRES_PASSWORD", "PGPASSWORD"),
            ],`
                : ""
            }
            securityContext: { readOnlyRootFilesystem: true },
            resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { cpu: "200m", memory: "128Mi" } },
            livenessProbe: { httpGet: { path: "/healthz", port: "http" }, periodSeconds: 20 },
            readinessProbe: { httpGet: { path: "/readyz", port: "http" } },
          },
        ],
      }),
    },
  },
});
const service = new Service({
  metadata: { name: "${name}", labels },
  spec: { selector: labels, ports: [{ name: "http", port: 8080, targetPort: "http" }] },
});

export default defineService<BazaarEnvironment>({
  resources: [config, deployment, service],
  configure: (env) => [
    patch(config, { data: { LOG_LEVEL: env.logLevel } }),
    patch(deployment, { spec: { replicas: env.replicas } }),
    ...protectInProduction(deployment, env, {
      labels,
      from: [${callers.map((app) => `{ podLabels: { app: "${app}" } }`).join(", ")}],
      to: [${calls.map((app) => `{ podLabels: { app: "${app}" }, port: ${app === "database" ? 5432 : 8080} }`).join(", ")}],
    }),
  ],
});
`;
}
