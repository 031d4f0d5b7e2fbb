import { defineService, expose, patch, protectInProduction, restrictedPod, secretEnv } from "typed-manifests";
import { appSecrets, type ShopEnvironment } from "@shop/environments";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";

const selector = { app: "web" };
const labels = { app: "web", tier: "frontend" };

const config = new ConfigMap({ metadata: { name: "web-config" } });

const deployment = new Deployment({
  metadata: { name: "web", labels: { ...labels, phase: "iv" } },
  spec: {
    replicas: 2,
    selector: { matchLabels: selector },
    strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
    template: {
      metadata: { labels },
      spec: restrictedPod({
        containers: [
          {
            name: "web",
            image: "shop-web",
            imagePullPolicy: "IfNotPresent",
            ports: [{ containerPort: 3000 }],
            envFrom: [{ configMapRef: { name: "web-config" } }],
            env: [secretEnv(appSecrets, "SESSION_SECRET")],
            resources: {
              requests: { memory: "128Mi", cpu: "100m" },
              limits: { memory: "256Mi", cpu: "200m" },
            },
            livenessProbe: { httpGet: { path: "/", port: 3000 }, initialDelaySeconds: 15, periodSeconds: 30 },
            readinessProbe: { httpGet: { path: "/", port: 3000 }, initialDelaySeconds: 10, periodSeconds: 10 },
          },
        ],
        securityContext: { runAsNonRoot: true, runAsUser: 1001 },
      }),
    },
  },
});

const service = new Service({
  metadata: { name: "web-service", labels },
  spec: {
    selector,
    ports: [{ name: "http", protocol: "TCP", port: 3000, targetPort: 3000 }],
  },
});

export default defineService<ShopEnvironment>({
  resources: [config, deployment, service],
  configure: (env) => [
    patch(config, { data: { NEXT_PUBLIC_API_URL: env.apiUrl, SIGN_IN_URL: env.signInUrl } }),
    ...expose(service, env, { exposure: env.exposure["web"], name: "web-ingress", labels }),
    ...protectInProduction(deployment, env, {
      labels,
      to: [{ podLabels: { app: "backend" }, port: 8000 }, { url: env.apiUrl }],
    }),
  ],
});
