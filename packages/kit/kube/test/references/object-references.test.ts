import { expect, test } from "vitest";
import { at, referencesOf } from "../../src/index.ts";

const service = { name: "api", namespace: "other", port: 8443 };
const claimed = { spec: { storageClassName: "fast", volumeName: "disk-1" } };
const binding = {
  roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "reader" },
  subjects: [
    { kind: "ServiceAccount", name: "web", namespace: "other" },
    { kind: "ServiceAccount", name: "own" },
    { kind: "User", name: "jane" },
  ],
};
const backend = (name: string, port: object) => ({ backend: { service: { name, port } } });
const ingress = {
  spec: {
    ingressClassName: "nginx",
    defaultBackend: { service: { name: "rest", port: { number: 80 } } },
    rules: [{ http: { paths: [backend("web", { name: "http" }), { backend: { resource: {} } }] } }, {}],
    tls: [{ secretName: "web-tls" }, {}],
  },
};
const routes = {
  spec: {
    rules: [
      {
        backendRefs: [
          { name: "web", port: 80 },
          { group: "x.io", kind: "Bucket", name: "b" },
        ],
      },
    ],
  },
};
const scaled = { spec: { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" } } };
const webhooks = { webhooks: [{ clientConfig: { service } }, { clientConfig: { url: "https://example.com" } }] };
const template = { spec: { containers: [{ name: "web", envFrom: [{ secretRef: { name: "env" } }] }] } };

test.for([
  ["v1", "PersistentVolumeClaim", claimed, ["storage.k8s.io/StorageClass fast", "/PersistentVolume disk-1"]],
  ["v1", "ServiceAccount", { imagePullSecrets: [{ name: "a" }], secrets: [{ name: "b" }] }, ["/Secret a", "/Secret b"]],
  [
    "rbac.authorization.k8s.io/v1",
    "RoleBinding",
    binding,
    ["rbac.authorization.k8s.io/Role reader", "/ServiceAccount other/web", "/ServiceAccount own"],
  ],
  [
    "networking.k8s.io/v1",
    "Ingress",
    ingress,
    ["/Service rest:80", "/Service web:http", "/Secret web-tls", "networking.k8s.io/IngressClass nginx"],
  ],
  ["gateway.networking.k8s.io/v1", "HTTPRoute", routes, ["/Service web:80", "x.io/Bucket b"]],
  ["autoscaling/v2", "HorizontalPodAutoscaler", scaled, ["apps/Deployment web"]],
  ["admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", webhooks, ["/Service other/api:8443"]],
  ["apiregistration.k8s.io/v1", "APIService", { spec: { service } }, ["/Service other/api:8443"]],
  ["apps/v1", "StatefulSet", { spec: { serviceName: "db", template } }, ["/Secret env", "/Service db"]],
  ["argoproj.io/v1alpha1", "Rollout", { spec: { template } }, ["/Secret env"]],
  [
    "external-secrets.io/v1",
    "ExternalSecret",
    { spec: { secretStoreRef: { name: "vault" } } },
    ["external-secrets.io/SecretStore vault"],
  ],
  // The kinds of other groups have fields of their own.
  ["example.com/v1", "StatefulSet", { spec: { serviceName: "db" } }, []],
  ["v1", "ConfigMap", { data: { name: "a" } }, []],
] as const)("of %s %s", ([apiVersion, kind, rest, expected]) => {
  const object = { apiVersion, kind, ...rest };
  const found = referencesOf(object);
  const texts = found.map(({ group, kind: of, namespace, name, key }) => {
    const place = `${group}/${of} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
    return key === undefined ? place : `${place}:${key}`;
  });
  expect(texts).toEqual(expected);
  for (const { name, namePath } of found) expect(at(object, ...namePath)).toBe(name);
});
