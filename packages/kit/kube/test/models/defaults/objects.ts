import { template } from "../rollout/template-edits.ts";

type Data = Record<string, unknown>;

const pod = { containers: [{ name: "web", image: "web:1.0" }] };
const labels = { app: "web" };
const selector = { matchLabels: labels };
const ofPods = (spec: Data): Data => ({ metadata: { labels }, spec });

const volumes = {
  ...pod,
  volumes: [
    { name: "empty" },
    { name: "config", configMap: { name: "a", items: [{ key: "a", path: "a" }] } },
    { name: "secret", secret: { secretName: "a", defaultMode: 0o400 } },
    { name: "host", hostPath: { path: "/a" } },
    { name: "down", downwardAPI: { items: [{ path: "a", fieldRef: { fieldPath: "metadata.name" } }] } },
    {
      name: "projected",
      projected: { sources: [{ serviceAccountToken: { path: "a" } }, { configMap: { name: "a" } }] },
    },
    {
      name: "ephemeral",
      ephemeral: {
        volumeClaimTemplate: {
          spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1.5Gi" } } },
        },
      },
    },
    { name: "iscsi", iscsi: { targetPortal: "10.0.0.1", iqn: "iqn.2001-04.com.example:a", lun: 1 } },
    { name: "rbd", rbd: { monitors: ["a"], image: "a" } },
    { name: "image", image: { reference: "a:latest" } },
    { name: "csi", csi: { driver: "a.example.com", readOnly: false } },
    { name: "limited", emptyDir: { sizeLimit: "0.5Gi" } },
  ],
};

const probes = {
  containers: [
    {
      name: "http",
      image: "web",
      livenessProbe: { httpGet: { port: "http" } },
      readinessProbe: { tcpSocket: { port: 80 }, periodSeconds: 0 },
      startupProbe: { exec: { command: ["true"] }, failureThreshold: 30 },
      lifecycle: { preStop: { httpGet: { port: 80 } } },
    },
    { name: "grpc", image: "web:latest", livenessProbe: { grpc: { port: 80 } } },
    { name: "digest", image: `web@sha256:${"0".repeat(64)}` },
    { name: "registry", image: "registry:5000/web", imagePullPolicy: "" },
    {
      name: "amounts",
      image: "web:1",
      resources: { requests: { cpu: "0.0001", memory: "1.5Gi" }, limits: { cpu: 2 } },
    },
  ],
};

const hpa = { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "a" }, maxReplicas: 3 };
const rule = { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] };
const webhook = {
  name: "a.example.com",
  admissionReviewVersions: ["v1"],
  sideEffects: "None",
  clientConfig: { service: { name: "a", namespace: "default" } },
  rules: [rule],
};
const claim = { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1024Mi" } } };
const volume = { accessModes: ["ReadWriteOnce"], capacity: { storage: "1Gi" }, nfs: { path: "/a", server: "a" } };
const port = { port: 80 };
const policy = { podSelector: {} };

const specs: readonly (readonly [apiVersion: string, kind: string, ...Data[]])[] = [
  [
    "v1",
    "Pod",
    { spec: pod },
    { spec: { ...probes, hostNetwork: true } },
    { spec: { ...volumes, serviceAccountName: "default" } },
  ],
  ["v1", "PodTemplate", { template: ofPods(pod) }],
  ["v1", "ReplicationController", { spec: { template: ofPods(pod) } }],
  [
    "apps/v1",
    "Deployment",
    { spec: { selector, template: ofPods(pod) } },
    { spec: { selector, template: ofPods(volumes), strategy: { type: "Recreate" } } },
    { spec: { selector, template: ofPods(probes), strategy: { rollingUpdate: { maxSurge: 1 } }, paused: false } },
    { spec: { selector, template, replicas: 0 } },
    { spec: { selector, template: ofPods({ ...pod, hostNetwork: true, nodeSelector: {}, tolerations: [] }) } },
  ],
  ["apps/v1", "ReplicaSet", { spec: { selector, template: ofPods(pod) } }],
  [
    "apps/v1",
    "StatefulSet",
    { spec: { selector, serviceName: "a", template: ofPods(pod) } },
    {
      spec: {
        selector,
        serviceName: "a",
        template: ofPods(pod),
        updateStrategy: { type: "RollingUpdate" },
        volumeClaimTemplates: [{ metadata: { name: "d" }, spec: claim }],
        persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" },
      },
    },
    { spec: { selector, serviceName: "a", template: ofPods(pod), updateStrategy: { type: "OnDelete" } } },
  ],
  [
    "apps/v1",
    "DaemonSet",
    { spec: { selector, template: ofPods(pod) } },
    { spec: { selector, template: ofPods(pod), updateStrategy: { rollingUpdate: { maxUnavailable: "10%" } } } },
    { spec: { selector, template: ofPods(pod), updateStrategy: { type: "OnDelete" } } },
  ],
  [
    "batch/v1",
    "Job",
    ...[
      {},
      { parallelism: 2 },
      { completions: 2 },
      { completionMode: "Indexed", completions: 2, backoffLimitPerIndex: 1 },
      { suspend: true },
    ].map((more) => ({ spec: { template: { spec: { ...pod, restartPolicy: "Never" } }, ...more } })),
    {
      spec: {
        template: { spec: { ...pod, restartPolicy: "Never" } },
        podFailurePolicy: { rules: [{ action: "Ignore", onPodConditions: [{ type: "DisruptionTarget" }] }] },
      },
    },
  ],
  [
    "batch/v1",
    "CronJob",
    {
      spec: {
        schedule: "0 0 * * *",
        jobTemplate: { spec: { template: { spec: { ...pod, restartPolicy: "OnFailure" } } } },
      },
    },
  ],
  [
    "v1",
    "Service",
    { spec: { ports: [port], selector: labels } },
    {
      spec: {
        ports: [
          { ...port, name: "a", targetPort: "http" },
          { port: 81, name: "b", protocol: "UDP" },
        ],
        clusterIP: "None",
      },
    },
    { spec: { type: "NodePort", ports: [port] } },
    { spec: { type: "LoadBalancer", ports: [port], externalTrafficPolicy: "Local" } },
    { spec: { type: "LoadBalancer", ports: [port], allocateLoadBalancerNodePorts: false } },
    { spec: { type: "ExternalName", externalName: "a.example.com" } },
    { spec: { ports: [port], sessionAffinity: "ClientIP" } },
    {
      spec: { ports: [port], sessionAffinity: "ClientIP", sessionAffinityConfig: { clientIP: { timeoutSeconds: 5 } } },
    },
    { spec: { ports: [port], externalIPs: ["192.0.2.1"] } },
    { spec: { ports: [{ ...port, targetPort: 0 }], publishNotReadyAddresses: false } },
  ],
  ["v1", "ConfigMap", {}, { data: { a: "" }, binaryData: {} }],
  [
    "v1",
    "Secret",
    {},
    { stringData: { a: "b" }, data: { c: "ZA==" } },
    { type: "kubernetes.io/tls", data: { "tls.crt": "", "tls.key": "" } },
  ],
  ["v1", "Namespace", { metadata: { labels } }],
  ["v1", "ServiceAccount", {}, { automountServiceAccountToken: false, secrets: [] }],
  ["v1", "PersistentVolumeClaim", { spec: claim }, { spec: { ...claim, volumeMode: "Block", storageClassName: "" } }],
  ["v1", "PersistentVolume", { spec: volume }, { spec: { ...volume, persistentVolumeReclaimPolicy: "Delete" } }],
  ["v1", "ResourceQuota", { spec: { hard: { "requests.cpu": "0.5", pods: 3 } } }],
  [
    "v1",
    "LimitRange",
    { spec: { limits: [{ type: "Container", max: { cpu: "1" }, min: { memory: "0.5Gi" } }] } },
    {
      spec: {
        limits: [
          { type: "Container", default: { cpu: "1" }, defaultRequest: { cpu: "0.5" } },
          { type: "Pod", max: { cpu: 2 } },
        ],
      },
    },
  ],
  [
    "autoscaling/v2",
    "HorizontalPodAutoscaler",
    { spec: hpa },
    { spec: { ...hpa, minReplicas: 2, behavior: { scaleDown: { stabilizationWindowSeconds: 60 } } } },
    {
      spec: {
        ...hpa,
        metrics: [
          { type: "Pods", pods: { metric: { name: "a" }, target: { type: "AverageValue", averageValue: "1000m" } } },
        ],
        behavior: { scaleUp: { policies: [{ type: "Pods", value: 1, periodSeconds: 60 }] } },
      },
    },
  ],
  ["autoscaling/v1", "HorizontalPodAutoscaler", { spec: hpa }],
  [
    "networking.k8s.io/v1",
    "NetworkPolicy",
    { spec: policy },
    { spec: { ...policy, egress: [{ to: [{ podSelector: {} }], ports: [{ port: 80 }] }] } },
    { spec: { ...policy, egress: [] } },
    { spec: { ...policy, policyTypes: ["Egress"], ingress: [] } },
    { spec: { ...policy, ingress: [{}] } },
  ],
  [
    "networking.k8s.io/v1",
    "Ingress",
    {
      spec: {
        rules: [
          {
            http: {
              paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "a", port: { number: 80 } } } }],
            },
          },
        ],
      },
    },
    { spec: { defaultBackend: { service: { name: "a", port: { name: "http" } } }, tls: [{ hosts: ["a"] }] } },
  ],
  [
    "networking.k8s.io/v1",
    "IngressClass",
    { spec: { controller: "example.com/a", parameters: { kind: "A", name: "a" } } },
  ],
  [
    "policy/v1",
    "PodDisruptionBudget",
    { spec: { selector, minAvailable: 1 } },
    { spec: { selector, maxUnavailable: 0 } },
  ],
  [
    "rbac.authorization.k8s.io/v1",
    "Role",
    { rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }] },
    { rules: [] },
  ],
  [
    "rbac.authorization.k8s.io/v1",
    "RoleBinding",
    {
      roleRef: { kind: "Role", name: "a" },
      subjects: [
        { kind: "ServiceAccount", name: "a", namespace: "default" },
        { kind: "User", name: "a" },
        { kind: "Group", name: "a" },
      ],
    },
  ],
  [
    "scheduling.k8s.io/v1",
    "PriorityClass",
    { value: 1 },
    { value: 1, preemptionPolicy: "Never", globalDefault: false },
  ],
  [
    "storage.k8s.io/v1",
    "StorageClass",
    { provisioner: "a" },
    { provisioner: "a", reclaimPolicy: "Retain", parameters: {} },
  ],
  ["storage.k8s.io/v1", "CSIDriver", { spec: {} }, { spec: { podInfoOnMount: true } }],
  ["node.k8s.io/v1", "RuntimeClass", { handler: "a", overhead: { podFixed: { cpu: "0.25" } } }],
  ["admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", { webhooks: [webhook] }],
  [
    "admissionregistration.k8s.io/v1",
    "MutatingWebhookConfiguration",
    { webhooks: [{ ...webhook, failurePolicy: "Ignore", timeoutSeconds: 5 }] },
  ],
  [
    "discovery.k8s.io/v1",
    "EndpointSlice",
    { addressType: "IPv4", endpoints: [{ addresses: ["192.0.2.1"] }], ports: [{ port: 80 }] },
  ],
  ["coordination.k8s.io/v1", "Lease", { spec: { holderIdentity: "a" } }],
];

/** Objects that the server takes, by a name for each: of each kind with as little as may be, and with what is filled in on a condition. */
export const objects: Readonly<Record<string, Data>> = Object.fromEntries(
  specs.flatMap(([apiVersion, kind, ...all]) =>
    all.map((one, index): [string, Data] => {
      const metadata = {
        ...(one["metadata"] as object | undefined),
        name: kind === "CSIDriver" ? `a${index}.example.com` : `a${index}`,
      };
      return [`${apiVersion} ${kind} ${index + 1}`, { apiVersion, kind, ...one, metadata }];
    }),
  ),
);
