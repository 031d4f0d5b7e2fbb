const container = { name: "main", image: "main:1" };
const labels = { app: "a" };
const template = { metadata: { labels }, spec: { containers: [container] } };
const workload = { selector: { matchLabels: labels }, template };
const job = { template: { spec: { containers: [container], restartPolicy: "Never" } } };
const role = { rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }] };
const subject = { kind: "User", name: "a", apiGroup: "rbac.authorization.k8s.io" };
const roleRef = { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "a" };
const webhook = {
  name: "a.example.com",
  admissionReviewVersions: ["v1"],
  clientConfig: { url: "https://example.com" },
  sideEffects: "None",
};
const backend = { service: { name: "a", port: { number: 80 } } };

/** Objects that the server takes, with as little as it takes, by their kinds; of other kinds none is needed. */
export const skeletons: Readonly<Record<string, object>> = {
  ClusterRole: role,
  ClusterRoleBinding: { roleRef, subjects: [subject] },
  CronJob: { spec: { schedule: "0 0 * * *", jobTemplate: { spec: job } } },
  CustomResourceDefinition: {
    metadata: { name: "as.example.com" },
    spec: {
      group: "example.com",
      names: { kind: "A", plural: "as" },
      scope: "Namespaced",
      // The first is not stored: that none is would be refused too.
      versions: [false, true].map((storage) => ({
        name: storage ? "v2" : "v1",
        served: true,
        storage,
        schema: { openAPIV3Schema: { type: "object" } },
      })),
    },
  },
  DaemonSet: { spec: workload },
  Deployment: { spec: workload },
  EndpointSlice: { addressType: "IPv4", endpoints: [{ addresses: ["10.0.0.1"] }] },
  Endpoints: { subsets: [{ addresses: [{ ip: "10.0.0.1" }], ports: [{ port: 80 }] }] },
  HorizontalPodAutoscaler: {
    spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "a" } },
  },
  Ingress: { spec: { rules: [{ http: { paths: [{ path: "/", pathType: "Prefix", backend }] } }] } },
  Job: { spec: job },
  LimitRange: { spec: { limits: [{ type: "Container" }] } },
  MutatingWebhookConfiguration: { webhooks: [webhook] },
  NetworkPolicy: { spec: { podSelector: {} } },
  PersistentVolume: {
    spec: { accessModes: ["ReadWriteOnce"], capacity: { storage: "1Gi" }, hostPath: { path: "/a" } },
  },
  PersistentVolumeClaim: {
    spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
  },
  Pod: { spec: { containers: [container] } },
  PodTemplate: { template },
  ReplicaSet: { spec: workload },
  ReplicationController: { spec: { selector: labels, template } },
  Role: role,
  RoleBinding: { roleRef, subjects: [subject] },
  Service: { spec: { ports: [{ port: 80 }] } },
  StatefulSet: { spec: workload },
  ValidatingWebhookConfiguration: { webhooks: [webhook] },
};

type Data = Record<string, unknown>;

/** A value with another laid over it: objects field by field, lists at their first item, else what is below stays. */
export function laidOver(below: unknown, above: unknown): unknown {
  if (below === undefined) return above;
  if (Array.isArray(below) && Array.isArray(above)) {
    return below.length === 0 ? (above as unknown[]) : [laidOver(below[0], above[0]), ...(below.slice(1) as unknown[])];
  }
  if (!isObject(below) || !isObject(above)) return below;
  const names = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries([...names].map((name) => [name, laidOver(below[name], above[name])]));
}

function isObject(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
