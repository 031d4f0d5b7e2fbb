import { anyObjectCheck, type FindingDraft } from "../../define-check.ts";
import { isKind, type View } from "../../view/index.ts";

/**
 * What the API server takes with a warning. By hand, from its own: pkg/api/pod/warnings.go,
 * pkg/api/node/util.go, pkg/api/service/warnings.go and pkg/registry/networking/ingress/strategy.go of
 * k8s.io/kubernetes. The fields with checks of their own (serviceAccount, externalIPs) are not among them.
 */
const nodeLabels: ReadonlyMap<string, string> = new Map([
  ["beta.kubernetes.io/arch", "kubernetes.io/arch"],
  ["beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type"],
  ["beta.kubernetes.io/os", "kubernetes.io/os"],
  ["failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region"],
  ["failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone"],
]);

/** Volumes of which nothing but the field is left. */
const volumeTypes = new Set([
  "cephfs",
  "flocker",
  "gitRepo",
  "glusterfs",
  "photonPersistentDisk",
  "quobyte",
  "rbd",
  "scaleIO",
  "storageos",
]);

export const deprecatedField = anyObjectCheck({
  id: "deprecated-field",
  group: "security",
  severity: { development: "info", production: "warning" },
  title: "a field, a label or an annotation that the API server takes with a warning",
  standsFor: ["pss-volume-types"],
  run: (object, report) => {
    for (const said of [...inPod(object), ...inMetadata(object)]) report(said);
  },
});

function inPod(object: View): FindingDraft[] {
  const { pod } = object;
  if (pod === undefined) return [];
  const { nodeSelector = {}, volumes = [] } = pod.spec;
  const labels = Object.keys(nodeSelector).flatMap((label): FindingDraft[] => {
    const other = nodeLabels.get(label);
    if (other === undefined) return [];
    const path = [...pod.path, "nodeSelector", label];
    return [{ path, message: `the node label ${label} is deprecated`, fix: `write ${other}` }];
  });
  const types = volumes.flatMap((volume, index): FindingDraft[] => {
    const type = Object.keys(volume).find((field) => volumeTypes.has(field));
    if (type === undefined) return [];
    const path = [...pod.path, "volumes", index, type];
    return [{ path, message: `volumes of the type ${type} are deprecated and do not work`, fix: "use a CSI driver" }];
  });
  return [...labels, ...types];
}

function inMetadata(object: View): FindingDraft[] {
  const say = (isOf: boolean, key: string, fix: string): FindingDraft[] => {
    if (!isOf || object.annotations[key] === undefined) return [];
    return [{ path: ["metadata", "annotations", key], message: `the annotation ${key} is deprecated`, fix }];
  };
  return [
    ...say(isKind(object, "Ingress"), "kubernetes.io/ingress.class", "set spec.ingressClassName"),
    ...say(isKind(object, "Service"), "service.kubernetes.io/topology-aware-hints", "set spec.trafficDistribution"),
  ];
}
