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
import { shopPageSecret, type StallEnvironment } from "@stall/environments";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";

const selector = { app: "shop-page" };
const labels = standardLabels("shop-page");

const config = new ConfigMap({
  metadata: { name: "shop-page-config", labels },
  data: { "node-env": "production" },
});

const deployment = new Deployment({
  metadata: { name: "shop-page", labels },
  spec: {
    selector: { matchLabels: selector },
    template: {
      metadata: { labels: selector },
      spec: restrictedPod({
        containers: [
          {
            name: "shop-page",
            image: "shop-page",
            imagePullPolicy: "IfNotPresent",
            ports: [{ containerPort: 3000, protocol: "TCP" }],
            env: [
              secretEnv(shopPageSecret, "session-secret", "SESSION_SECRET"),
              secretEnv(shopPageSecret, "database-url", "DATABASE_URL"),
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
  metadata: { name: "shop-page", labels },
  spec: {
    ports: [{ port: 3000, targetPort: 3000, protocol: "TCP", name: "http" }],
    selector,
  },
});

const resources = [config, deployment, service];

export default defineService<StallEnvironment>({
  resources,
  configure: (env) => {
    const release = env.release["shop-page"];
    const added = { ...labels, ...releaseLabel(release) };
    return [
      patch(deployment, { spec: { replicas: env.replicas } }),
      ...releaseLabels(resources, release),
      ...expose(service, env, { exposure: env.exposure["shop-page"], name: "shop-page", labels: added }),
      ...protectInProduction(deployment, env, {
        labels: added,
        to: [{ podLabels: { app: "shop-api" }, port: 8000 }, { port: 5432 }],
      }),
    ];
  },
});
