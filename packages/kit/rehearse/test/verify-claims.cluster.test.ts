// Needs the control plane's programs: `pnpm test:cluster`.
import { startControlPlane } from "@kit/control-plane";
import { expect, test } from "vitest";
import { formatVerdicts, verify, type Manifest, type ManifestData, type Note } from "../src/index.ts";

type Objects = readonly ManifestData[];

async function verdictOf(objects: Objects, base?: Objects, beside: Objects = []): Promise<string> {
  await using cluster = await startControlPlane({ env: process.env });
  const notes: Note[] = [];
  const refusals = await verify({
    cluster,
    manifests: objects.map(manifest),
    base: base === undefined ? undefined : { ref: "main", manifests: base.map(manifest) },
    beside: beside.map(manifest),
    onNote: (note) => notes.push(note),
  });
  return formatVerdicts([{ environment: "prod", objects: objects.length, refusals, notes }]);
}

function manifest(data: ManifestData): Manifest {
  return {
    where: `${data.kind.toLowerCase()}-${data.metadata.name.slice(0, 10)}.yaml`,
    text: JSON.stringify(data),
    data,
  };
}

const namespace = "shop";
const restricted = {
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: namespace, labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
};
const selector = { matchLabels: { app: "db" } };

/** Pods that Pod Security admits, which mount a volume `data`. */
function podTemplate(spec: object = {}) {
  const container = {
    name: "db",
    image: "postgres:17.4",
    volumeMounts: [{ name: "data", mountPath: "/data" }],
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
  };
  const securityContext = { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: "RuntimeDefault" } };
  return {
    metadata: { name: "of-the-template", labels: { app: "db" } },
    spec: { securityContext, containers: [container], ...spec },
  };
}

function statefulSet(name: string, size: string | undefined, spec: object = {}) {
  const claim = { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: size } } };
  const claims = size === undefined ? {} : { volumeClaimTemplates: [{ metadata: { name: "data" }, spec: claim }] };
  return {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: { name, namespace },
    spec: { serviceName: "db", selector, template: podTemplate(spec), ...claims },
  };
}

test("the pods of each kind are tried as its controller makes them", async () => {
  const empty = { volumes: [{ name: "data", emptyDir: {} }] };
  const template = podTemplate(empty);
  const once = podTemplate({ ...empty, restartPolicy: "OnFailure" });
  // Cut after 50 characters, it would end with the dot.
  const metadata = { name: `${"long-".repeat(9)}name.with-more`, namespace };
  const sets = [
    statefulSet("db", "10Gi"),
    // The claim takes the place of the volume of its name.
    statefulSet("other", "10Gi", { volumes: [{ name: "data", hostPath: { path: "/data" } }] }),
    statefulSet("third", undefined, empty),
  ];
  expect(
    await verdictOf([
      restricted,
      ...sets,
      { apiVersion: "apps/v1", kind: "Deployment", metadata, spec: { selector, template } },
      { apiVersion: "apps/v1", kind: "DaemonSet", metadata, spec: { selector, template } },
      { apiVersion: "apps/v1", kind: "ReplicaSet", metadata, spec: { selector, template } },
      { apiVersion: "v1", kind: "ReplicationController", metadata, spec: { template } },
      {
        apiVersion: "batch/v1",
        kind: "Job",
        metadata: { name: "job", namespace },
        spec: { completionMode: "Indexed", completions: 2, template: once },
      },
      {
        apiVersion: "batch/v1",
        kind: "CronJob",
        metadata: { name: "nightly", namespace },
        spec: { schedule: "0 3 * * *", jobTemplate: { spec: { template: once } } },
      },
    ]),
  ).toBe("prod: 10 objects, all taken; applied again, nothing changes\n");
});

test("a StatefulSet whose pods can never be, and claims that the namespace's limits refuse", async () => {
  const limits = {
    apiVersion: "v1",
    kind: "LimitRange",
    metadata: { name: "sizes", namespace },
    spec: { limits: [{ type: "PersistentVolumeClaim", max: { storage: "10Gi" } }] },
  };
  const sets = [statefulSet("db", "20Gi"), statefulSet("a".repeat(60), "1Gi"), statefulSet("missing", undefined)];
  expect(await verdictOf([restricted, limits, ...sets])).toMatchInlineSnapshot(`
    "prod: 5 objects, 3 refused
      StatefulSet shop/db, its claims: persistentvolumeclaims "data-db-0" is forbidden: maximum storage usage per PersistentVolumeClaim is 10Gi, but request is 20Gi
        where: statefulset-db.yaml
      StatefulSet shop/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, its pods: Pod "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-0" is invalid: metadata.labels: Invalid value: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-4294967295": must be no more than 63 bytes
        where: statefulset-aaaaaaaaaa.yaml
      StatefulSet shop/missing, apply: StatefulSet.apps "missing" is invalid: spec.template.spec.containers[0].volumeMounts[0].name: Not found: "data"
        where: statefulset-missing.yaml
    "
  `);
});

function quota(place: string) {
  return {
    apiVersion: "v1",
    kind: "ResourceQuota",
    metadata: { name: "all", namespace: place },
    spec: { hard: { "limits.memory": "1Gi", persistentvolumeclaims: "0" } },
  };
}

test("a quota holds, and counts what a LimitRange adds to pods", async () => {
  const defaults = {
    apiVersion: "v1",
    kind: "LimitRange",
    metadata: { name: "defaults", namespace },
    spec: { limits: [{ type: "Container", default: { memory: "2Gi" } }] },
  };
  const elsewhere = statefulSet("other", "1Gi");
  const sets = [statefulSet("db", "1Gi"), { ...elsewhere, metadata: { name: "other", namespace: "elsewhere" } }];
  expect(await verdictOf([restricted, quota(namespace), quota("elsewhere"), defaults, ...sets])).toMatchInlineSnapshot(`
    "prod: 6 objects, 4 refused
      StatefulSet shop/db, its claims: persistentvolumeclaims "data-db-0" is forbidden: exceeded quota: all, requested: persistentvolumeclaims=1, used: persistentvolumeclaims=0, limited: persistentvolumeclaims=0
        where: statefulset-db.yaml
      StatefulSet shop/db, its pods: pods "db-0" is forbidden: exceeded quota: all, requested: limits.memory=2Gi, used: limits.memory=0, limited: limits.memory=1Gi
        where: statefulset-db.yaml
      StatefulSet elsewhere/other, its claims: persistentvolumeclaims "data-other-0" is forbidden: exceeded quota: all, requested: persistentvolumeclaims=1, used: persistentvolumeclaims=0, limited: persistentvolumeclaims=0
        where: statefulset-other.yaml
      StatefulSet elsewhere/other, its pods: pods "other-0" is forbidden: failed quota: all: must specify limits.memory for: db
        where: statefulset-other.yaml
    "
  `);
});

test("pods of a custom resource are not guessed at", async () => {
  const schema = { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } };
  const definition = {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "services.serving.example.com" },
    spec: {
      group: "serving.example.com",
      names: { kind: "Service", plural: "services" },
      scope: "Namespaced",
      versions: [{ name: "v1", served: true, storage: true, schema }],
    },
  };
  const service = {
    apiVersion: "serving.example.com/v1",
    kind: "Service",
    metadata: { name: "web" },
    // Its controller names the container.
    spec: { template: { spec: { containers: [{ image: "web:1.0.0" }] } } },
  };
  expect(await verdictOf([definition, service])).toBe("prod: 2 objects, all taken; applied again, nothing changes\n");
});

function storageClass(name: string, allowVolumeExpansion: boolean, annotations: Readonly<Record<string, string>> = {}) {
  const metadata = { name, annotations };
  return {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata,
    provisioner: "example.com/disk",
    allowVolumeExpansion,
  };
}

function uploads(name: string, storage: string, storageClassName?: string) {
  const spec = { accessModes: ["ReadWriteOnce"], resources: { requests: { storage } } };
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name },
    spec: { ...spec, ...(storageClassName === undefined ? {} : { storageClassName }) },
  };
}

test("a bound claim that grows is taken where its class lets it, one that shrinks never", async () => {
  const classes = [storageClass("grows", true), storageClass("stays", false)];
  const beside = [storageClass("besides", false)];
  const at = (size: string): Objects => [
    ...classes,
    ...["grows", "stays", "besides", "elsewhere"].map((name) => uploads(name, size, name)),
    uploads("static", size, ""),
    uploads("default", size),
  ];
  // The same size.
  expect(await verdictOf(at("20Gi"), at("20480Mi"), beside)).toBe(
    "prod: 8 objects, all taken; applied again, nothing changes\n",
  );
  expect(await verdictOf(at("30Gi"), at("20Gi"), beside)).toMatchInlineSnapshot(`
    "prod: 8 objects, 3 refused
      PersistentVolumeClaim stays, apply over main: persistentvolumeclaims "stays" is forbidden: only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize
        where: persistentvolumeclaim-stays.yaml
      PersistentVolumeClaim besides, apply over main: persistentvolumeclaims "besides" is forbidden: only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize
        where: persistentvolumeclaim-besides.yaml
      PersistentVolumeClaim static, apply over main: persistentvolumeclaims "static" is forbidden: only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize
        where: persistentvolumeclaim-static.yaml
      note: PersistentVolumeClaim elsewhere grows from 20Gi to 30Gi: only if StorageClass elsewhere has allowVolumeExpansion: true; it is not among the objects
        where: persistentvolumeclaim-elsewhere.yaml
      note: PersistentVolumeClaim default grows from 20Gi to 30Gi: only if the cluster's default StorageClass has allowVolumeExpansion: true; it is not among the objects
        where: persistentvolumeclaim-default.yaml
    "
  `);
  expect(await verdictOf(at("10Gi"), at("20Gi"), beside)).toMatchInlineSnapshot(`
    "prod: 8 objects, 6 refused
      PersistentVolumeClaim grows, apply over main: PersistentVolumeClaim "grows" is invalid: spec.resources.requests.storage: Forbidden: field can not be less than status.capacity
        where: persistentvolumeclaim-grows.yaml
      PersistentVolumeClaim stays, apply over main: PersistentVolumeClaim "stays" is invalid: spec.resources.requests.storage: Forbidden: field can not be less than status.capacity
        where: persistentvolumeclaim-stays.yaml
      PersistentVolumeClaim besides, apply over main: PersistentVolumeClaim "besides" is invalid: spec.resources.requests.storage: Forbidden: field can not be less than status.capacity
        where: persistentvolumeclaim-besides.yaml
      PersistentVolumeClaim elsewhere, apply over main: PersistentVolumeClaim "elsewhere" is invalid: spec.resources.requests.storage: Forbidden: field can not be less than status.capacity
        where: persistentvolumeclaim-elsewhere.yaml
      PersistentVolumeClaim static, apply over main: PersistentVolumeClaim "static" is invalid: spec.resources.requests.storage: Forbidden: field can not be less than status.capacity
        where: persistentvolumeclaim-static.yaml
      PersistentVolumeClaim default, apply over main: PersistentVolumeClaim "default" is invalid: spec.resources.requests.storage: Forbidden: field can not be less than status.capacity
        where: persistentvolumeclaim-default.yaml
    "
  `);
});

function defaultClass(expands: boolean) {
  return storageClass("own", expands, { "storageclass.kubernetes.io/is-default-class": "true" });
}

test("a class is judged as it is after the change, and the default class is the objects' own", async () => {
  const before = [defaultClass(false), uploads("uploads", "10Gi")];
  const after = [defaultClass(true), uploads("uploads", "20Gi")];
  const back = [defaultClass(false), uploads("uploads", "30Gi")];
  expect(await verdictOf(after, before)).toBe("prod: 2 objects, all taken; applied again, nothing changes\n");
  expect(await verdictOf(back, after)).toMatchInlineSnapshot(`
    "prod: 2 objects, 1 refused
      PersistentVolumeClaim uploads, apply over main: persistentvolumeclaims "uploads" is forbidden: only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize
        where: persistentvolumeclaim-uploads.yaml
    "
  `);
});
