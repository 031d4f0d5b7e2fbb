import { defineService, expose, patch, protectInProduction, restrictedPod, secretEnv } from "typed-manifests";
import { appSecrets, type TodoAppEnvironment } from "@todo-app/environments";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";

const selector = { app: "frontend-chatbot" };
const labels = { app: "frontend-chatbot", tier: "frontend" };

const config = new ConfigMap({ metadata: { name: "frontend-chatbot-config" } });

const deployment = new Deployment({
  metadata: { name: "frontend-chatbot", labels: { ...labels, phase: "iv" } },
  spec: {
    replicas: 2,
    selector: { matchLabels: selector },
    strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
    template: {
      metadata: { labels },
      spec: restrictedPod({
        containers: [
          {
            name: "frontend-chatbot",
            image: "todo-frontend-chatbot",
            imagePullPolicy: "IfNotPresent",
            ports: [{ containerPort: 3001 }],
            envFrom: [{ configMapRef: { name: "frontend-chatbot-config" } }],
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
  metadata: { name: "frontend-chatbot-service", labels },
  spec: {
    selector,
    ports: [{ name: "http", protocol: "TCP", port: 3001, targetPort: 3001 }],
  },
});

export default defineService<TodoAppEnvironment>({
  resources: [config, deployment, service],
  configure: (env) => [
    patch(config, { data: { VITE_API_URL: env.apiUrl } }),
    ...expose(service, env, { exposure: env.exposure["frontend-chatbot"], name: "frontend-chatbot-ingress", labels }),
    ...protectInProduction(deployment, env, {
      labels,
      to: [{ podLabels: { app: "backend" }, port: 8000 }, { url: env.apiUrl }],
    }),
  ],
});
