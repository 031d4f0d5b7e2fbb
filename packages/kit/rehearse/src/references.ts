import { podOf } from "./pod-of.ts";
import { describeManifest, type ManifestData } from "./manifest.ts";

/** A ConfigMap or Secret that an object reads. */
export interface Reference {
  /** `Deployment default/backend`. */
  readonly reader: string;
  readonly kind: "ConfigMap" | "Secret";
  readonly namespace: string;
  readonly name: string;
  /** Undefined where all keys are read. */
  readonly key: string | undefined;
}

/**
 * What an object's pods need to start: environment variables and volumes, of all containers, beside what they call
 * optional. And the certificates of an Ingress.
 */
export function referencesOf(data: ManifestData): Reference[] {
  const { namespace = "default" } = data.metadata;
  const reader = describeManifest(data);
  const found = data.kind === "Ingress" ? ofIngress(data.spec) : ofPod(podSpecOf(data));
  const references = found.map((reference) => ({ reader, namespace, ...reference }));
  return [...new Map(references.map((reference) => [JSON.stringify(reference), reference])).values()];
}

type Found = Pick<Reference, "kind" | "name" | "key">;

/** How every kind of reference names what it reads: `secretName` is a volume's own word. */
interface Source {
  readonly name?: string;
  readonly secretName?: string;
  readonly key?: string;
  readonly items?: readonly { readonly key: string }[];
  readonly optional?: boolean;
}

type Sources = Readonly<
  Partial<Record<"configMap" | "configMapRef" | "configMapKeyRef" | "secret" | "secretRef" | "secretKeyRef", Source>>
>;

interface Container {
  readonly env?: readonly { readonly valueFrom?: Sources }[];
  readonly envFrom?: readonly Sources[];
}

interface PodSpec {
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly (Sources & { readonly projected?: { readonly sources?: readonly Sources[] } })[];
}

function podSpecOf(data: ManifestData): PodSpec {
  if (data.kind === "Pod") return data.spec ?? {};
  return (podOf(data) as { spec: PodSpec } | undefined)?.spec ?? {};
}

function ofPod({ containers = [], initContainers = [], volumes = [] }: PodSpec): Found[] {
  const all = [...initContainers, ...containers];
  const sources = [
    ...all.flatMap(({ env = [] }) => env.flatMap(({ valueFrom }) => valueFrom ?? [])),
    ...all.flatMap(({ envFrom = [] }) => envFrom),
    ...volumes,
    ...volumes.flatMap(({ projected }) => projected?.sources ?? []),
  ];
  return sources.flatMap((source) => [
    ...read("ConfigMap", source.configMap ?? source.configMapRef ?? source.configMapKeyRef),
    ...read("Secret", source.secret ?? source.secretRef ?? source.secretKeyRef),
  ]);
}

function read(kind: Found["kind"], source: Source | undefined): Found[] {
  const name = source?.name ?? source?.secretName;
  if (source === undefined || name === undefined || source.optional === true) return [];
  const keys = source.key === undefined ? source.items?.map(({ key }) => key) : [source.key];
  return (keys ?? [undefined]).map((key) => ({ kind, name, key }));
}

function ofIngress(spec: object | undefined): Found[] {
  const { tls = [] } = (spec ?? {}) as { tls?: readonly Source[] };
  return tls.flatMap((source) => read("Secret", source));
}
