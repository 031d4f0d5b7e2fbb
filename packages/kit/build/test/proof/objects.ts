import type { JsonObject } from "@kit/kube";

const labels = { app: "cart" };

/** Objects of many kinds that know each other, as packages would have them. */
export const objects: readonly JsonObject[] = [
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "cart", labels },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations: { "checksum/config": "1" } },
        spec: {
          serviceAccountName: "cart",
          initContainers: [
            { name: "wait", image: "busybox" },
            { name: "migrate", image: "registry.example.com/shop/cart" },
          ],
          containers: [
            {
              name: "cart",
              image: "registry.example.com/shop/cart",
              ports: [{ name: "http", containerPort: 8080 }],
              env: [
                { name: "HOST", value: "cart" },
                { name: "URL", value: "http://$(HOST)" },
                { name: "FLAG", valueFrom: { configMapKeyRef: { name: "flags", key: "FLAG" } } },
              ],
              envFrom: [{ configMapRef: { name: "cart-config" } }, { secretRef: { name: "cart-secret" } }],
            },
            { name: "proxy", image: "envoy:1", args: ["--a", "--b"] },
          ],
          volumes: [
            { name: "config", configMap: { name: "cart-config" } },
            { name: "tmp", emptyDir: {} },
          ],
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: "zone",
              whenUnsatisfiable: "ScheduleAnyway",
              labelSelector: { matchLabels: labels },
            },
          ],
        },
      },
    },
  },
  {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "cart", labels },
    spec: { selector: labels, ports: [{ name: "http", port: 80, targetPort: "http" }] },
  },
  { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "cart" } },
  {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "cart-config", labels },
    data: { LOG_LEVEL: "INFO", URL: "http://x" },
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "Role",
    metadata: { name: "cart" },
    rules: [{ apiGroups: [""], resources: ["configmaps"], resourceNames: ["cart-config"], verbs: ["get"] }],
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "RoleBinding",
    metadata: { name: "cart" },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "cart" },
    subjects: [{ kind: "ServiceAccount", name: "cart", namespace: "shop" }],
  },
  {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: { name: "clean", labels },
    spec: {
      schedule: "0 * * * *",
      jobTemplate: {
        spec: {
          template: {
            spec: {
              restartPolicy: "Never",
              containers: [{ name: "clean", image: "registry.example.com/shop/clean:1" }],
            },
          },
        },
      },
    },
  },
  {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: { name: "db" },
    spec: {
      serviceName: "db",
      selector: { matchLabels: { app: "db" } },
      template: { metadata: { labels: { app: "db" } }, spec: { containers: [{ name: "db", image: "postgres" }] } },
      volumeClaimTemplates: [
        {
          metadata: { name: "data" },
          spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
        },
      ],
    },
  },
  {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "db" },
    spec: { clusterIP: "None", selector: { app: "db" }, ports: [{ port: 5432 }] },
  },
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: "cart" },
    spec: {
      podSelector: { matchLabels: labels },
      ingress: [{ from: [{ podSelector: { matchLabels: { app: "web" } } }] }],
    },
  },
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { name: "cart" },
    spec: {
      rules: [
        {
          host: "cart.example.com",
          http: {
            paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "cart", port: { name: "http" } } } }],
          },
        },
      ],
    },
  },
  {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: { name: "cart" },
    spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
  },
  {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Rollout",
    metadata: { name: "web", labels: { app: "web" } },
    spec: {
      replicas: 3,
      image: "registry.example.com/shop/web",
      template: {
        spec: {
          containers: [{ name: "web", image: "registry.example.com/shop/web", env: [{ name: "A", value: "1" }] }],
        },
      },
    },
  },
  { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } },
];
