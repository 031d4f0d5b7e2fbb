import type { IConfigMap } from "kubernetes-models/v1/ConfigMap";
import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";
import type { IService } from "kubernetes-models/v1/Service";

/** The three objects of one generated service, as plain data. */
export interface ServiceData {
  readonly configMap: IConfigMap;
  readonly deployment: IDeployment;
  readonly service: IService;
}

/**
 * The objects of a service. They have what a service of this repository has: probes, resources, a security
 * context, environment variables from the ConfigMap and from a Secret.
 */
export function serviceData(name: string): ServiceData {
  const selector = { app: name };
  const labels = { app: name, tier: "api" };
  return {
    configMap: {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: `${name}-config`, labels: selector },
      data: {
        LOG_LEVEL: "INFO",
        LOG_FORMAT: "json",
        REQUEST_TIMEOUT_SECONDS: "30",
        CACHE_ENABLED: "true",
        QUEUE_URL: `http://${name}-queue:5672`,
        RULES: `# rules of ${name}\nallow: health, ready\nlimit: 100\n`,
      },
    },
    deployment: {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name, labels },
      spec: {
        replicas: 2,
        selector: { matchLabels: selector },
        strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
        template: {
          metadata: { labels },
          spec: {
            containers: [container(name)],
            securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: "RuntimeDefault" } },
          },
        },
      },
    },
    service: {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: `${name}-service`, labels },
      spec: { selector, ports: [{ name: "http", protocol: "TCP", port: 8000, targetPort: 8000 }] },
    },
  };
}

type Container = NonNullable<NonNullable<IDeployment["spec"]>["template"]["spec"]>["containers"][number];

function container(name: string): Container {
  const probe = { periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 3 };
  return {
    name,
    image: `registry.example.com/shop/${name}`,
    imagePullPolicy: "IfNotPresent",
    ports: [{ containerPort: 8000, protocol: "TCP" }],
    envFrom: [{ configMapRef: { name: `${name}-config` } }],
    env: [
      { name: "DATABASE_URL", valueFrom: { secretKeyRef: { name: "shop-secrets", key: "DATABASE_URL" } } },
      { name: "POD_NAME", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
    ],
    resources: { requests: { memory: "256Mi", cpu: "250m" }, limits: { memory: "512Mi", cpu: "500m" } },
    livenessProbe: { httpGet: { path: "/health", port: 8000 }, initialDelaySeconds: 10, ...probe },
    readinessProbe: { httpGet: { path: "/ready", port: 8000 }, initialDelaySeconds: 5, ...probe },
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
  };
}
