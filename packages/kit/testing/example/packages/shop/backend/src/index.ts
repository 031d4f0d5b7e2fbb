import { defineService, expose, patch, protectInProduction, restrictedPod, secretEnv } from "typed-manifests";
import { appSecrets, type ShopEnvironment } from "@shop/environments";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";

const selector = { app: "backend" };
const labels = { app: "backend", tier: "api" };

const config = new ConfigMap({
  metadata: { name: "backend-config", labels: { app: "backend" } },
});

const deployment = new Deployment({
  metadata: { name: "backend", labels: { ...labels, phase: "iv" } },
  spec: {
    replicas: 2,
    selector: { matchLabels: selector },
    strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
    template: {
      metadata: { labels },
      spec: restrictedPod({
        containers: [
          {
            name: "backend",
            image: "shop-api",
            imagePullPolicy: "IfNotPresent",
            ports: [{ containerPort: 8000, protocol: "TCP" }],
            envFrom: [{ configMapRef: { name: "backend-config" } }],
            env: [
              secretEnv(appSecrets, "DATABASE_URL"),
              secretEnv(appSecrets, "SESSION_SECRET"),
              secretEnv(appSecrets, "OPENAI_API_KEY"),
            ],
            resources: {
              requests: { memory: "256Mi", cpu: "250m" },
              limits: { memory: "512Mi", cpu: "500m" },
            },
            livenessProbe: {
              httpGet: { path: "/health", port: 8000 },
              initialDelaySeconds: 10,
              periodSeconds: 30,
              timeoutSeconds: 3,
              failureThreshold: 3,
            },
            readinessProbe: {
              httpGet: { path: "/ready", port: 8000 },
              initialDelaySeconds: 5,
              periodSeconds: 10,
              timeoutSeconds: 3,
              failureThreshold: 3,
            },
          },
        ],
        securityContext: { runAsNonRoot: true, runAsUser: 1000 },
      }),
    },
  },
});

const service = new Service({
  metadata: { name: "backend-service", labels },
  spec: {
    selector,
    ports: [{ name: "http", protocol: "TCP", port: 8000, targetPort: 8000 }],
  },
});

export default defineService<ShopEnvironment>({
  resources: [config, deployment, service],
  configure: (env) => [
    patch(config, {
      data: {
        FRONTEND_URL: env.frontendUrl,
        ALLOWED_ORIGINS: env.allowedOrigins.join(","),
        LOG_LEVEL: env.logLevel,
        ENVIRONMENT: env.environment,
      },
    }),
    ...expose(service, env, { exposure: env.exposure.backend, name: "backend-ingress", labels }),
    ...protectInProduction(deployment, env, {
      labels,
      from: [{ podLabels: { app: "web" } }, { podLabels: { app: "chat" } }],
      // The database, and the OpenAI API.
      to: [{ port: 5432 }, { port: 443 }],
    }),
  ],
});
