import { groupOf, type Path } from "@kit/schema";
import { at, listOf, mapOf, textOf } from "../loose.ts";
import { podTemplatesOf } from "../pod-template.ts";
import { podReferences, type PodReference } from "./pod-references.ts";
import type { Reference } from "./reference.ts";

/** What an object needs, by the fields that name other objects: those of its pods first, if it makes any. */
export function referencesOf(object: unknown): (Reference | PodReference)[] {
  const { apiVersion, kind } = mapOf(object);
  const type = `${groupOf(textOf(apiVersion) ?? "")}/${textOf(kind) ?? ""}`;
  return [
    ...podTemplatesOf(object).flatMap(({ template, path }) => podReferences(template["spec"], [...path, "spec"])),
    ...(Object.hasOwn(byKind, type) ? byKind[type]!(object) : []),
    ...ofRoutes(object),
  ];
}

type Reads = (object: unknown) => Reference[];

const byKind: Readonly<Record<string, Reads>> = {
  "/PersistentVolumeClaim": (object) => [
    ...named(object, ["spec", "storageClassName"], { group: "storage.k8s.io", kind: "StorageClass" }),
    ...named(object, ["spec", "volumeName"], { group: "", kind: "PersistentVolume" }),
  ],
  "/ServiceAccount": (object) =>
    ["imagePullSecrets", "secrets"].flatMap((list) =>
      pathsIn(object, [list]).flatMap((path) => named(object, [...path, "name"], { group: "", kind: "Secret" })),
    ),
  "admissionregistration.k8s.io/MutatingWebhookConfiguration": ofWebhooks,
  "admissionregistration.k8s.io/ValidatingWebhookConfiguration": ofWebhooks,
  "apiregistration.k8s.io/APIService": (object) => ofService(object, ["spec", "service"]),
  "apps/StatefulSet": (object) => named(object, ["spec", "serviceName"], { group: "", kind: "Service" }),
  "autoscaling.k8s.io/VerticalPodAutoscaler": (object) => ofTarget(object, ["spec", "targetRef"]),
  "autoscaling/HorizontalPodAutoscaler": (object) => ofTarget(object, ["spec", "scaleTargetRef"]),
  "external-secrets.io/ExternalSecret": (object) => {
    const kind = textOf(at(object, "spec", "secretStoreRef", "kind")) ?? "SecretStore";
    return named(object, ["spec", "secretStoreRef", "name"], { group: "external-secrets.io", kind });
  },
  "networking.k8s.io/Ingress": ofIngress,
  "rbac.authorization.k8s.io/ClusterRoleBinding": ofBinding,
  "rbac.authorization.k8s.io/RoleBinding": ofBinding,
};

function ofBinding(object: unknown): Reference[] {
  const kind = textOf(at(object, "roleRef", "kind")) ?? "";
  return [
    ...named(object, ["roleRef", "name"], { group: "rbac.authorization.k8s.io", kind }),
    ...pathsIn(object, ["subjects"]).flatMap((path) => {
      const { kind: subject, namespace } = mapOf(at(object, ...path));
      if (subject !== "ServiceAccount") return [];
      return named(object, [...path, "name"], { group: "", kind: subject, namespace: textOf(namespace) });
    }),
  ];
}

function ofTarget(object: unknown, path: Path): Reference[] {
  const { apiVersion, kind } = mapOf(at(object, ...path));
  const version = textOf(apiVersion);
  const group = version === undefined ? undefined : groupOf(version);
  return named(object, [...path, "name"], { group, kind: textOf(kind) ?? "" });
}

function ofIngress(object: unknown): Reference[] {
  const rules = pathsIn(object, ["spec", "rules"]).flatMap((rule) => pathsIn(object, [...rule, "http", "paths"]));
  const backends = [["spec", "defaultBackend"], ...rules.map((path) => [...path, "backend"])];
  return [
    ...backends.flatMap((backend) => {
      const port =
        at(object, ...backend, "service", "port", "name") ?? at(object, ...backend, "service", "port", "number");
      return named(object, [...backend, "service", "name"], { group: "", kind: "Service", key: portText(port) });
    }),
    ...pathsIn(object, ["spec", "tls"]).flatMap((path) =>
      named(object, [...path, "secretName"], { group: "", kind: "Secret" }),
    ),
    ...named(object, ["spec", "ingressClassName"], { group: "networking.k8s.io", kind: "IngressClass" }),
  ];
}

function ofWebhooks(object: unknown): Reference[] {
  return pathsIn(object, ["webhooks"]).flatMap((path) => ofService(object, [...path, "clientConfig", "service"]));
}

function ofService(object: unknown, path: Path): Reference[] {
  const { namespace, port } = mapOf(at(object, ...path));
  const more = { namespace: textOf(namespace), key: portText(port) };
  return named(object, [...path, "name"], { group: "", kind: "Service", ...more });
}

/** Of the Gateway API: every kind of route has its backends in the same place. */
function ofRoutes(object: unknown): Reference[] {
  const rules = pathsIn(object, ["spec", "rules"]);
  return rules
    .flatMap((rule) => pathsIn(object, [...rule, "backendRefs"]))
    .flatMap((path) => {
      const { group, kind = "Service", namespace, port } = mapOf(at(object, ...path));
      return named(object, [...path, "name"], {
        group: textOf(group) ?? "",
        kind: textOf(kind) ?? "",
        namespace: textOf(namespace),
        key: portText(port),
      });
    });
}

function portText(port: unknown): string | undefined {
  return typeof port === "number" || typeof port === "string" ? String(port) : undefined;
}

function pathsIn(object: unknown, list: Path): Path[] {
  return listOf(at(object, ...list)).map((_, index) => [...list, index]);
}

function named(
  object: unknown,
  path: Path,
  more: Pick<Reference, "group" | "kind"> & Partial<Pick<Reference, "key" | "namespace">>,
): Reference[] {
  const name = textOf(at(object, ...path));
  if (name === undefined) return [];
  return [{ name, namespace: undefined, key: undefined, optional: false, namePath: path, path, ...more }];
}
