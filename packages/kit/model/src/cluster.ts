import { dnsLabelProblem, kubernetesMinors } from "@kit/kube/names";
import * as v from "valibot";
import { labelValue, quantity } from "./values.ts";

const dnsLabel = v.pipe(
  v.string("must be a string"),
  v.check((text) => dnsLabelProblem(text) === undefined, "must be a DNS label"),
);

const taint = v.strictObject({
  key: v.pipe(v.string("must be a string"), v.minLength(1, "must not be empty")),
  value: v.optional(v.string("must be a string")),
  effect: v.picklist(
    ["NoSchedule", "PreferNoSchedule", "NoExecute"],
    "must be NoSchedule, PreferNoSchedule or NoExecute",
  ),
});

const nodes = v.strictObject({
  /** How many nodes are alike. */
  count: v.pipe(v.number("must be a number"), v.integer("must be whole"), v.minValue(1, "must be at least 1")),
  /** CPU of one node, such as "4" or "3500m". */
  cpu: quantity(),
  /** Memory of one node, such as "8Gi". */
  memory: quantity(),
  /** How many pods one node takes. Default: 110, the kubelet's own. */
  pods: v.optional(
    v.pipe(v.number("must be a number"), v.integer("must be whole"), v.minValue(1, "must be at least 1")),
  ),
  /** What else one node has to be requested, such as `{ "nvidia.com/gpu": "1" }`. Default: nothing. */
  resources: v.optional(v.record(v.string(), quantity())),
  /**
   * Labels of the nodes, such as their zone. Default: none but those that the kubelet sets: `kubernetes.io/hostname`,
   * `kubernetes.io/os: linux` and `kubernetes.io/arch: amd64`, of which the last two may be given here.
   */
  labels: v.optional(v.record(v.string(), v.string("must be a string"))),
  /** Taints, which keep pods away that do not tolerate them. Default: none. */
  taints: v.optional(v.array(taint, "must be a list of taints")),
});

const clusterPods = v.strictObject({
  namespace: dnsLabel,
  /** Labels that these pods have and no others of the namespace. */
  podLabels: v.pipe(
    v.record(v.string(), labelValue(), "must be labels"),
    v.check((labels) => Object.keys(labels).length > 0, "must name at least one label"),
  ),
});

/** The shape of a cluster, as the build checks it. */
export const clusterSchema = v.strictObject({
  /** Two environments with the same id share a cluster: its capacity, its NodePorts, its hosts. */
  id: dnsLabel,
  /**
   * The context of kubectl for it, where everybody has it under the same name: commands that talk to the cluster use it,
   * and refuse any other.
   */
  context: v.optional(v.pipe(v.string("must be a string"), v.minLength(1, "must not be empty"))),
  /** The address of its API server, such as "https://10.0.0.1:6443": commands that talk to it refuse any other. */
  server: v.optional(
    v.pipe(v.string("must be a string"), v.check(isHttpsUrl, "must be a URL such as https://10.0.0.1:6443")),
  ),
  /**
   * The minor version of Kubernetes that it runs, such as "1.34": what that does not serve is an error of the checks, and what the
   * next one does not serve any more is a warning. Default: the checks go by the version that the kit knows best.
   */
  kubernetes: v.optional(v.picklist(kubernetesMinors, `must be one of ${kubernetesMinors.join(", ")}`)),
  nodes: v.pipe(v.array(nodes, "must be a list of node groups"), v.minLength(1, "must name at least one node group")),
  /** What the system itself takes of each node, and applications cannot have. */
  reserve: v.strictObject({ cpu: quantity(), memory: quantity() }),
  /** The share of the available capacity that the limits may take, in percent. */
  target: v.pipe(
    v.number("must be a number"),
    v.minValue(1, "must be at least 1 (percent)"),
    v.maxValue(100, "must be at most 100 (percent)"),
  ),
  /** The pods that answer for its Ingresses. Needed where a service is exposed by Ingress. */
  ingressController: v.optional(clusterPods),
  /** Its images come from the node's own store, which they are loaded into, and no registry has them. Default: false. */
  localImages: v.optional(v.boolean("must be true or false")),
  /** The pods that answer DNS queries. Default: `k8s-app: kube-dns` in `kube-system`, as most clusters have it. */
  dns: v.optional(clusterPods),
});

/** The cluster that an environment runs on. */
export type Cluster = v.InferOutput<typeof clusterSchema>;

/** Defines a cluster, to be shared by the environments that run on it. */
export function defineCluster(cluster: Cluster): Cluster {
  return cluster;
}

function isHttpsUrl(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:";
}
