/** A pod template with something of everything whose order or default is asked about. */
export const template = {
  metadata: { labels: { app: "web", tier: "front" }, annotations: { one: "1", two: "2" } },
  spec: {
    serviceAccountName: "web",
    imagePullSecrets: [{ name: "one" }, { name: "two" }],
    tolerations: [
      { key: "a", operator: "Exists" },
      { key: "b", operator: "Exists" },
    ],
    nodeSelector: { "kubernetes.io/os": "linux", zone: "a" },
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchExpressions: [{ key: "zone", operator: "In", values: ["a", "b"] }] }],
        },
      },
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 1, podAffinityTerm: { topologyKey: "zone", labelSelector: { matchLabels: { app: "web" } } } },
          { weight: 2, podAffinityTerm: { topologyKey: "host", labelSelector: { matchLabels: { app: "web" } } } },
        ],
      },
    },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: "zone",
        whenUnsatisfiable: "DoNotSchedule",
        labelSelector: { matchLabels: { app: "web" } },
      },
      {
        maxSkew: 1,
        topologyKey: "host",
        whenUnsatisfiable: "ScheduleAnyway",
        labelSelector: { matchLabels: { app: "web" } },
      },
    ],
    hostAliases: [
      { ip: "10.0.0.1", hostnames: ["a", "b"] },
      { ip: "10.0.0.2", hostnames: ["c"] },
    ],
    initContainers: [
      { name: "first", image: "tool:1.0" },
      { name: "second", image: "tool:1.0" },
    ],
    containers: [
      {
        name: "web",
        image: "web:1.0",
        command: ["run"],
        args: ["--port", "80"],
        env: [
          { name: "A", value: "512Mi" },
          { name: "B", value: "1" },
          { name: "C", valueFrom: { secretKeyRef: { name: "keys", key: "c" } } },
          { name: "D", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
        ],
        envFrom: [{ configMapRef: { name: "one" } }, { secretRef: { name: "two" } }],
        ports: [
          { name: "http", containerPort: 80 },
          { name: "metrics", containerPort: 9090 },
        ],
        resources: { requests: { cpu: "500m", memory: "512Mi" }, limits: { memory: "1Gi" } },
        volumeMounts: [
          { name: "config", mountPath: "/config" },
          { name: "data", mountPath: "/data" },
        ],
        livenessProbe: { httpGet: { path: "/", port: 80 } },
        readinessProbe: { tcpSocket: { port: 80 }, periodSeconds: 5 },
        securityContext: { capabilities: { drop: ["NET_RAW", "MKNOD"], add: ["CHOWN", "KILL"] } },
      },
      { name: "side", image: "side:1.0" },
    ],
    volumes: [
      {
        name: "config",
        configMap: {
          name: "one",
          items: [
            { key: "a", path: "a" },
            { key: "b", path: "b" },
          ],
        },
      },
      { name: "data", emptyDir: {} },
      { name: "token", projected: { sources: [{ secret: { name: "one" } }, { configMap: { name: "one" } }] } },
    ],
  },
};

export type Template = Record<string, any>;
type Edit = (template: Template, pod: Template, web: Template) => void;

function reverse(owner: Template, list: string): void {
  owner[list] = (owner[list] as unknown[]).toReversed();
}

const reversed =
  (list: string): Edit =>
  (_, pod) =>
    reverse(pod, list);
const reversedOfWeb =
  (list: string): Edit =>
  (_, __, web) =>
    reverse(web, list);

/** Edits of the template, by what they do. What comes of each is what is recorded of a control plane. */
export const templateEdits: Readonly<Record<string, Edit>> = {
  // The order of lists.
  "containers in another order": reversed("containers"),
  "init containers in another order": reversed("initContainers"),
  "tolerations in another order": reversed("tolerations"),
  "pull secrets in another order": reversed("imagePullSecrets"),
  "volumes in another order": reversed("volumes"),
  "host aliases in another order": reversed("hostAliases"),
  "topology spread in another order": reversed("topologySpreadConstraints"),
  "env in another order": reversedOfWeb("env"),
  "envFrom in another order": reversedOfWeb("envFrom"),
  "ports in another order": reversedOfWeb("ports"),
  "mounts in another order": reversedOfWeb("volumeMounts"),
  "args in another order": reversedOfWeb("args"),
  "dropped capabilities in another order": (_, __, web) => reverse(web["securityContext"].capabilities, "drop"),
  "added capabilities in another order": (_, __, web) => reverse(web["securityContext"].capabilities, "add"),
  "affinity values in another order": (_, pod) =>
    reverse(
      pod["affinity"].nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0]
        .matchExpressions[0],
      "values",
    ),
  "preferred terms in another order": (_, pod) =>
    reverse(pod["affinity"].podAntiAffinity, "preferredDuringSchedulingIgnoredDuringExecution"),
  "items of a volume in another order": (_, pod) => reverse(pod["volumes"][0].configMap, "items"),
  "projected sources in another order": (_, pod) => reverse(pod["volumes"][2].projected, "sources"),
  "host names in another order": (_, pod) => reverse(pod["hostAliases"][0], "hostnames"),
  // The order of maps.
  "labels in another order": (one) => void (one["metadata"].labels = { tier: "front", app: "web" }),
  "annotations in another order": (one) => void (one["metadata"].annotations = { two: "2", one: "1" }),
  "node selector in another order": (_, pod) => void (pod["nodeSelector"] = { zone: "a", "kubernetes.io/os": "linux" }),
  "fields of a container in another order": (_, pod) =>
    void (pod["containers"][1] = { image: "side:1.0", name: "side" }),
  // Defaults written out.
  "defaults of the pod": (_, pod) =>
    void Object.assign(pod, {
      restartPolicy: "Always",
      dnsPolicy: "ClusterFirst",
      terminationGracePeriodSeconds: 30,
      schedulerName: "default-scheduler",
      securityContext: {},
    }),
  "defaults of a container": (_, __, web) =>
    void Object.assign(web, {
      imagePullPolicy: "IfNotPresent",
      terminationMessagePath: "/dev/termination-log",
      terminationMessagePolicy: "File",
    }),
  "another pull policy": (_, __, web) => void (web["imagePullPolicy"] = "Always"),
  "defaults of a probe": (_, __, web) =>
    void Object.assign(web["livenessProbe"], {
      timeoutSeconds: 1,
      periodSeconds: 10,
      successThreshold: 1,
      failureThreshold: 3,
      httpGet: { path: "/", port: 80, scheme: "HTTP" },
    }),
  "another probe period": (_, __, web) => void (web["livenessProbe"].periodSeconds = 11),
  "a probe's initial delay of zero": (_, __, web) => void (web["livenessProbe"].initialDelaySeconds = 0),
  "a port's protocol": (_, __, web) => void (web["ports"][0].protocol = "TCP"),
  "a port's protocol UDP": (_, __, web) => void (web["ports"][1].protocol = "UDP"),
  "a volume's mode": (_, pod) => void (pod["volumes"][0].configMap.defaultMode = 0o644),
  "another mode of a volume": (_, pod) => void (pod["volumes"][0].configMap.defaultMode = 0o600),
  "optional false": (_, pod) => void (pod["volumes"][0].configMap.optional = false),
  "a field's API version": (_, __, web) => void (web["env"][3].valueFrom.fieldRef.apiVersion = "v1"),
  "the default service account's old name": (_, pod) => void (pod["serviceAccount"] = "web"),
  "no service account": (_, pod) => void delete pod["serviceAccountName"],
  "another service account": (_, pod) => void (pod["serviceAccountName"] = "other"),
  // What is empty, false or zero.
  "an empty env": (_, pod) => void (pod["containers"][1].env = []),
  "empty resources": (_, pod) => void (pod["containers"][1].resources = {}),
  "an empty security context of a container": (_, pod) => void (pod["containers"][1].securityContext = {}),
  "an empty affinity": (_, pod) => void (pod["affinity"] = {}),
  "privileged false": (_, pod) => void (pod["containers"][1].securityContext = { privileged: false }),
  "host network false": (_, pod) => void (pod["hostNetwork"] = false),
  "host users true": (_, pod) => void (pod["hostUsers"] = true),
  "service links true": (_, pod) => void (pod["enableServiceLinks"] = true),
  "token mounted": (_, pod) => void (pod["automountServiceAccountToken"] = true),
  "share process namespace false": (_, pod) => void (pod["shareProcessNamespace"] = false),
  "stdin false": (_, __, web) => void (web["stdin"] = false),
  "a mount read only false": (_, __, web) => void (web["volumeMounts"][0].readOnly = false),
  "a mount's empty sub path": (_, __, web) => void (web["volumeMounts"][0].subPath = ""),
  "a variable of an empty text": (_, __, web) => void web["env"].push({ name: "E", value: "" }),
  "an empty value that is not written": (_, __, web) => void (web["env"][1] = { name: "B" }),
  "no annotations": (one) => void delete one["metadata"].annotations,
  "a null": (_, __, web) => void (web["workingDir"] = null),
  "an empty init container list": (_, pod) => void (pod["ephemeralContainers"] = []),
  // Amounts.
  "an amount in another form": (_, __, web) =>
    void (web["resources"] = { requests: { cpu: "0.5", memory: "0.5Gi" }, limits: { memory: "1024Mi" } }),
  "an amount as a number": (_, pod) => void (pod["containers"][1].resources = { requests: { cpu: 1 } }),
  "another amount": (_, __, web) => void (web["resources"].requests.cpu = "501m"),
  "an amount in a variable in another form": (_, __, web) => void (web["env"][0].value = "0.5Gi"),
  "an amount in an annotation in another form": (one) => void (one["metadata"].annotations.one = "1000m"),
  "an empty directory's limit": (_, pod) => void (pod["volumes"][1].emptyDir = { sizeLimit: "1Gi" }),
  // What rolls.
  "another image": (_, __, web) => void (web["image"] = "web:1.1"),
  "the same image with its registry": (_, __, web) => void (web["image"] = "docker.io/library/web:1.0"),
  "another label": (one) => void (one["metadata"].labels.tier = "back"),
  "one more label": (one) => void (one["metadata"].labels.more = "yes"),
  "a label of the selector": (one) => void (one["metadata"].labels.app = "other"),
  "another annotation": (one) => void (one["metadata"].annotations.one = "3"),
  "one more container": (_, pod) => void pod["containers"].push({ name: "more", image: "more:1.0" }),
  "one container less": (_, pod) => void pod["containers"].pop(),
  "a volume that nothing mounts": (_, pod) => void pod["volumes"].push({ name: "more", emptyDir: {} }),
  "a priority class": (_, pod) => void (pod["priorityClassName"] = "system-cluster-critical"),
  "another grace period": (_, pod) => void (pod["terminationGracePeriodSeconds"] = 31),
  "host network true": (_, pod) => void (pod["hostNetwork"] = true),
  "a toleration more": (_, pod) => void pod["tolerations"].push({ key: "c", operator: "Exists" }),
  "a toleration's operator": (_, pod) => void (pod["tolerations"][0] = { key: "a", operator: "Exists", effect: "" }),
  "a probe of another kind": (_, __, web) =>
    void (web["readinessProbe"] = { exec: { command: ["true"] }, periodSeconds: 5 }),
  "no probe": (_, __, web) => void delete web["livenessProbe"],
  "a command as before": (_, __, web) => void (web["command"] = ["run"]),
};
