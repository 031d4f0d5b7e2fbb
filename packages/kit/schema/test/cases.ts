/** One edit of an object that the server takes. */
export interface Case {
  /** The object's name in `bases`. */
  readonly base: string;
  /** Field names and indexes, with dots between. */
  readonly path: string;
  /** Undefined takes away what is there. */
  readonly value: unknown;
}

const labels = { app: "main" };
const container = { name: "main", image: "main:1", ports: [{ containerPort: 80 }], env: [{ name: "A", value: "1" }] };
const pod = { containers: [container] };
const template = { metadata: { labels }, spec: pod };

function object(apiVersion: string, kind: string, rest: object): Record<string, unknown> {
  return { apiVersion, kind, metadata: { name: "main" }, ...rest };
}

/** Objects that the server takes, by the names of the cases. */
export const bases: Readonly<Record<string, Record<string, unknown>>> = {
  application: object("argoproj.io/v1alpha1", "Application", {
    spec: {
      project: "default",
      destination: { server: "https://kubernetes.default.svc" },
      source: { repoURL: "https://git.example.com/a", path: "a" },
    },
  }),
  configMap: object("v1", "ConfigMap", { data: { a: "1" } }),
  cronJob: object("batch/v1", "CronJob", {
    spec: {
      schedule: "0 0 * * *",
      jobTemplate: { spec: { template: { spec: { ...pod, restartPolicy: "Never" } } } },
    },
  }),
  definition: {
    ...object("apiextensions.k8s.io/v1", "CustomResourceDefinition", {}),
    metadata: { name: "things.example.com" },
    spec: {
      group: "example.com",
      names: { kind: "Thing", plural: "things" },
      scope: "Namespaced",
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: { openAPIV3Schema: { type: "object", properties: { a: { type: "string", default: "b" } } } },
        },
      ],
    },
  },
  deployment: object("apps/v1", "Deployment", { spec: { selector: { matchLabels: labels }, template } }),
  externalSecret: object("external-secrets.io/v1", "ExternalSecret", {
    spec: { secretStoreRef: { name: "vault" }, data: [{ secretKey: "a", remoteRef: { key: "b" } }] },
  }),
  ingress: object("networking.k8s.io/v1", "Ingress", {
    spec: {
      rules: [
        {
          host: "example.com",
          http: {
            paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "main", port: { number: 80 } } } }],
          },
        },
      ],
    },
  }),
  kustomization: object("kustomize.toolkit.fluxcd.io/v1", "Kustomization", {
    spec: { interval: "5m", prune: true, sourceRef: { kind: "GitRepository", name: "main" } },
  }),
  lease: object("coordination.k8s.io/v1", "Lease", { spec: { holderIdentity: "a" } }),
  networkPolicy: object("networking.k8s.io/v1", "NetworkPolicy", {
    spec: { podSelector: {}, policyTypes: ["Ingress"], ingress: [{ ports: [{ port: 80 }] }] },
  }),
  node: object("v1", "Node", { status: { capacity: { cpu: "1" } } }),
  role: object("rbac.authorization.k8s.io/v1", "Role", {
    rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }],
  }),
  roleBinding: object("rbac.authorization.k8s.io/v1", "RoleBinding", {
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "main" },
    subjects: [{ kind: "ServiceAccount", name: "main", namespace: "default" }],
  }),
  scaler: object("autoscaling/v2", "HorizontalPodAutoscaler", {
    spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "main" } },
  }),
  sealedSecret: object("bitnami.com/v1alpha1", "SealedSecret", { spec: { encryptedData: { a: "AgBy" } } }),
  secret: object("v1", "Secret", { data: { a: "YQ==" }, stringData: { b: "1" } }),
  uuid: object("generators.external-secrets.io/v1alpha1", "UUID", { spec: {} }),
  service: object("v1", "Service", { spec: { selector: labels, ports: [{ port: 80 }] } }),
};

// Where in a Deployment.
const one = "spec.template.spec.containers.0";
const inPod = "spec.template.spec";
const memory = `${one}.resources`;

const edits: Readonly<Record<string, readonly (readonly [path: string, ...values: unknown[]])[]>> = {
  application: [
    ["foo", 1],
    ["spec", undefined, null, "a", []],
    ["spec.foo", 1, null],
    ["spec.project", undefined, null, 5, ""],
    ["spec.destination", undefined, {}],
    ["spec.destination.server", null],
    ["spec.info", [{ name: "a" }], [{ name: "a", value: "b" }], [null], null, "a"],
    ["spec.ignoreDifferences", [{ kind: "a", jsonPointers: ["a", 1] }], [{ kind: "a", jsonPointers: [null] }]],
    ["spec.revisionHistoryLimit", 2 ** 40, "5", 1.5],
    ["spec.source", { repoUrl: "https://git.example.com/a" }],
    ["spec.source.helm", { valuesObject: { any: [1, null] } }, { valuesObject: "a" }, { valuesObject: null }],
    ["spec.source.kustomize", { replicas: [{ name: "a", count: "5" }] }, { replicas: [{ name: "a", count: true }] }],
    ["spec.source.kustomize", { replicas: [{ name: "a", count: 2 ** 40 }] }, { commonLabels: { a: 1 } }],
    ["spec.source.kustomize", { replicas: [{ name: "a", count: 1.5 }] }, { commonLabels: { a: null } }],
    ["spec.syncPolicy", { retry: { limit: 1.5 } }, { retry: { limit: 5 } }, { retry: { limit: 2 ** 63 } }, null],
    ["spec.syncPolicy", { automated: { prune: "true" } }, { automated: { prune: true } }],
    ["status", {}, { foo: 1 }, { health: { status: 5 } }, { reconciledAt: "x" }],
    ["operation", { sync: { revision: 5 } }, { retry: { limit: null } }],
    ["metadata.foo", 1],
    ["metadata.labels", { a: 1 }, { a: null }],
    ["metadata.creationTimestamp", "x", null],
    ["metadata.finalizers", ["a.b/c", "a.b/c"]],
    ["metadata.managedFields", [{ manager: "a" }], null],
  ],
  configMap: [
    ["data", null, [], "a", { a: 1 }, { a: true }, { a: null }, { a: {} }],
    ["binaryData", { b: "%" }, { b: "YWJj\nYWJj" }, { b: "YWI" }, { b: "_-8=" }, { b: "" }, { b: 5 }, { b: null }],
    ["binaryData", { b: "YWJ=" }, { b: "YW Jj" }],
    ["immutable", "true", null, true],
    ["foo", null, 1],
    ["spec", {}],
    ["metadata.foo", 1],
    ["metadata.labels", { a: 1 }, { a: null }, ["a"], null],
    ["metadata.annotations", { a: true }, { a: "true" }],
    ["metadata.finalizers", ["a.b/c", "a.b/c"], [null], [1], ["a.b/c"]],
    ["metadata.generation", "1", 1],
    ["metadata.creationTimestamp", null, "x", 1, "", "2026-01-01", "2026-01-01T00:00:00Z", "2026-01-01t00:00:00z"],
    ["metadata.creationTimestamp", "2026-02-29T00:00:00Z", "2024-02-29T00:00:00Z", "2026-01-01T24:00:00Z"],
    ["metadata.creationTimestamp", "2026-01-01T0:00:00Z", "2026-01-01T00:00:00,5Z", "2026-01-01T00:00:00+25:00"],
    ["metadata.creationTimestamp", "2026-01-01T00:00:00+02:00", "2026-01-01T00:00:00", "2026-01-01T00:00:60Z"],
    ["metadata.managedFields", [], [{ manager: "a" }]],
  ],
  cronJob: [
    ["spec.schedule", undefined, 5, null],
    ["spec.jobTemplate", undefined, {}, { spec: {} }],
    ["spec", undefined],
    ["spec.concurrencyPolicy", "Never", "Forbid", ""],
    ["spec.suspend", "false", false],
    ["spec.startingDeadlineSeconds", "10", 10],
    ["spec.template", {}],
    ["spec.jobTemplate.spec.completionMode", "Foo", "NonIndexed"],
    ["spec.jobTemplate.spec.template.spec.restartPolicy", "Foo"],
  ],
  definition: [
    ["spec.group", undefined, 1],
    ["spec.scope", undefined, 5],
    ["spec.foo", 1],
    ["spec.versions", undefined, {}, "a"],
    ["spec.versions.0.name", undefined],
    ["spec.versions.0.storage", "true"],
    ["spec.versions.0.subresources.status", { foo: 1 }, null, "a"],
    ["spec.versions.0.schema.openAPIV3Schema.propertys", {}],
    ["spec.versions.0.schema.openAPIV3Schema.properties.a.type", 5],
    ["spec.versions.0.schema.openAPIV3Schema.properties.a.foo", 5],
    ["spec.versions.0.schema.openAPIV3Schema.properties.a.maxLength", "5", 5, 5.5],
  ],
  deployment: [
    ["spec", [], "a", undefined, null, {}],
    ["spec.foo", 1],
    ["spec.replica", 2],
    ["spec.replicas", "2", 2, 1.5, null, true, [], {}, -(2 ** 31) - 1, 1e10, 2 ** 31 - 1],
    ["spec.selector", undefined, "a"],
    ["spec.template", undefined, "a"],
    ["spec.strategy", { type: "Foo" }, { type: "Recreate" }, { type: "" }, { type: null }],
    ["spec.strategy", { rollingUpdate: { maxSurge: true } }, { rollingUpdate: { maxSurge: "25%" } }],
    ["spec.strategy", { rollingUpdate: { maxSurge: 1.5 } }, { rollingUpdate: { maxSurge: 2 ** 31 } }],
    ["spec.progressDeadlineSeconds", "600"],
    [
      "status",
      { replicas: 1 },
      { conditions: [{ status: "Foo" }] },
      { foo: 1 },
      { replicas: "1" },
      { conditions: [{ type: "A" }, { type: "A" }] },
    ],
    [`${inPod}.containers`, undefined, null, {}, [null], ["a"]],
    [`${inPod}.containers`, [container, container]],
    [`${inPod}.container`, [container]],
    [`${inPod}.initContainers`, [{ name: "a", image: "a" }], [{ image: "a" }]],
    [`${inPod}.restartPolicy`, "Sometimes", "", "Always"],
    [`${inPod}.dnsPolicy`, "x", ""],
    [`${inPod}.hostNetwork`, "true", 1],
    [`${inPod}.terminationGracePeriodSeconds`, "30", 30, 30.5],
    [`${inPod}.nodeSelector`, { a: 1 }, { a: "1" }],
    [`${inPod}.imagePullSecrets`, [{ name: "a" }, { name: "a" }], [{}], [{}, {}], [{}, { name: "" }]],
    [`${inPod}.hostAliases`, [{ ip: "10.0.0.1" }, { ip: "10.0.0.1" }]],
    [
      `${inPod}.tolerations`,
      [
        { key: "a", operator: "Exists" },
        { key: "a", operator: "Exists" },
      ],
    ],
    [`${inPod}.tolerations`, [{ key: "a", operator: "Foo" }], [{ key: "a", operator: "Exists", effect: "Foo" }]],
    [`${inPod}.topologySpreadConstraints`, [{ maxSkew: 1, topologyKey: "a", whenUnsatisfiable: "Foo" }]],
    [`${inPod}.topologySpreadConstraints`, [{ maxSkew: 1, topologyKey: "a" }]],
    [`${inPod}.topologySpreadConstraints`, [{ topologyKey: "a", whenUnsatisfiable: "ScheduleAnyway" }]],
    [`${inPod}.securityContext`, { runAsUser: "1000" }, { runAsUser: 1000 }, { seccompProfile: {} }],
    [`${inPod}.securityContext`, { seccompProfile: { type: "Foo" } }, { seccompProfile: { type: "RuntimeDefault" } }],
    [`${inPod}.securityContext`, { sysctls: [{ name: "kernel.shm_rmid_forced" }] }, { fsGroupChangePolicy: "Foo" }],
    [`${inPod}.volumes`, [{ name: "a", emptyDir: null }], [{ name: "a", emptyDir: {} }], [{ emptyDir: {} }]],
    [`${inPod}.volumes`, [{ name: "a", emptyDir: { sizeLimit: "x" } }], [{ name: "a", emptyDir: { sizeLimit: 5 } }]],
    [
      `${inPod}.volumes`,
      [
        { name: "a", emptyDir: {} },
        { name: "a", emptyDir: {} },
      ],
    ],
    [`${inPod}.volumes`, [{ name: "a", configMap: { items: [{ key: "a" }] } }]],
    [`${inPod}.volumes`, [{ name: "a", configMap: { name: "a", items: [{ path: "a" }] } }]],
    [`${inPod}.volumes`, [{ name: "a", hostPath: { path: "/a", type: "Foo" } }], [{ name: "a", hostPath: {} }]],
    [`${inPod}.volumes`, [{ name: "a", persistentVolumeClaim: {} }], [{ name: "a", nfs: { server: "a" } }]],
    [`${inPod}.affinity`, { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1 }] } }],
    [`${inPod}.affinity`, { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} } }],
    [`${one}.name`, undefined, null, 5],
    [`${one}.image`, 5, "a"],
    [`${one}.imagePullPolicy`, "always", "Always", ""],
    [`${one}.args`, "a", {}, [1], [null], ["a", "a"], null, [["a"]]],
    [`${one}.env`, {}, [null], null, "a", [{ name: "A", value: 1 }], [{ name: "A", value: true }]],
    [`${one}.env`, [{ name: "A" }, { name: "A" }], [{ name: "A" }, { name: "B" }], [{ value: "1" }]],
    [`${one}.env`, [{ value: "1" }, { value: "2" }], [{ name: null }, { name: null }], [{ name: null }]],
    [`${one}.env`, [{ name: "A", valueFrom: { secretKeyRef: { name: "a" } } }]],
    [`${one}.env`, [{ name: "A", valueFrom: { configMapKeyRef: { name: "a", key: "b", optional: "true" } } }]],
    [`${one}.env`, [{ name: "A", valueFrom: { fieldRef: {} } }], [{ name: "A", valueFrom: { resourceFieldRef: {} } }]],
    [`${one}.ports`, [{ containerPort: 80 }, { containerPort: 80 }], [{ containerPort: "80" }]],
    [`${one}.ports`, [{ containerPort: 80 }, { containerPort: 80, protocol: "TCP" }], [{ name: "a" }]],
    [`${one}.ports`, [{ containerPort: 80 }, { containerPort: 80, protocol: "UDP" }]],
    [`${one}.ports`, [{ containerPort: 80 }, { containerPort: 80, protocol: null }]],
    [`${one}.ports`, [{ containerPort: 80, protocol: "HTTP" }], [{ containerPort: 80, protocol: "" }], ["80"]],
    [memory, { requests: { memory: "1Gi" } }, { requests: { memory: "1gi" } }, { requests: { memory: "1 Gi" } }],
    [memory, { requests: { memory: "" } }, { requests: { memory: 1.5 } }, { requests: { memory: "1K" } }],
    [memory, { requests: { memory: true } }, { requests: { memory: [] } }, { requests: { memory: null } }],
    [memory, { requests: { memory: ".5" } }, { requests: { memory: "5." } }, { requests: { memory: "1e3" } }],
    [memory, { requests: { memory: "1e" } }, { requests: { memory: "1e3Mi" } }, { requests: { memory: "0x1" } }],
    [memory, { requests: { memory: " 1 " } }, { requests: { memory: "1E" } }, { requests: { memory: "+1" } }],
    [memory, { requests: { memory: "." } }, { requests: { memory: "1E-3" } }, { request: { memory: "1" } }],
    [memory, { requests: { memory: "Ki" } }, { requests: { memory: "1.2.3" } }, { requests: { memory: "\t1" } }],
    [memory, { requests: "1Gi" }, { limits: ["1Gi"] }, { claims: [{ name: "a" }, { name: "a" }] }],
    [`${one}.livenessProbe`, { httpGet: { port: "http" } }, { httpGet: { port: 80 } }, { httpGet: { port: true } }],
    [`${one}.livenessProbe`, { httpGet: { port: 80.5 } }, { httpGet: { port: 2 ** 31 } }, { httpGet: {} }],
    [`${one}.livenessProbe`, { httpGet: { port: 80, scheme: "http" } }, { exec: { command: "a" } }, { tcpSocket: {} }],
    [`${one}.livenessProbe`, { httpGet: { port: 80 }, periodSecond: 5 }, { httpGet: { port: 80 }, periodSeconds: "5" }],
    [`${one}.livenessProbe`, { httpGet: { port: 80, httpHeaders: [{ value: "a" }] } }],
    [`${one}.securityContext`, { capabilities: { drop: "ALL" } }, { capabilities: { drop: ["ALL"] } }],
    [`${one}.securityContext`, { procMount: "Foo" }, { privileged: "no" }, { runAsNonRoots: true }],
    [`${one}.terminationMessagePolicy`, "Foo", "File", ""],
    [`${one}.volumeMounts`, [{ name: "a" }], [{ mountPath: "/a" }]],
    [`${one}.envFrom`, [{ configMapRef: { name: "a" } }, { configMapRef: { name: "a" } }], ["a"], [{ secret: "a" }]],
  ],
  externalSecret: [
    ["spec.refreshPolicy", "x", "", null, "OnChange"],
    ["spec.refreshInterval", 5, "1h", null],
    ["spec.data", [{ secretKey: "a" }], [{ secretKey: "a!", remoteRef: { key: "b" } }], null],
    ["spec.data.0.secretKey", "", "a".repeat(253), "a".repeat(254), "ä".repeat(3)],
    ["spec.data.0.remoteref", {}],
    ["spec.data.0.remoteRef.conversionStrategy", null, "Default", "x"],
    ["spec.secretStoreRef", {}, { name: "A_" }, { name: "a", kind: "x" }, { name: "a", kind: "ClusterSecretStore" }],
    ["spec.target", { creationPolicy: "x" }, { creationPolicy: null }, { template: { data: { a: 1 } } }],
    ["spec.target", { template: { engineVersion: "v3" } }, { name: "x".repeat(254) }, { immutable: "true" }],
    ["spec.dataFrom", [{}], [{ find: { name: {} }, foo: 1 }], [{ extract: { key: "a" } }]],
    ["status", { refreshTime: "x" }, { foo: 1 }, { refreshTime: 5 }],
  ],
  ingress: [
    ["spec.rules.0.host", 5],
    ["spec.rules.0.http.paths.0.pathType", undefined, "prefix", "Exact", ""],
    ["spec.rules.0.http.paths.0.backend", { serviceName: "main", servicePort: 80 }],
    ["spec.rules.0.http.paths.0.backend.service.name", undefined],
    ["spec.rules.0.http.paths.0.backend.service.port.number", "80", 80],
    ["spec.rules.0.http.paths", {}],
    ["spec.tls", [{ secretName: "a", hosts: "example.com" }], [{ secretName: "a", hosts: ["example.com"] }]],
    ["spec.ingressClass", "a"],
  ],
  kustomization: [
    ["spec.interval", "5", "", undefined, "1h5m", 5],
    ["spec.timeout", 5, null, "5m0.5s"],
    ["spec.prune", undefined, "true"],
    ["spec.sourceRef.kind", "Foo", undefined],
    ["spec.targetNamespace", "", "a", "x".repeat(64)],
    ["spec.patches", [{}], [{ patch: "a" }]],
    ["spec.images", [{ name: "a", newTag: 1 }], [{ newTag: "1" }]],
    ["spec.dependsOn", [{ name: "a" }, { name: "a" }], [{}]],
    ["spec.postBuild", { substitute: { a: 1 } }],
    ["spec.force", 0, true],
    ["spec.wait", null],
    ["status", { lastAppliedRevision: 5 }, { observedGeneration: null }, { lastHandledReconcileAt: "a" }],
  ],
  lease: [
    ["spec.renewTime", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000000Z", "2026-01-01T00:00:00.5Z", null, 5],
    ["spec.leaseDurationSeconds", "15", 15],
  ],
  networkPolicy: [
    ["spec.policyTypes", ["ingress"], "Ingress"],
    ["spec.ingress.0.ports.0.port", "http", true, 80.5],
    ["spec.ingress.0.ports.0.protocol", "HTTP", "UDP"],
    ["spec.ingress.0.from", [{ podSelector: { matchLabels: { a: 1 } } }], [{ ipBlock: {} }]],
    ["spec.podSelector", { matchExpressions: [{ key: "a" }] }, { matchExpressions: [{ operator: "Exists" }] }],
    ["spec.podSelector", { app: "main" }],
  ],
  node: [
    ["status.capacity.cpu", "x", 1, null],
    ["status.phase", "Foo", 5],
  ],
  role: [
    ["rules.0.verbs", undefined, "get", [1]],
    ["rules.0.resource", ["pods"]],
  ],
  roleBinding: [
    ["roleRef", undefined],
    ["roleRef.apiGroup", undefined],
    ["roleRef.name", undefined],
    ["subjects", [{ name: "main" }], [{ kind: "User" }], {}],
  ],
  scaler: [
    ["spec.maxReplicas", undefined, "3", 3.5],
    ["spec.scaleTargetRef", undefined, { name: "a" }, { kind: "Deployment" }],
    ["spec.metrics", [{ type: "Resource", resource: { name: "cpu" } }], [{}], {}],
  ],
  sealedSecret: [
    ["spec.encryptedData", undefined, { a: 1 }, "a"],
    ["spec.template", { data: { a: 1 } }, { metadata: { labels: { a: "b" } } }, { type: 5 }, { foo: 1 }],
    ["spec.data", "YQ==", "%"],
  ],
  secret: [
    ["stringData", { a: 1 }, { a: "x" }, null],
    ["data", { a: "x y" }, { a: "plain text" }, { a: 1 }],
    ["type", 5, "Opaque"],
  ],
  service: [
    ["spec.type", "Node", "NodePort", ""],
    ["spec.ports", [{ port: 80 }, { port: 80 }], [{ targetPort: 80 }], [{ port: "80" }]],
    [
      "spec.ports",
      [
        { port: 80, name: "a" },
        { port: 80, name: "b" },
      ],
      [{ port: 80, protocol: "HTTP" }],
    ],
    [
      "spec.ports",
      [
        { port: 80, name: "a" },
        { port: 80, name: "b", protocol: "UDP" },
      ],
      [{ port: 80.0 }],
    ],
    ["spec.ports.0.targetPort", "http", true, {}, null],
    ["spec.externalIPs", ["10.0.0.1", "10.0.0.1"]],
    ["spec.ipFamilies", ["IPv5"], ["IPv4"]],
    ["spec.ipFamilyPolicy", "Foo", "SingleStack"],
    ["spec.sessionAffinity", "Foo", "ClientIP", ""],
    ["spec.internalTrafficPolicy", "Foo", "Local"],
    ["spec.selector", ["a"], { a: 1 }],
    ["spec.clusterIP", "None", 5],
  ],
  uuid: [["spec", { foo: 1 }, undefined, null]],
};

export const cases: readonly Case[] = Object.entries(edits).flatMap(([base, those]) =>
  those.flatMap(([path, ...values]) => values.map((value) => ({ base, path, value }))),
);

/** The object that a case is about. */
export function edited({ base, path, value }: Case): Record<string, unknown> {
  const copy = structuredClone(bases[base]!);
  const steps = path.split(".");
  let place: Record<string, unknown> = copy;
  for (const step of steps.slice(0, -1)) place = (place[step] ??= {}) as Record<string, unknown>;
  place[steps.at(-1)!] = value;
  return copy;
}
