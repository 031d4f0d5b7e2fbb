import { defineService, expose, patch, protectInProduction, restrictedPod, secretEnv } from "typed-manifests";
import { appSecrets, type TodoAppEnvironment } from "@todo-app/environments";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";

const selector = { app: "frontend-web" };
const labels = { app: "frontend-web", tier: "frontend" };

const config = new ConfigMap({ metadata: { name: "frontend-web-config" } });

const deployment = new Deployment({
  metadata: { name: "frontend-web", labels: { ...labels, phase: "iv" } },
  spec: {
    replicas: 2,
    selector: { matchLabels: selector },
    strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
    template: {
      metadata: { labels },
      spec: restrictedPod({
        containers: [
          {
            name: "frontend-web",
            image: "todo-frontend-web",
            imagePullPolicy: "IfNotPresent",
            ports: [{ containerPort: 3000 }],
            envFrom: [{ configMapRef: { name: "frontend-web-config" } }],
            env: [secretEnv(appSecrets, "BETTER_AUTH_SECRET")],
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
  metadata: { name: "frontend-web-service", labels },
  spec: {
    selector,
    ports: [{ name: "http", protocol: "TCP", port: 3000, targetPort: 3000 }],
  },
});

export default defineService<TodoAppEnvironment>({
  resources: [config, deployment, service],
  configure: (env) => [
    patch(config, { data: { NEXT_PUBLIC_API_URL: env.apiUrl, BETTER_AUTH_URL: env.betterAuthUrl } }),
    ...expose(service, env, { exposure: env.exposure["frontend-web"], name: "frontend-web-ingress", labels }),
    ...protectInProduction(deployment, env, {
      labels,
      to: [{ podLabels: { app: "backend" }, port: 8000 }, { url: env.apiUrl }],
    }),
  ],
});
