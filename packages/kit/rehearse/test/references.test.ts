import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { configChanges } from "../src/config-changes.ts";
import type { Manifest, ManifestData } from "../src/manifest.ts";
import { missingReferences } from "../src/missing-references.ts";
import { configReferences } from "../src/references.ts";

function manifest(text: string): Manifest {
  const data = load(text) as ManifestData;
  return { where: `${data.kind}-${data.metadata.name}.yaml`, text, data };
}

const deployment = manifest(`
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      initContainers:
        - name: migrate
          env: [{ name: URL, valueFrom: { secretKeyRef: { name: database, key: url } } }]
      containers:
        - name: web
          envFrom:
            - configMapRef: { name: web-config }
            - secretRef: { name: extra, optional: true }
          env:
            - { name: PLAIN, value: "1" }
            - { name: LEVEL, valueFrom: { configMapKeyRef: { name: shared, key: level } } }
            - { name: NODE, valueFrom: { fieldRef: { fieldPath: spec.nodeName } } }
        - name: again
          envFrom: [{ configMapRef: { name: web-config } }]
      volumes:
        - { name: files, configMap: { name: files, items: [{ key: a, path: a }, { key: b, path: b }] } }
        - { name: key, secret: { secretName: signing } }
        - { name: both, projected: { sources: [{ configMap: { name: kube-root-ca.crt } }, { secret: { name: token } }] } }
        - { name: scratch, emptyDir: {} }
`);
const ingress = manifest(`
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { tls: [{ hosts: [a.example.com], secretName: a-tls }, { hosts: [b.example.com] }] }
`);

function briefly(data: ManifestData): string[] {
  return configReferences(data).map(({ kind, namespace, name, key = "*" }) => `${kind} ${namespace}/${name} ${key}`);
}

describe("what is read", () => {
  test("by pods", () => {
    expect(briefly(deployment.data)).toEqual([
      "Secret shop/database url",
      "ConfigMap shop/shared level",
      "ConfigMap shop/web-config *",
      "ConfigMap shop/files a",
      "ConfigMap shop/files b",
      "Secret shop/signing *",
      "ConfigMap shop/kube-root-ca.crt *",
      "Secret shop/token *",
    ]);
  });

  test("by an Ingress", () => {
    expect(briefly(ingress.data)).toEqual(["Secret shop/a-tls *"]);
  });

  test("by a Pod of its own, and by nothing else", () => {
    const { template } = deployment.data.spec as { template: ManifestData };
    const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "web", namespace: "shop" }, spec: template.spec! };
    expect(briefly(pod)).toEqual(briefly(deployment.data));
    expect(configReferences({ ...pod, kind: "Service" })).toEqual([]);
  });
});

function configMap(name: string, data: object): Manifest {
  const metadata = { name, namespace: "shop" };
  return manifest(JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata, data }));
}

test("what is missing: no object and no contract brings it, or not the key", () => {
  const manifests = [deployment, ingress, configMap("web-config", {}), configMap("files", { a: "1" })];
  const contracts = [
    { name: "database", keys: { password: {} } },
    { name: "signing", keys: {} },
  ];
  const found = missingReferences(manifests, contracts).map(({ object, message }) => `${object}: ${message}`);
  expect(found).toEqual([
    "Deployment shop/web: reads the key url of the Secret database, which no contract names",
    "Deployment shop/web: reads the ConfigMap shared, which no object brings",
    "Deployment shop/web: reads the key b of the ConfigMap files, which no object brings",
    "Deployment shop/web: reads the Secret token, which no contract names",
    "Ingress shop/web: reads the Secret a-tls, which no contract names",
  ]);
});

describe("ConfigMaps that change", () => {
  const before = [configMap("web-config", { url: "1", old: "1" }), configMap("shared", { level: "1", other: "1" })];
  const changes = (...after: Manifest[]): string[] =>
    configChanges(before, [...after, deployment]).map(
      ({ configMap: name, keys, readers }) => `${name} ${keys.join(",")}: ${readers.join(",")}`,
    );

  test("name the keys and who reads them", () => {
    expect(changes(configMap("web-config", { url: "2", new: "1" }))).toEqual([
      "ConfigMap shop/web-config new,old,url: Deployment shop/web",
    ]);
  });

  test("concern only who reads a key that changed", () => {
    expect(changes(configMap("shared", { level: "1", other: "2" }))).toEqual(["ConfigMap shop/shared other: "]);
    expect(changes(configMap("shared", { level: "2", other: "1" }))).toEqual([
      "ConfigMap shop/shared level: Deployment shop/web",
    ]);
  });

  test("are not those that are new, gone or alike", () => {
    expect(changes(before[0]!, configMap("new", { a: "1" }))).toEqual([]);
  });
});
