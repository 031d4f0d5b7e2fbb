import { dataAt, isData, listAt, scalarText, textAt, valueAt, type Data } from "../data.ts";
import type { Identity } from "../input/identity.ts";
import { containersOf, podSpecOf } from "./pods.ts";

/** That an object needs another one. */
export interface Reference {
  readonly kind: string;
  readonly name: string;
  /** Undefined is the object's own. */
  readonly namespace: string | undefined;
  /** The key of a ConfigMap or Secret, or the port of a Service. */
  readonly key?: string | undefined;
  readonly optional: boolean;
  /** How pods get it. */
  readonly by: "environment" | "volume" | "other";
}

/** What an object needs, by the fields that name other objects. */
export function referencesOf(data: Data): Reference[] {
  return [...ofPod(data), ...(byKind[textAt(data, "kind") ?? ""]?.(data) ?? []), ...ofRoutes(data)];
}

/** Whether a reference of an object in a namespace is to an object. */
export function refersTo({ kind, name, namespace }: Reference, from: Identity, to: Identity): boolean {
  if (kind !== to.kind || name !== to.name) return false;
  return to.namespace === undefined || (namespace ?? from.namespace ?? to.namespace) === to.namespace;
}

function reference(kind: string, name: unknown, more: Partial<Reference> = {}): Reference[] {
  if (typeof name !== "string" || name === "") return [];
  return [{ kind, name, namespace: undefined, optional: false, by: "other", ...more }];
}

function ofPod(data: Data): Reference[] {
  const spec = podSpecOf(data);
  return [
    ...containersOf(data).flatMap(({ data: container }) => ofContainer(container)),
    ...listAt(spec, "volumes").flatMap(ofVolume),
    ...listAt(spec, "imagePullSecrets").flatMap((one) => reference("Secret", valueAt(one, "name"))),
    ...reference("ServiceAccount", spec["serviceAccountName"]),
    ...reference("PriorityClass", spec["priorityClassName"]),
    ...reference("RuntimeClass", spec["runtimeClassName"]),
  ];
}

const sources = [
  ["ConfigMap", "configMapRef", "configMapKeyRef"],
  ["Secret", "secretRef", "secretKeyRef"],
] as const;

function ofContainer(container: Data): Reference[] {
  return sources.flatMap(([kind, all, one]) => [
    ...listAt(container, "envFrom").flatMap((item) => fromSource(item, kind, all)),
    ...listAt(container, "env").flatMap((item) => fromSource(valueAt(item, "valueFrom"), kind, one)),
  ]);
}

function fromSource(holder: unknown, kind: string, field: string): Reference[] {
  const source = dataAt(holder, field);
  const optional = source["optional"] === true;
  return reference(kind, source["name"], { key: textAt(source, "key"), optional, by: "environment" });
}

function ofVolume(volume: unknown): Reference[] {
  const direct = (source: unknown, kind: string, name: string): Reference[] => {
    const facts = { optional: valueAt(source, "optional") === true, by: "volume" as const };
    const keys = listAt(source, "items").map((item) => textAt(item, "key"));
    const owner = valueAt(source, name);
    return keys.length === 0
      ? reference(kind, owner, facts)
      : keys.flatMap((key) => reference(kind, owner, { ...facts, key }));
  };
  return [
    ...direct(valueAt(volume, "configMap"), "ConfigMap", "name"),
    ...direct(valueAt(volume, "secret"), "Secret", "secretName"),
    ...reference("PersistentVolumeClaim", valueAt(volume, "persistentVolumeClaim", "claimName"), { by: "volume" }),
    ...listAt(volume, "projected", "sources").flatMap((source) => [
      ...direct(valueAt(source, "configMap"), "ConfigMap", "name"),
      ...direct(valueAt(source, "secret"), "Secret", "name"),
    ]),
  ];
}

const byKind: Readonly<Record<string, (data: Data) => Reference[]>> = {
  ClusterRoleBinding: ofBinding,
  RoleBinding: ofBinding,
  ExternalSecret: (data) => {
    const { kind = "SecretStore", name } = dataAt(data, "spec", "secretStoreRef");
    return reference(String(kind), name);
  },
  HorizontalPodAutoscaler: (data) => ofTarget(valueAt(data, "spec", "scaleTargetRef")),
  VerticalPodAutoscaler: (data) => ofTarget(valueAt(data, "spec", "targetRef")),
  Ingress: (data) => [
    ...[valueAt(data, "spec", "defaultBackend"), ...pathsOf(data)].flatMap(ofBackend),
    ...listAt(data, "spec", "tls").flatMap((one) => reference("Secret", valueAt(one, "secretName"))),
    ...reference("IngressClass", valueAt(data, "spec", "ingressClassName")),
  ],
  PersistentVolumeClaim: (data) => [
    ...reference("StorageClass", valueAt(data, "spec", "storageClassName")),
    ...reference("PersistentVolume", valueAt(data, "spec", "volumeName")),
  ],
  ServiceAccount: (data) =>
    [...listAt(data, "imagePullSecrets"), ...listAt(data, "secrets")].flatMap((one) =>
      reference("Secret", valueAt(one, "name")),
    ),
  StatefulSet: (data) => reference("Service", valueAt(data, "spec", "serviceName")),
  APIService: (data) => ofService(valueAt(data, "spec", "service")),
  MutatingWebhookConfiguration: ofWebhooks,
  ValidatingWebhookConfiguration: ofWebhooks,
};

function ofBinding(data: Data): Reference[] {
  const role = dataAt(data, "roleRef");
  const accounts = listAt(data, "subjects").filter((one) => valueAt(one, "kind") === "ServiceAccount");
  return [
    ...reference(String(role["kind"]), role["name"]),
    ...accounts.flatMap((one) =>
      reference("ServiceAccount", valueAt(one, "name"), { namespace: textAt(one, "namespace") }),
    ),
  ];
}

function ofTarget(target: unknown): Reference[] {
  return reference(textAt(target, "kind") ?? "", valueAt(target, "name"));
}

function pathsOf(data: Data): unknown[] {
  return listAt(data, "spec", "rules")
    .flatMap((rule) => listAt(rule, "http", "paths"))
    .map((one) => valueAt(one, "backend"));
}

function ofBackend(backend: unknown): Reference[] {
  const port = valueAt(backend, "service", "port", "name") ?? valueAt(backend, "service", "port", "number");
  return reference("Service", valueAt(backend, "service", "name"), {
    key: port === undefined ? undefined : scalarText(port),
  });
}

function ofWebhooks(data: Data): Reference[] {
  return listAt(data, "webhooks").flatMap((one) => ofService(valueAt(one, "clientConfig", "service")));
}

function ofService(service: unknown): Reference[] {
  const port = valueAt(service, "port");
  return reference("Service", valueAt(service, "name"), {
    namespace: textAt(service, "namespace"),
    key: port === undefined ? undefined : scalarText(port),
  });
}

/** Of the Gateway API: every kind of route has its backends in the same place. */
function ofRoutes(data: Data): Reference[] {
  return listAt(data, "spec", "rules").flatMap((rule) =>
    listAt(rule, "backendRefs")
      .filter(isData)
      .flatMap(({ kind = "Service", name, namespace, port }) =>
        reference(String(kind), name, {
          namespace: typeof namespace === "string" ? namespace : undefined,
          key: port === undefined ? undefined : scalarText(port),
        }),
      ),
  );
}
