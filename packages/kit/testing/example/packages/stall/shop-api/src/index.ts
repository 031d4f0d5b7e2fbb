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
import { shopApiSecret, type StallEnvironment } from "@stall/environments";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";

const selector = { app: "shop-api" };
const labels = standardLabels("shop-api");

const config = new ConfigMap({ metadata: { name: "shop-api-config", labels } });

const deployment = new Deployment({
  metadata: { name: "shop-api", labels },
  spec: {
    selector: { matchLabels: selector },
    template: {
      metadata: { labels: selector },
      spec: restrictedPod({
        containers: [
          {
            name: "shop-api",
            image: "shop-api",
            imagePullPolicy: "IfNotPresent",
            ports: [{ containerPort: 8000, protocol: "TCP" }],
            env: [
              secretEnv(shopApiSecret, "database-url", "DATABASE_URL"),
              secretEnv(shopApiSecret, "session-secret", "SESSION_SECRET"),
              {
                name: "CORS_ORIGINS",
                valueFrom: { configMapKeyRef: { name: "shop-api-config", key: "cors-origins" } },
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
  metadata: { name: "shop-api", labels },
  spec: {
    type: "ClusterIP",
    ports: [{ port: 8000, targetPort: 8000, protocol: "TCP", name: "http" }],
    selector,
  },
});

const resources = [config, deployment, service];

export default defineService<StallEnvironment>({
  resources,
  configure: (env) => [
    patch(config, { data: { "cors-origins": env.corsOrigins.join(",") } }),
    patch(deployment, { spec: { replicas: env.replicas } }),
    ...releaseLabels(resources, env.release["shop-api"]),
    ...protectInProduction(deployment, env, {
      labels: { ...labels, ...releaseLabel(env.release["shop-api"]) },
      from: [{ podLabels: { app: "shop-page" } }],
      to: [{ port: 5432 }],
    }),
  ],
});
