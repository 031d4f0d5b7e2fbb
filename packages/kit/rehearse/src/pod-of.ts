import { podTemplateOf, workloadKindOf } from "@kit/kube";
import { claimTemplatesOf, claimOf } from "./claims-of.ts";
import type { ManifestData } from "./manifest.ts";

// The longest of FNV's 32 bits in decimal, which is what the controller appends.
const longestHash = "4294967295";

/**
 * A Pod as the workload's controller would make it, or undefined for what has no pods, and for a custom resource whose
 * controller adds what only it knows.
 *
 * An admission plugin such as Pod Security refuses Pods, not Deployments, so only a Pod tells.
 */
export function podOf(data: ManifestData): RehearsedPod | undefined {
  const kind = workloadKindOf(data.apiVersion, data.kind);
  // A Pod is judged as such.
  if (kind === undefined || kind.template.length === 0 || kind.isCompleted === true) return undefined;
  const template = podTemplateOf(data)?.template as Template | undefined;
  if (template?.spec === undefined) return undefined;
  const { name, namespace = "default" } = data.metadata;
  const { labels, annotations, finalizers } = template.metadata ?? {};
  // A Job's Pod needs a policy that its template may leave to the Job's default.
  const restart = kind.ends === true ? { restartPolicy: "Never" } : {};
  const pod = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name: `${name.slice(0, 50).replace(/[-.]+$/, "")}-verify`,
      namespace,
      ...(labels === undefined ? {} : { labels }),
      ...(annotations === undefined ? {} : { annotations }),
      ...(finalizers === undefined ? {} : { finalizers }),
    },
    spec: { ...restart, ...template.spec },
  };
  return withClaims(data.kind === "StatefulSet" ? withIdentity(pod, data) : pod, data);
}

/** As it would be sent to the API server. */
export interface RehearsedPod {
  readonly metadata: { readonly name: string; readonly labels?: object };
  readonly spec: { readonly volumes?: readonly { readonly name?: string }[] };
}

interface Template {
  readonly metadata?: { readonly labels?: object; readonly annotations?: object; readonly finalizers?: object };
  readonly spec?: RehearsedPod["spec"];
}

/** pkg/controller/statefulset initIdentity, updateIdentity and setPodRevision: a name too long is refused only here. */
function withIdentity(pod: RehearsedPod, { metadata: { name }, spec }: ManifestData): RehearsedPod {
  const { serviceName: subdomain, ordinals: { start = 0 } = {} } = spec as {
    readonly serviceName?: string;
    readonly ordinals?: { readonly start?: number };
  };
  const hostname = `${name}-${start}`;
  const labels = {
    ...pod.metadata.labels,
    "apps.kubernetes.io/pod-index": String(start),
    "controller-revision-hash": `${name}-${longestHash}`,
    "statefulset.kubernetes.io/pod-name": hostname,
  };
  const identity = { hostname, ...(subdomain === undefined ? {} : { subdomain }) };
  return { ...pod, metadata: { ...pod.metadata, name: hostname, labels }, spec: { ...pod.spec, ...identity } };
}

/** pkg/controller/statefulset updateStorage: a claim takes the place of a volume of its name. */
function withClaims(pod: RehearsedPod, data: ManifestData): RehearsedPod {
  const templates = claimTemplatesOf(data);
  if (templates.length === 0) return pod;
  const claims = templates.map((template) => {
    const { name = "" } = template.metadata ?? {};
    return { name, persistentVolumeClaim: { claimName: claimOf(template, data, pod.metadata.name).metadata.name } };
  });
  const names = new Set(claims.map(({ name }) => name));
  const others = (pod.spec.volumes ?? []).filter(({ name = "" }) => !names.has(name));
  return { ...pod, spec: { ...pod.spec, volumes: [...claims, ...others] } };
}
