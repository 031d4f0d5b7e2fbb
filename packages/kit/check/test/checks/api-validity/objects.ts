/** Small objects that the API server takes, and changes of them. */

const metadata = { name: "x" };
const containers = [{ name: "a", image: "a" }];
const selector = { matchLabels: { a: "b" } };
const template = { metadata: { labels: { a: "b" } }, spec: { containers } };
const jobTemplate = { spec: { restartPolicy: "Never", containers } };
const rbac = "rbac.authorization.k8s.io";
const rules = [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }];
const cpu = { name: "cpu", target: { type: "Utilization", averageUtilization: 50 } };
const backend = { service: { name: "a", port: { number: 80 } } };

const objects = {
  clusterRole: { apiVersion: `${rbac}/v1`, kind: "ClusterRole", metadata, rules },
  configMap: { apiVersion: "v1", kind: "ConfigMap", metadata, data: { a: "b" } },
  cronJob: {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata,
    spec: { schedule: "* * * * *", jobTemplate: { spec: { template: jobTemplate } } },
  },
  customResourceDefinition: {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "widgets.example.com" },
    spec: {
      group: "example.com",
      scope: "Namespaced",
      names: { plural: "widgets", kind: "Widget" },
      versions: [{ name: "v1", served: true, storage: true, schema: { openAPIV3Schema: { type: "object" } } }],
    },
  },
  daemonSet: { apiVersion: "apps/v1", kind: "DaemonSet", metadata, spec: { selector, template } },
  deployment: { apiVersion: "apps/v1", kind: "Deployment", metadata, spec: { selector, template } },
  horizontalPodAutoscaler: {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata,
    spec: {
      minReplicas: 1,
      maxReplicas: 3,
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "x" },
      metrics: [{ type: "Resource", resource: cpu }],
    },
  },
  ingress: {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata,
    spec: { rules: [{ host: "a.example.com", http: { paths: [{ path: "/", pathType: "Prefix", backend }] } }] },
  },
  ingressClass: {
    apiVersion: "networking.k8s.io/v1",
    kind: "IngressClass",
    metadata,
    spec: { controller: "example.com/ingress" },
  },
  job: { apiVersion: "batch/v1", kind: "Job", metadata, spec: { template: jobTemplate } },
  limitRange: {
    apiVersion: "v1",
    kind: "LimitRange",
    metadata,
    spec: { limits: [{ type: "Container", default: { cpu: "1" } }] },
  },
  namespace: { apiVersion: "v1", kind: "Namespace", metadata },
  networkPolicy: {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata,
    spec: { podSelector: {}, ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 80 }] }] },
  },
  persistentVolume: {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata,
    spec: { accessModes: ["ReadWriteOnce"], capacity: { storage: "1Gi" }, hostPath: { path: "/data" } },
  },
  persistentVolumeClaim: {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata,
    spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
  },
  podDisruptionBudget: {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata,
    spec: { minAvailable: 1, selector },
  },
  priorityClass: { apiVersion: "scheduling.k8s.io/v1", kind: "PriorityClass", metadata, value: 10 },
  replicaSet: { apiVersion: "apps/v1", kind: "ReplicaSet", metadata, spec: { selector, template } },
  replicationController: {
    apiVersion: "v1",
    kind: "ReplicationController",
    metadata,
    spec: { selector: { a: "b" }, template },
  },
  resourceQuota: { apiVersion: "v1", kind: "ResourceQuota", metadata, spec: { hard: { pods: "10" } } },
  role: { apiVersion: `${rbac}/v1`, kind: "Role", metadata, rules },
  roleBinding: {
    apiVersion: `${rbac}/v1`,
    kind: "RoleBinding",
    metadata,
    roleRef: { apiGroup: rbac, kind: "Role", name: "x" },
    subjects: [{ kind: "ServiceAccount", name: "a" }],
  },
  secret: { apiVersion: "v1", kind: "Secret", metadata, stringData: { a: "b" } },
  service: {
    apiVersion: "v1",
    kind: "Service",
    metadata,
    spec: { selector: { a: "b" }, ports: [{ port: 80 }] },
  },
  serviceAccount: { apiVersion: "v1", kind: "ServiceAccount", metadata },
  statefulSet: {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata,
    spec: { serviceName: "x", selector, template },
  },
  storageClass: { apiVersion: "storage.k8s.io/v1", kind: "StorageClass", metadata, provisioner: "example.com/x" },
} as const;

/** Of an object, fields by their paths: `{ "spec.ports.0.port": 80 }`; undefined takes one away. */
export type Change = readonly [object: keyof typeof objects, fields: Readonly<Record<string, unknown>>];

type Fields = Record<string, unknown>;

/** The object with the change made, as a manifest. */
export function changed([object, fields]: Change): string {
  const copy = structuredClone(objects[object]) as Fields;
  for (const [path, value] of Object.entries(fields)) {
    const steps = path.split(".");
    const last = steps.pop()!;
    let place = copy;
    for (const step of steps) place = (place[step] ??= {}) as Fields;
    if (value === undefined) delete place[last];
    else place[last] = value;
  }
  return JSON.stringify(copy);
}
