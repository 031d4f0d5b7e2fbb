import { at, listOf, mapOf, textOf, type Loose } from "../../loose.ts";
import { defaultPullPolicy } from "./default-tag.ts";

/** A part of an object: as it is written, and as the table fills it in. */
interface Part {
  readonly written: Loose;
  readonly filled: Loose;
}

/**
 * A part of an object with what the server fills in on a condition.
 *
 * Each rule names the function of k8s.io/kubernetes that it was read from; tests ask that function.
 *
 * @param place Such as `apps/v1/Deployment/spec`.
 */
export function conditional(type: string, place: string, part: Part): Loose {
  return Object.hasOwn(rules, type) ? rules[type]!(part, place) : part.filled;
}

type Rule = (part: Part, place: string) => Loose;

const rules: Readonly<Record<string, Rule>> = {
  // pkg/apis/core/v1/defaults.go
  "core/v1.Container": ({ written, filled }) => pulled(written, filled, "image", "imagePullPolicy"),
  "core/v1.EphemeralContainer": ({ written, filled }) => pulled(written, filled, "image", "imagePullPolicy"),
  "core/v1.ImageVolumeSource": ({ written, filled }) => pulled(written, filled, "reference", "pullPolicy"),
  "core/v1.Volume": ({ written, filled }) => {
    const hasSource = Object.keys(filled).some((name) => name !== "name" && name !== "emptyDir");
    return hasSource && !isWritten(written, "emptyDir") ? without(filled, "emptyDir") : filled;
  },
  // pkg/apis/core/v1/conversion.go: the old name of the field is kept beside the new one.
  "core/v1.PodSpec": ({ filled }) => {
    const account = textOf(filled["serviceAccountName"]) ?? textOf(filled["serviceAccount"]);
    return account === undefined ? filled : { ...filled, serviceAccountName: account, serviceAccount: account };
  },
  "core/v1.Pod": ({ filled }) => ({ ...filled, spec: podOnly(mapOf(filled["spec"])) }),
  "core/v1.ServiceSpec": service,
  "core/v1.Namespace": ({ filled }) => {
    const name = textOf(at(filled, "metadata", "name"));
    return name === undefined ? filled : labelled(filled, { "kubernetes.io/metadata.name": name });
  },
  "core/v1.LimitRangeItem": ({ filled }) => (filled["type"] === "Container" ? limits(filled) : filled),
  "core/v1.Secret": ({ filled }) => secret(filled),
  "core/v1.ReplicationController": ({ filled }) => {
    const labels = mapOf(at(filled, "spec", "template", "metadata", "labels"));
    if (Object.keys(labels).length === 0) return filled;
    const spec = { ...mapOf(filled["spec"]), selector: at(filled, "spec", "selector") ?? labels };
    return labelledElse({ ...filled, spec }, labels);
  },
  // pkg/apis/apps/v1/defaults.go
  "apps/v1.DeploymentStrategy": rollingOnly,
  "apps/v1.DaemonSetUpdateStrategy": rollingOnly,
  "apps/v1.StatefulSetUpdateStrategy": ({ written, filled }) =>
    textOf(written["type"]) !== undefined && !isWritten(written, "rollingUpdate")
      ? without(filled, "rollingUpdate")
      : filled,
  // pkg/apis/batch/v1/defaults.go
  "batch/v1.JobSpec": job,
  "batch/v1.Job": ({ filled }) => labelledElse(filled, mapOf(at(filled, "spec", "template", "metadata", "labels"))),
  // pkg/apis/networking/v1/defaults.go
  "networking/v1.NetworkPolicySpec": ({ written, filled }) =>
    listOf(written["policyTypes"]).length === 0 && listOf(written["egress"]).length > 0
      ? { ...filled, policyTypes: ["Ingress", "Egress"] }
      : filled,
  // pkg/apis/resource/v1/defaults.go
  "resource/v1.ExactDeviceRequest": counted,
  "resource/v1.DeviceSubRequest": counted,
  // pkg/apis/rbac/v1/defaults.go
  "rbac/v1.Subject": ({ filled }) =>
    filled["apiGroup"] === undefined && (filled["kind"] === "User" || filled["kind"] === "Group")
      ? { ...filled, apiGroup: "rbac.authorization.k8s.io" }
      : filled,
};

function pulled(written: Loose, filled: Loose, image: string, policy: string): Loose {
  return textOf(written[policy]) === undefined ? { ...filled, [policy]: defaultPullPolicy(filled[image]) } : filled;
}

/** SetDefaults_Pod, and what the admission plugin ServiceAccount sets: of a Pod, not of a template of pods. */
function podOnly(spec: Loose): Loose {
  const isOnHost = spec["hostNetwork"] === true;
  const containers = (list: string): Loose =>
    spec[list] === undefined
      ? {}
      : { [list]: listOf(spec[list]).map((one) => onHost(requested(mapOf(one)), isOnHost)) };
  const account = spec["serviceAccountName"] ?? "default";
  return {
    ...spec,
    ...containers("initContainers"),
    ...containers("containers"),
    serviceAccountName: account,
    serviceAccount: account,
  };
}

function requested(container: Loose): Loose {
  const { limits: most, requests, ...rest } = mapOf(container["resources"]);
  if (most === undefined) return container;
  return { ...container, resources: { ...rest, limits: most, requests: { ...mapOf(most), ...mapOf(requests) } } };
}

function onHost(container: Loose, isOnHost: boolean): Loose {
  if (!isOnHost || container["ports"] === undefined) return container;
  const ports = listOf(container["ports"]).map((one) => ({ hostPort: mapOf(one)["containerPort"], ...mapOf(one) }));
  return { ...container, ports };
}

/** SetDefaults_Service; the family policy is what pkg/registry/core/service/storage allocates where nobody asks for more. */
function service({ written, filled }: Part): Loose {
  const { type, sessionAffinity } = filled;
  const isBalanced = type === "LoadBalancer";
  const isOutside =
    type === "NodePort" || isBalanced || (type === "ClusterIP" && listOf(filled["externalIPs"]).length > 0);
  const seconds = at(filled, "sessionAffinityConfig", "clientIP", "timeoutSeconds") ?? 10_800;
  const { sessionAffinityConfig: _, internalTrafficPolicy, ports, ...rest } = filled;
  const isOpen = filled["clusterIP"] === "None" && filled["selector"] === undefined;
  const isInside = type !== "ExternalName" || isWritten(written, "internalTrafficPolicy");
  return {
    ...(type === "ExternalName" ? {} : { ipFamilyPolicy: isOpen ? "RequireDualStack" : "SingleStack" }),
    ...(isBalanced ? { allocateLoadBalancerNodePorts: true } : {}),
    ...(isOutside ? { externalTrafficPolicy: "Cluster" } : {}),
    ...rest,
    ...(isInside ? { internalTrafficPolicy } : {}),
    ...(sessionAffinity === "ClientIP" ? { sessionAffinityConfig: { clientIP: { timeoutSeconds: seconds } } } : {}),
    ...(ports === undefined
      ? {}
      : { ports: listOf(ports).map((one) => ({ targetPort: mapOf(one)["port"], ...mapOf(one) })) }),
  };
}

function limits(item: Loose): Loose {
  const most = { ...mapOf(item["max"]), ...mapOf(item["default"]) };
  const least = { ...mapOf(item["min"]), ...most, ...mapOf(item["defaultRequest"]) };
  return {
    ...item,
    ...(Object.keys(most).length === 0 ? {} : { default: most }),
    ...(Object.keys(least).length === 0 ? {} : { defaultRequest: least }),
  };
}

/** What is written as text is kept encoded: pkg/apis/core/v1/conversion.go. */
function secret({ stringData, ...filled }: Loose): Loose {
  if (stringData === undefined) return filled;
  const encoded = Object.entries(mapOf(stringData)).map(([key, text]) => [
    key,
    Buffer.from(String(text)).toString("base64"),
  ]);
  return { ...filled, data: { ...mapOf(filled["data"]), ...Object.fromEntries(encoded) } };
}

function rollingOnly({ written, filled }: Part): Loose {
  if (filled["type"] === "RollingUpdate") return filled;
  if (!isWritten(written, "rollingUpdate")) return without(filled, "rollingUpdate");
  // The server's own form of it has no place for nothing.
  return { ...filled, rollingUpdate: { maxSurge: 0, maxUnavailable: 0, ...mapOf(written["rollingUpdate"]) } };
}

function counted({ written, filled }: Part): Loose {
  return filled["allocationMode"] === "ExactCount" || (isWritten(written, "count") && written["count"] !== 0)
    ? filled
    : without(filled, "count");
}

/** SetDefaults_Job; of a CronJob's template nothing is filled in before there is a Job. */
function job({ written, filled }: Part, place: string): Loose {
  if (place !== "batch/v1/Job/spec") return filled;
  const has = (name: string): boolean => isWritten(written, name);
  const isParallel = has("parallelism") && !has("completions");
  return {
    ...(isParallel ? without(filled, "completions") : filled),
    ...(has("backoffLimitPerIndex") && !has("backoffLimit") ? { backoffLimit: 2_147_483_647 } : {}),
    ...(has("podFailurePolicy") && !has("podReplacementPolicy") ? { podReplacementPolicy: "Failed" } : {}),
  };
}

function labelled(object: Loose, labels: Loose): Loose {
  const metadata = mapOf(object["metadata"]);
  return { ...object, metadata: { ...metadata, labels: { ...mapOf(metadata["labels"]), ...labels } } };
}

/** With labels where the object has none. */
function labelledElse(object: Loose, labels: Loose): Loose {
  const isBare = at(object, "metadata", "labels") === undefined && Object.keys(labels).length > 0;
  return isBare ? labelled(object, labels) : object;
}

function isWritten(part: Loose, name: string): boolean {
  return part[name] !== undefined && part[name] !== null;
}

function without(part: Loose, name: string): Loose {
  const { [name]: _, ...rest } = part;
  return rest;
}
