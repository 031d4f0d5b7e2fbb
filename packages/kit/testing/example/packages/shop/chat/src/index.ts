import { defineService, expose, patch, protectInProduction, restrictedPod, secretEnv } from "typed-manifests";
import { appSecrets, type ShopEnvironment } from "@shop/environments";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";

const selector = { app: "chat" };
const labels = { app: "chat", tier: "frontend" };

const config = new ConfigMap({ metadata: { name: "chat-config" } });

const deployment = new Deployment({
  metadata: { name: "chat", labels: { ...labels, phase: "iv" } },
  spec: {
    replicas: 2,
    selector: { matchLabels: selector },
    strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
    template: {
      metadata: { labels },
      spec: restrictedPod({
        containers: [
          {
            name: "chat",
            image: "shop-chat",
            imagePullPolicy: "IfNotPresent",
            ports: [{ containerPort: 3001 }],
            envFrom: [{ configMapRef: { name: "chat-config" } }],
            env: [secretEnv(appSecrets, "OPENAI_API_KEY", "VITE_OPENAI_API_KEY")],
            resources: {
              requests: { memory: "128Mi", cpu: "100m" },
              limits: { memory: "256Mi", cpu: "200m" },
            },
            livenessProbe: { httpGet: { path: "/", port: 3001 }, initialDelaySeconds: 15, periodSeconds: 30 },
            readinessProbe: { httpGet: { path: "/", port: 3001 }, initialDelaySeconds: 10, periodSeconds: 10 },
          },
        ],
        securityContext: { runAsNonRoot: true, runAsUser: 1001 },
      }),
    },
  },
});

const service = new Service({
  metadata: { name: "chat-service", labels },
  spec: {
    selector,
    ports: [{ name: "http", protocol: "TCP", port: 3001, targetPort: 3001 }],
  },
});

export default defineService<ShopEnvironment>({
  resources: [config, deployment, service],
  configure: (env) => [
    patch(config, { data: { VITE_API_URL: env.apiUrl } }),
    ...expose(service, env, { exposure: env.exposure["chat"], name: "chat-ingress", labels }),
    ...protectInProduction(deployment, env, {
      labels,
      to: [{ podLabels: { app: "backend" }, port: 8000 }, { url: env.apiUrl }],
    }),
  ],
});
