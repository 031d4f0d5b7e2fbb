import {
  defineService,
  expose,
  patch,
  protectInProduction,
  releaseLabel,
  releaseLabels,
  restrictedPod,
  secretEnv,
  standardLabels,
} from "typed-manifests";
import { todoFrontendSecret, type TwoTierEnvironment } from "@two-tier/environments";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";

const selector = { app: "todo-frontend" };
const labels = standardLabels("todo-frontend");

// NEXT_PUBLIC_* values are inlined when the image is built, so only runtime configuration is here.
const config = new ConfigMap({
  metadata: { name: "todo-frontend-config", labels },
  data: { "node-env": "production" },
});

const deployment = new Deployment({
  metadata: { name: "todo-frontend", labels },
  spec: {
    selector: { matchLabels: selector },
    template: {
      metadata: { labels: selector },
      spec: restrictedPod({
        containers: [
          {
            name: "todo-frontend",
            image: "todo-frontend",
            imagePullPolicy: "IfNotPresent",
            ports: [{ containerPort: 3000, protocol: "TCP" }],
            env: [
              secretEnv(todoFrontendSecret, "better-auth-secret", "BETTER_AUTH_SECRET"),
              secretEnv(todoFrontendSecret, "database-url", "DATABASE_URL"),
            ],
            livenessProbe: { httpGet: { path: "/", port: 3000 }, initialDelaySeconds: 15, periodSeconds: 10 },
            readinessProbe: { httpGet: { path: "/", port: 3000 }, initialDelaySeconds: 10, periodSeconds: 5 },
            resources: {
              limits: { cpu: "500m", memory: "512Mi" },
              requests: { cpu: "100m", memory: "256Mi" },
            },
          },
        ],
        securityContext: { runAsNonRoot: true, runAsUser: 1000 },
      }),
    },
  },
});

const service = new Service({
  metadata: { name: "todo-frontend", labels },
  spec: {
    ports: [{ port: 3000, targetPort: 3000, protocol: "TCP", name: "http" }],
    selector,
  },
});

const resources = [config, deployment, service];

export default defineService<TwoTierEnvironment>({
  resources,
  configure: (env) => {
    const release = env.release["todo-frontend"];
    const added = { ...labels, ...releaseLabel(release) };
    return [
      patch(deployment, { spec: { replicas: env.replicas } }),
      ...releaseLabels(resources, release),
      ...expose(service, env, { exposure: env.exposure["todo-frontend"], name: "todo-frontend", labels: added }),
      ...protectInProduction(deployment, env, {
        labels: added,
        to: [{ podLabels: { app: "todo-backend" }, port: 8000 }, { port: 5432 }],
      }),
    ];
  },
});
