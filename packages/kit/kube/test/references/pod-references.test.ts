import { describe, expect, test } from "vitest";
import { accountOf, at, podReferences, type PodReference } from "../../src/index.ts";

const spec = {
  initContainers: [
    { name: "migrate", env: [{ name: "URL", valueFrom: { secretKeyRef: { name: "db", key: "url" } } }] },
  ],
  containers: [
    {
      name: "web",
      envFrom: [{ prefix: "P_", configMapRef: { name: "config" } }, { secretRef: { name: "extra", optional: true } }],
      env: [
        { name: "PLAIN", value: "1" },
        { name: "LEVEL", valueFrom: { configMapKeyRef: { name: "shared", key: "level", optional: true } } },
      ],
    },
  ],
  volumes: [
    {
      name: "files",
      configMap: {
        name: "files",
        items: [
          { key: "a", path: "a" },
          { key: "b", path: "b" },
        ],
      },
    },
    // No item is all of them.
    { name: "all", secret: { secretName: "signing", items: [] } },
    {
      name: "both",
      projected: { sources: [{ configMap: { name: "ca" } }, { secret: { name: "token", optional: true } }] },
    },
    { name: "data", persistentVolumeClaim: { claimName: "data" } },
    { name: "share", azureFile: { secretName: "azure", shareName: "a" } },
    { name: "driven", csi: { driver: "x", nodePublishSecretRef: { name: "csi" } } },
    { name: "disk", iscsi: { secretRef: { name: "chap" } } },
    { name: "scratch", ephemeral: { volumeClaimTemplate: { spec: { storageClassName: "fast" } } } },
    { name: "empty", emptyDir: {} },
  ],
  imagePullSecrets: [{ name: "registry" }],
  serviceAccountName: "web",
  serviceAccount: "old",
  priorityClassName: "high",
  runtimeClassName: "gvisor",
  resourceClaims: [
    { name: "gpu", resourceClaimName: "gpu" },
    { name: "own", resourceClaimTemplateName: "gpus" },
  ],
};

const place = ["spec", "template", "spec"];
const object = { spec: { template: { spec } } };

function briefly({ group, kind, name, key, optional, by }: PodReference): string {
  const what = `${group === "" ? "" : `${group}/`}${kind} ${name}${key === undefined ? "" : ` ${key}`}`;
  return `${what}${optional ? "?" : ""} by ${Object.values(by).join(" ")}`.trim();
}

test("everything that a pod names, in the order of its fields", () => {
  expect(podReferences(spec).map(briefly)).toEqual([
    "Secret db url by variable URL",
    "ConfigMap shared level? by variable LEVEL",
    "ConfigMap config by envFrom P_",
    "Secret extra? by envFrom",
    "ConfigMap files a by volume files",
    "ConfigMap files b by volume files",
    "Secret signing by volume all",
    "ConfigMap ca by volume both",
    "Secret token? by volume both",
    "PersistentVolumeClaim data by volume data",
    "Secret azure by driver share",
    "Secret csi by driver driven",
    "Secret chap by driver disk",
    "storage.k8s.io/StorageClass fast by volume scratch",
    "Secret registry by pod",
    "ServiceAccount web by pod",
    "scheduling.k8s.io/PriorityClass high by pod",
    "node.k8s.io/RuntimeClass gvisor by pod",
    "resource.k8s.io/ResourceClaim gpu by pod",
    "resource.k8s.io/ResourceClaimTemplate gpus by pod",
  ]);
});

test("each with the places where its name and its key stand", () => {
  for (const { name, key = name, namePath, path } of podReferences(spec, place)) {
    expect([at(object, ...namePath), at(object, ...path)]).toEqual([name, key]);
  }
});

test("a pod runs as the account of the new field, else of the old one, else the default", () => {
  const specs = [spec, { serviceAccountName: "", serviceAccount: "old" }, { serviceAccount: "old" }, {}, undefined];
  expect(specs.map(accountOf)).toEqual(["web", "old", "old", "default", "default"]);
});

describe("nothing is read of", () => {
  test.for([
    undefined,
    {},
    { containers: "none", volumes: [null, 1], imagePullSecrets: {} },
    { containers: [{ env: [{ name: "A", valueFrom: { secretKeyRef: { name: "no-key" } } }] }] },
    { containers: [{ env: [{ name: "A", valueFrom: { secretKeyRef: { key: "no-name" } } }], envFrom: [{}] }] },
    { volumes: [{ name: "a", secret: { secretName: "a", items: [{ path: "no-key" }] } }] },
  ])("%j", (pod) => {
    expect(podReferences(pod)).toEqual([]);
  });
});
