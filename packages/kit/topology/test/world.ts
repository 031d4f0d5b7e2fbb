import type { ExpectedSecret } from "@kit/topology";

type Data = Record<string, unknown>;

export function object(kind: string, name: string, more: Data = {}, namespace = "shop"): Data {
  const groups: Readonly<Record<string, string>> = {
    Deployment: "apps/v1",
    HorizontalPodAutoscaler: "autoscaling/v2",
    Ingress: "networking.k8s.io/v1",
    PodDisruptionBudget: "policy/v1",
    StatefulSet: "apps/v1",
  };
  return { apiVersion: groups[kind] ?? "v1", kind, metadata: { name, namespace }, ...more };
}

export function workload(
  name: string,
  container: Data = {},
  pod: Data = {},
  kind = "Deployment",
  more: Data = {},
): Data {
  const labels = { app: name };
  const spec = { containers: [{ name, image: `${name}:1`, ...container }], ...pod };
  return object(kind, name, {
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec }, ...more },
  });
}

export function service(name: string, app: string, more: Data = {}): Data {
  return object("Service", name, { spec: { selector: { app }, ports: [{ port: 80 }], ...more } });
}

export const secrets: readonly ExpectedSecret[] = [
  { name: "keys", keys: { DATABASE_URL: { leadsTo: "PostgreSQL" }, TOKEN: {} } },
];

/** A shop with something of each kind. */
export const shop: readonly Data[] = [
  workload("api", {
    envFrom: [{ configMapRef: { name: "api-config" } }, { secretRef: { name: "keys", optional: false } }],
    env: [{ name: "CACHE", valueFrom: { configMapKeyRef: { name: "gone", key: "host" } } }],
  }),
  workload(
    "web",
    { env: [{ name: "API_URL", value: "http://api-service:80/v1" }] },
    {
      volumes: [
        { name: "page", configMap: { name: "page", items: [{ key: "index.html", path: "index.html" }] } },
        { name: "files", persistentVolumeClaim: { claimName: "files" } },
      ],
    },
  ),
  workload("db", {}, {}, "StatefulSet", {
    volumeClaimTemplates: [{ metadata: { name: "data" }, spec: { resources: { requests: { storage: "5Gi" } } } }],
  }),
  object("ConfigMap", "api-config", {
    data: {
      ALLOWED_ORIGINS: "https://shop.example.com",
      NEXT_PUBLIC_API: "http://api-service",
      MAIL: "https://mail.example.net",
    },
  }),
  object("ConfigMap", "page", { data: { "index.html": "hello", "other.html": "hello" } }),
  object("PersistentVolumeClaim", "files", { spec: { resources: { requests: { storage: "1Gi" } } } }),
  service("api-service", "api"),
  service("web-service", "web", { type: "NodePort", ports: [{ port: 80, nodePort: 30_080 }] }),
  service("lonely", "nobody"),
  object("Ingress", "front", {
    spec: {
      rules: [
        {
          host: "shop.example.com",
          http: {
            paths: [
              { path: "/", backend: { service: { name: "web-service", port: { number: 80 } } } },
              { path: "/old", backend: { service: { name: "old", port: { number: 80 } } } },
            ],
          },
        },
      ],
    },
  }),
  object("HorizontalPodAutoscaler", "api", {
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "api" },
      minReplicas: 2,
      maxReplicas: 5,
    },
  }),
  object("PodDisruptionBudget", "web", { spec: { maxUnavailable: 1, selector: { matchLabels: { app: "web" } } } }),
];
