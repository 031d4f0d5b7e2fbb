import {
  defineService,
  patch,
  protectInProduction,
  releaseLabel,
  releaseLabels,
  restrictedPod,
  secretEnv,
  standardLabels,
} from "typed-manifests";
import { todoBackendSecret, type TwoTierEnvironment } from "@two-tier/environments";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";

const selector = { app: "todo-backend" };
const labels = standardLabels("todo-backend");

const config = new ConfigMap({ metadata: { name: "todo-backend-config", labels } });

const deployment = new Deployment({
  metadata: { name: "todo-backend", labels },
  spec: {
    selector: { matchLabels: selector },
    template: {
      metadata: { labels: selector },
      spec: restrictedPod({
        containers: [
          {
            name: "todo-backend",
            image: "todo-backend",
            imagePullPolicy: "IfNotPresent",
            ports: [{ containerPort: 8000, protocol: "TCP" }],
            env: [
              secretEnv(todoBackendSecret, "database-url", "DATABASE_URL"),
              secretEnv(todoBackendSecret, "better-auth-secret", "BETTER_AUTH_SECRET"),
              {
                name: "CORS_ORIGINS",
                valueFrom: { configMapKeyRef: { name: "todo-backend-config", key: "cors-origins" } },
              },
            ],
            livenessProbe: { httpGet: { path: "/health", port: 8000 }, initialDelaySeconds: 10, periodSeconds: 10 },
            readinessProbe: { httpGet: { path: "/health", port: 8000 }, initialDelaySeconds: 5, periodSeconds: 5 },
            resources: {
              limits: { cpu: "500m", memory: "512Mi" },
              requests: { cpu: "100m", memory: "256Mi" },
            },
          },
        ],
        securityContext: { runAsNonRoot: true, runAsUser: 65534 },
      }),
    },
  },
});

const service = new Service({
  metadata: { name: "todo-backend", labels },
  spec: {
    type: "ClusterIP",
    ports: [{ port: 8000, targetPort: 8000, protocol: "TCP", name: "http" }],
    selector,
  },
});

const resources = [config, deployment, service];

export default defineService<TwoTierEnvironment>({
  resources,
  configure: (env) => [
    patch(config, { data: { "cors-origins": env.corsOrigins.join(",") } }),
    patch(deployment, { spec: { replicas: env.replicas } }),
    ...releaseLabels(resources, env.release["todo-backend"]),
    ...protectInProduction(deployment, env, {
      labels: { ...labels, ...releaseLabel(env.release["todo-backend"]) },
      from: [{ podLabels: { app: "todo-frontend" } }],
      to: [{ port: 5432 }],
    }),
  ],
});
