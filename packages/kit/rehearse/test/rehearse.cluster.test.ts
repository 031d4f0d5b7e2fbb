// Needs the control plane's programs: `pnpm test:cluster`.
import { execFileSync } from "node:child_process";
import { globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { preparePrograms, startControlPlane, type Component } from "@kit/control-plane";
import {
  exampleRepository,
  exampleRoot,
  filesBelow,
  plainGit,
  runScript,
  temporaryDirectory,
  type TestDirectory,
} from "@kit/testing";
import { load } from "js-yaml";
import { beforeAll, describe, expect, test } from "vitest";
import {
  missingDefinitions,
  rehearse,
  rehearsalsAsText,
  type Manifest,
  type ManifestData,
  type Rehearsal,
} from "../src/index.ts";

const components: readonly Component[] = ["scheduler", "controllers", "kwok"];
beforeAll(() => preparePrograms({ components, env: process.env, onProgress: console.error }));

type Edits = Readonly<Record<string, (text: string) => string>>;

/** The committed objects of an environment, with some files edited; one that becomes empty is left out. */
function objects(id: string, edits: Edits = {}): Manifest[] {
  const files = [...filesBelow(exampleRoot, `generated/rendered/${id}`)].filter(([path]) => path.endsWith(".yaml"));
  return files.flatMap(([where, original]) => {
    const text = (edits[where.split("/").at(-1)!] ?? ((same: string) => same))(original);
    return text === "" ? [] : [{ where, text, data: load(text) as ManifestData }];
  });
}

function manifest(data: ManifestData): Manifest {
  return { where: `${data.kind}-${data.metadata.name}.yaml`, text: JSON.stringify(data), data };
}

/** A Deployment of one pod, in a namespace of its own. */
function onePod(name: string, cpu: string): Manifest {
  const labels = { app: name };
  const template = {
    metadata: { labels },
    spec: { containers: [{ name, image: "one:1", resources: { requests: { cpu } } }] },
  };
  const spec = { replicas: 1, selector: { matchLabels: labels }, template };
  return manifest({ apiVersion: "apps/v1", kind: "Deployment", metadata: { name, namespace: name }, spec });
}

function replace(search: string, replacement: string): (text: string) => string {
  return (text) => {
    if (!text.includes(search)) throw new Error(`the file has no ${search}`);
    return text.replace(search, replacement);
  };
}

const keys = {
  DATABASE_URL: {},
  SESSION_SECRET: {},
  OPENAI_API_KEY: {},
  "database-url": {},
  "session-secret": {},
};
const certificates = ["shop", "api-shop", "chat-shop"].map((name) => `${name}-example-com-tls`);
const contracts = [
  ...["app-secrets", "shop-api-secret", "shop-page-secret"].map((name) => ({ name, keys })),
  ...certificates.map((name) => ({ name, type: "kubernetes.io/tls", keys: { "tls.crt": {}, "tls.key": {} } })),
];
const size = { cpu: 3000, memory: 6 * 2 ** 30 };
const labels = { "kubernetes.io/hostname": "node-1" };
const nodes = [{ name: "node-1", labels, taints: [], capacity: size, allocatable: size, pods: 110 }];

/** What a rehearsal says, without its times. */
async function rehearsed(
  before: readonly Manifest[],
  manifests: readonly Manifest[],
  neighbours: readonly Manifest[] = [],
): Promise<string> {
  await using cluster = await startControlPlane({ components, env: process.env });
  const all = [...before, ...manifests, ...neighbours];
  const definitions = await missingDefinitions(all, { env: process.env, onProgress: console.error });
  const about = { nodes, contracts, definitions, environment: "dev" };
  const options = { cluster, ...about, before: { ref: "main", manifests: before } };
  const text = rehearsalsAsText([await rehearse({ ...options, manifests, neighbours })]);
  const timeless = text.replaceAll(/\d+\.\d+ s/g, "N s").replaceAll(/^ +\d+\.\d\d {2}/gm, "       N  ");
  const nameless = timeless
    .replaceAll(/Invalid value: \{"labels.* … .*: field/g, "Invalid value: …: field")
    .replaceAll(/(?<=pods "backend-)[\da-z]+-[\da-z]+/g, "…");
  // Which of two controllers is faster is nobody's promise.
  return nameless.replaceAll(/(?:^ {7}N .*\n)+/gm, (lines) =>
    lines
      .split(/(?<=\n)/)
      .toSorted()
      .join(""),
  );
}

const backend = "18-deployment-backend.yaml";
const image = replace("shop-api:latest", "shop-api:2.0.0");

test("another image rolls without downtime, and back", async () => {
  expect(await rehearsed(objects("dev"), objects("dev", { [backend]: image }))).toMatchInlineSnapshot(`
    "dev over main: works
      sync: N s, 8 objects unchanged
        second  what     object
           N  changed  Deployment default/backend
           N  ready    Deployment default/backend
        ready endpoints                  before  lowest  after
        Service default/backend-service       2       2      2
        Service default/chat-service          2       2      2
        Service default/web-service           2       2      2
      rollback to main: N s, 8 objects unchanged
        second  what     object
           N  changed  Deployment default/backend
           N  ready    Deployment default/backend
        ready endpoints                  before  lowest  after
        Service default/backend-service       2       2      2
        Service default/chat-service          2       2      2
        Service default/web-service           2       2      2
    "
  `);
});

test("the only pod may be away where maxUnavailable is 1", async () => {
  const deployment = "18-deployment-shop-api.yaml";
  const strategy = "  replicas: 1\n  strategy:\n    rollingUpdate:\n      maxSurge: 0\n      maxUnavailable: 1";
  const before = objects("stall/dev", { [deployment]: replace("  replicas: 1", strategy) });
  const after = objects("stall/dev", {
    [deployment]: (text) => image(replace("  replicas: 1", strategy)(text)),
  });
  expect(await rehearsed(before, after)).toMatchInlineSnapshot(`
    "dev over main: works
      sync: N s, 5 objects unchanged
        second  what     object
           N  changed  Deployment default/shop-api
           N  down     Service default/shop-api
           N  ready    Deployment default/shop-api
           N  up       Service default/shop-api
        ready endpoints            before  lowest  after
        Service default/shop-api        1       0      1
        Service default/shop-page       1       1      1
        note: Service default/shop-api: had no ready endpoint from N s to N s; Deployment default/shop-api allows it: 1 of 1 pods may be away while it rolls (generated/rendered/stall/dev/13-service-shop-api.yaml)
      rollback to main: N s, 5 objects unchanged
        second  what     object
           N  changed  Deployment default/shop-api
           N  down     Service default/shop-api
           N  ready    Deployment default/shop-api
           N  up       Service default/shop-api
        ready endpoints            before  lowest  after
        Service default/shop-api        1       0      1
        Service default/shop-page       1       1      1
        note: Service default/shop-api: had no ready endpoint from N s to N s; Deployment default/shop-api allows it: 1 of 1 pods may be away while it rolls (generated/rendered/stall/dev/13-service-shop-api.yaml)
    "
  `);
});

test("a Service that asks for a label before the pods have it is empty for a while", async () => {
  const after = objects("dev", {
    "13-service-backend-service.yaml": replace(
      "selector:\n    app: backend",
      "selector:\n    app: backend\n    tier: v2",
    ),
    [backend]: replace("        tier: api", "        tier: v2"),
  });
  expect(await rehearsed(objects("dev"), after)).toMatchInlineSnapshot(`
    "dev over main: hurts
      sync: N s, 7 objects unchanged
        second  what     object
           N  changed  Deployment default/backend
           N  changed  Service default/backend-service
           N  down     Service default/backend-service
           N  ready    Deployment default/backend
           N  up       Service default/backend-service
        ready endpoints                  before  lowest  after
        Service default/backend-service       2       0      2
        Service default/chat-service          2       2      2
        Service default/web-service           2       2      2
        hurts: Service default/backend-service: had no ready endpoint from N s to N s, although maxUnavailable is 0 for Deployment default/backend (generated/rendered/dev/13-service-backend-service.yaml)
      rollback to main: N s, 7 objects unchanged
        second  what     object
           N  changed  Deployment default/backend
           N  changed  Service default/backend-service
           N  ready    Deployment default/backend
        ready endpoints                  before  lowest  after
        Service default/backend-service       2       2      2
        Service default/chat-service          2       2      2
        Service default/web-service           2       2      2
    "
  `);
});

test("a pod that no node has room for stays Pending, with the scheduler's reason", async () => {
  const after = objects("dev", {
    [backend]: (text) => text.replace("cpu: 250m", "cpu: 4").replace("cpu: 500m", "cpu: 4"),
  });
  expect(await rehearsed(objects("dev"), after)).toMatchInlineSnapshot(`
    "dev over main: hurts
      sync: N s, 8 objects unchanged
        second  what     object
           N  changed  Deployment default/backend
        ready endpoints                  before  lowest  after
        Service default/backend-service       2       2      2
        Service default/chat-service          2       2      2
        Service default/web-service           2       2      2
        hurts: Deployment default/backend: 1 pod stays Pending: 0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling. (generated/rendered/dev/18-deployment-backend.yaml)
      rollback to main: N s, 8 objects unchanged
        second  what     object
           N  changed  Deployment default/backend
           N  ready    Deployment default/backend
        ready endpoints                  before  lowest  after
        Service default/backend-service       2       2      2
        Service default/chat-service          2       2      2
        Service default/web-service           2       2      2
    "
  `);
});

test("a selector that changes is refused, and the rest can be taken back", async () => {
  const selector = replace("matchLabels:\n      app: backend", "matchLabels:\n      app: backend\n      tier: api");
  expect(await rehearsed(objects("dev"), objects("dev", { [backend]: selector }))).toMatchInlineSnapshot(`
    "dev over main: hurts
      sync: N s, 8 objects unchanged
        second  what     object
           N  refused  Deployment default/backend
        ready endpoints                  before  lowest  after
        Service default/backend-service       2       2      2
        Service default/chat-service          2       2      2
        Service default/web-service           2       2      2
        hurts: Deployment default/backend: Deployment.apps "backend" is invalid: spec.selector: Invalid value: {"matchLabels":{"app":"backend","tier":"api"}}: field is immutable (generated/rendered/dev/18-deployment-backend.yaml)
      rollback to main: N s, 9 objects unchanged
        ready endpoints                  before  lowest  after
        Service default/backend-service       2       2      2
        Service default/chat-service          2       2      2
        Service default/web-service           2       2      2
    "
  `);
});

test("a ConfigMap that changes and no checksum with it rolls nothing", async () => {
  const config = { "10-configmap-backend-config.yaml": replace("LOG_LEVEL: INFO", "LOG_LEVEL: DEBUG") };
  expect(await rehearsed(objects("dev"), objects("dev", config))).toMatchInlineSnapshot(`
    "dev over main: hurts, and rolling back hurts
      sync: N s, 8 objects unchanged
        second  what     object
           N  changed  ConfigMap default/backend-config
        ready endpoints                  before  lowest  after
        Service default/backend-service       2       2      2
        Service default/chat-service          2       2      2
        Service default/web-service           2       2      2
        ConfigMap default/backend-config changed (LOG_LEVEL): rolled nothing
        hurts: Deployment default/backend: reads LOG_LEVEL of ConfigMap default/backend-config, which changed, and its pods were not made anew (generated/rendered/dev/18-deployment-backend.yaml)
      rollback to main: N s, 8 objects unchanged
        second  what     object
           N  changed  ConfigMap default/backend-config
        ready endpoints                  before  lowest  after
        Service default/backend-service       2       2      2
        Service default/chat-service          2       2      2
        Service default/web-service           2       2      2
        ConfigMap default/backend-config changed (LOG_LEVEL): rolled nothing
        hurts: Deployment default/backend: reads LOG_LEVEL of ConfigMap default/backend-config, which changed, and its pods were not made anew (generated/rendered/dev/18-deployment-backend.yaml)
    "
  `);
});

test("a ConfigMap that changes with its checksum rolls the pods", async () => {
  const config = { "10-configmap-backend-config.yaml": replace("LOG_LEVEL: INFO", "LOG_LEVEL: DEBUG") };
  const checksum = { [backend]: replace("checksum/config: ", "checksum/config: other") };
  expect(await rehearsed(objects("dev"), objects("dev", { ...config, ...checksum }))).toMatchInlineSnapshot(`
    "dev over main: works
      sync: N s, 7 objects unchanged
        second  what     object
           N  changed  ConfigMap default/backend-config
           N  changed  Deployment default/backend
           N  ready    Deployment default/backend
        ready endpoints                  before  lowest  after
        Service default/backend-service       2       2      2
        Service default/chat-service          2       2      2
        Service default/web-service           2       2      2
        ConfigMap default/backend-config changed (LOG_LEVEL): rolled Deployment default/backend
      rollback to main: N s, 7 objects unchanged
        second  what     object
           N  changed  ConfigMap default/backend-config
           N  changed  Deployment default/backend
           N  ready    Deployment default/backend
        ready endpoints                  before  lowest  after
        Service default/backend-service       2       2      2
        Service default/chat-service          2       2      2
        Service default/web-service           2       2      2
        ConfigMap default/backend-config changed (LOG_LEVEL): rolled Deployment default/backend
    "
  `);
});

test("a Service that is not wanted any more is pruned, and comes back", async () => {
  const after = objects("dev", { "13-service-web-service.yaml": () => "" });
  expect(await rehearsed(objects("dev"), after)).toMatchInlineSnapshot(`
    "dev over main: works
      sync: N s, 8 objects unchanged
        second  what    object
           N  down    Service default/web-service
           N  pruned  Service default/web-service
        ready endpoints                  before  lowest  after
        Service default/backend-service       2       2      2
        Service default/chat-service          2       2      2
        Service default/web-service           2       0      –
        note: Service default/web-service: is pruned while it has 2 ready endpoints
      rollback to main: N s, 8 objects unchanged
        second  what     object
           N  created  Service default/web-service
           N  up       Service default/web-service
        ready endpoints                  before  lowest  after
        Service default/backend-service       2       2      2
        Service default/chat-service          2       2      2
        Service default/web-service           –       –      2
    "
  `);
});

test("an environment that is new has nothing to go back to, and lacks what nobody brings", async () => {
  const after = objects("prod", { [backend]: replace("name: app-secrets", "name: app-secret") });
  expect(await rehearsed([], after)).toMatchInlineSnapshot(`
    "dev over nothing (main has none of it): hurts
      sync: N s, 0 objects unchanged
        second  what     object
           N  created  ConfigMap shop/backend-config
           N  created  ConfigMap shop/chat-config
           N  created  ConfigMap shop/web-config
           N  created  Deployment shop/backend
           N  created  Deployment shop/chat
           N  created  Deployment shop/web
           N  created  ExternalSecret shop/app-secrets
           N  created  Ingress shop/backend-ingress
           N  created  Ingress shop/chat-ingress
           N  created  Ingress shop/web-ingress
           N  created  Namespace shop
           N  created  NetworkPolicy shop/backend-ingress
           N  created  NetworkPolicy shop/backend-network-policy
           N  created  NetworkPolicy shop/chat-ingress
           N  created  NetworkPolicy shop/chat-network-policy
           N  created  NetworkPolicy shop/web-ingress
           N  created  NetworkPolicy shop/web-network-policy
           N  created  PodDisruptionBudget shop/backend-pdb
           N  created  PodDisruptionBudget shop/chat-pdb
           N  created  PodDisruptionBudget shop/web-pdb
           N  created  Service shop/backend-service
           N  created  Service shop/chat-service
           N  created  Service shop/web-service
           N  ready    Deployment shop/backend
           N  ready    Deployment shop/chat
           N  ready    Deployment shop/web
           N  up       Service shop/backend-service
           N  up       Service shop/chat-service
           N  up       Service shop/web-service
        ready endpoints               before  lowest  after
        Service shop/backend-service       –       –      2
        Service shop/chat-service          –       –      2
        Service shop/web-service           –       –      2
        hurts: Deployment shop/backend: reads the Secret app-secret, which no contract names (generated/rendered/prod/18-deployment-backend.yaml)
      rollback: there is nothing to go back to
    "
  `);
});

test("pods that Pod Security refuses keep their Deployment from being ready", async () => {
  const root = replace("runAsNonRoot: true", "runAsNonRoot: false");
  expect(await rehearsed(objects("prod"), objects("prod", { [backend]: root }))).toMatchInlineSnapshot(`
    "dev over main: hurts
      sync: N s, 22 objects unchanged
        second  what     object
           N  changed  Deployment shop/backend
        ready endpoints               before  lowest  after
        Service shop/backend-service       2       2      2
        Service shop/chat-service          2       2      2
        Service shop/web-service           2       2      2
        hurts: Deployment shop/backend: is not ready in time: pods "backend-…" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false) (generated/rendered/prod/18-deployment-backend.yaml)
      rollback to main: N s, 22 objects unchanged
        second  what     object
           N  changed  Deployment shop/backend
           N  ready    Deployment shop/backend
        ready endpoints               before  lowest  after
        Service shop/backend-service       2       2      2
        Service shop/chat-service          2       2      2
        Service shop/web-service           2       2      2
    "
  `);
});

/** Its sync wave stays: what is in it comes after it. */
function withoutProtection(text: string): string {
  return text.replaceAll(/ {4}(?:argocd\.argoproj\.io\/sync-options|kustomize\.toolkit\.fluxcd\.io\/prune): .*\n/g, "");
}

test("a Namespace that is pruned takes everything with it, and comes back", async () => {
  const file = "00-namespace-shop.yaml";
  const unprotected = objects("prod", { [file]: withoutProtection });
  const text = await rehearsed(unprotected, objects("prod", { [file]: () => "" }));
  expect(text.split("\n").filter((line) => /over|Namespace|gone|rollback|hurts/.test(line))).toMatchInlineSnapshot(`
    [
      "dev over main: hurts",
      "       N  pruned  Namespace shop",
      "    hurts: Namespace shop: is pruned, and with it everything that is in it, also 22 objects still wanted",
      "    hurts: Service shop/backend-service: is wanted, and gone in the end (generated/rendered/prod/13-service-backend-service.yaml)",
      "    hurts: Service shop/chat-service: is wanted, and gone in the end (generated/rendered/prod/13-service-chat-service.yaml)",
      "    hurts: Service shop/web-service: is wanted, and gone in the end (generated/rendered/prod/13-service-web-service.yaml)",
      "  rollback to main: N s, 0 objects unchanged",
      "       N  created  Namespace shop",
    ]
  `);
});

test("a Namespace that no sync may prune stays, with everything in it", async () => {
  const text = await rehearsed(objects("prod"), objects("prod", { "00-namespace-shop.yaml": () => "" }));
  expect(text.split("\n").filter((line) => /over|Namespace|gone|rollback|hurts/.test(line))).toEqual([
    "dev over main: works",
    "       N  kept  Namespace shop",
    "  rollback to main: N s, 23 objects unchanged",
  ]);
});

test("a StatefulSet gets its volumes; its only pod is away while it is made anew", async () => {
  const labels = { app: "store" };
  const claim = {
    metadata: { name: "data" },
    spec: { accessModes: ["ReadWriteOnce"], storageClassName: "fast", resources: { requests: { storage: "1Gi" } } },
  };
  const store = (image: string): Manifest[] => {
    const container = { name: "store", image, volumeMounts: [{ name: "data", mountPath: "/data" }] };
    const template = { metadata: { labels }, spec: { containers: [container] } };
    const spec = { serviceName: "store", selector: { matchLabels: labels }, template, volumeClaimTemplates: [claim] };
    const service = { selector: labels, clusterIP: "None" };
    return [
      { apiVersion: "v1", kind: "Service", metadata: { name: "store" }, spec: service },
      { apiVersion: "apps/v1", kind: "StatefulSet", metadata: { name: "store" }, spec },
    ].map(manifest);
  };
  expect(await rehearsed(store("store:1"), store("store:2"))).toMatchInlineSnapshot(`
    "dev over main: works
      sync: N s, 1 object unchanged
        second  what     object
           N  changed  StatefulSet default/store
           N  down     Service default/store
           N  ready    StatefulSet default/store
           N  up       Service default/store
        ready endpoints        before  lowest  after
        Service default/store       1       0      1
        note: Service default/store: had no ready endpoint from N s to N s; StatefulSet default/store allows it: 1 of 1 pods may be away while it rolls (Service-store.yaml)
      rollback to main: N s, 1 object unchanged
        second  what     object
           N  changed  StatefulSet default/store
           N  down     Service default/store
           N  ready    StatefulSet default/store
           N  up       Service default/store
        ready endpoints        before  lowest  after
        Service default/store       1       0      1
        note: Service default/store: had no ready endpoint from N s to N s; StatefulSet default/store allows it: 1 of 1 pods may be away while it rolls (Service-store.yaml)
    "
  `);
});

function annotated({ data }: Manifest, annotations: Record<string, string>): Manifest {
  return manifest({ ...data, metadata: { ...data.metadata, annotations } });
}

const migrate = (image: string, cpu: string): Manifest => {
  const resources = { requests: { cpu } };
  const spec = { template: { spec: { restartPolicy: "Never", containers: [{ name: "one", image, resources }] } } };
  const job = manifest({ apiVersion: "batch/v1", kind: "Job", metadata: { name: "migrate" }, spec });
  return annotated(job, { "argocd.argoproj.io/hook": "PreSync" });
};
const late = (image: string): Manifest =>
  annotated(workload("Deployment", "late", image, []), { "argocd.argoproj.io/sync-wave": "2" });

const inWaves = (image: string, cpu = "1"): Manifest[] => [
  late(image),
  workload("Deployment", "web", image, []),
  migrate(image, cpu),
];

test("waves come one after the other, a hook runs anew, and what a wave that is stuck holds back is said", async () => {
  const text = await rehearsed(inWaves("a:1"), inWaves("a:2"));
  const [sync = ""] = text.split("  rollback");
  expect(sync).toMatchInlineSnapshot(`
    "dev over main: works
      sync: N s, 0 objects unchanged
        second  what      object
           N  changed   Deployment default/late
           N  changed   Deployment default/web
           N  ready     Deployment default/late
           N  ready     Deployment default/web
           N  ready     Job default/migrate
           N  replaced  Job default/migrate
    "
  `);
  const stuck = await rehearsed(inWaves("a:1"), inWaves("a:2", "9"));
  expect(stuck).toMatchInlineSnapshot(`
    "dev over main: hurts
      sync: N s, 0 objects unchanged
        second  what      object
           N  replaced  Job default/migrate
        hurts: Job default/migrate: is not ready, so the sync stops here and does not apply the later waves: Deployment default/web, Deployment default/late (Job-migrate.yaml)
        hurts: Job default/migrate: 1 pod stays Pending: 0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling. (Job-migrate.yaml)
      rollback to main: N s, 2 objects unchanged
        second  what      object
           N  ready     Job default/migrate
           N  replaced  Job default/migrate
    "
  `);
});

/** A workload of pods with a container of these ports. */
function workload(kind: string, name: string, image: string, ports: readonly string[], more: object = {}): Manifest {
  const matchLabels = { app: name };
  const container = { name, image, ports: ports.map((port, index) => ({ name: port, containerPort: 80 + index })) };
  const template = { metadata: { labels: matchLabels }, spec: { containers: [container] } };
  const spec = { replicas: 3, selector: { matchLabels }, template, ...more };
  return manifest({ apiVersion: "apps/v1", kind, metadata: { name }, spec });
}

function service(name: string, ...ports: string[]): Manifest {
  const spec = {
    selector: { app: name },
    ports: ports.map((port, index) => ({ name: port, port: 80 + index, targetPort: port })),
  };
  return manifest({ apiVersion: "v1", kind: "Service", metadata: { name }, spec });
}

test("a port that no container has any more ends without endpoints, as intended where there are no replicas", async () => {
  const services = [service("one", "http"), service("two", "http", "metrics"), service("none", "http")];
  const before = [
    workload("Deployment", "one", "a:1", ["http"]),
    workload("Deployment", "two", "a:1", ["http", "metrics"]),
    workload("Deployment", "none", "a:1", ["http"]),
  ];
  const after = [
    workload("Deployment", "one", "a:1", ["web"]),
    workload("Deployment", "two", "a:1", ["http"]),
    workload("Deployment", "none", "a:1", ["http"], { replicas: 0 }),
  ];
  const text = await rehearsed([...services, ...before], [...services, ...after]);
  const [sync = ""] = text.split("  rollback");
  expect(sync.split("\n").filter((line) => !/^ {7}N/.test(line))).toMatchInlineSnapshot(`
    [
      "dev over main: hurts",
      "  sync: N s, 3 objects unchanged",
      "    second  what     object",
      "    ready endpoints                   before  lowest  after",
      "    Service default/none                   3       0      0",
      "    Service default/one                    3       0      0",
      "    Service default/two                    3       3      3",
      "    Service default/two port metrics       3       0      0",
      "    note: Service default/none: had 3 ready endpoints and ends with none, as intended: Deployment default/none has 0 replicas (Service-none.yaml)",
      "    hurts: Service default/one: had 3 ready endpoints and ends with none: no container of Deployment default/one has the port http (Service-one.yaml)",
      "    hurts: Service default/two: its port metrics had 3 ready endpoints and ends with none: no container of Deployment default/two has the port metrics (Service-two.yaml)",
      "",
    ]
  `);
});

const waiting = (image: string): Manifest[] => [
  workload("StatefulSet", "some", image, [], {
    updateStrategy: { type: "RollingUpdate", rollingUpdate: { partition: 2 } },
  }),
  workload("StatefulSet", "deleted", image, [], { updateStrategy: { type: "OnDelete" } }),
];

test("pods that a partition or OnDelete keeps wait, and nothing waits after the way back", async () => {
  const text = await rehearsed(waiting("a:1"), waiting("a:2"));
  expect(text.split("\n").filter((line) => !/^ {7}N/.test(line))).toMatchInlineSnapshot(`
    [
      "dev over main: works",
      "  sync: N s, 0 objects unchanged",
      "    second  what     object",
      "    note: StatefulSet default/deleted: 3 of 3 pods wait until somebody deletes them: its update strategy is OnDelete (StatefulSet-deleted.yaml)",
      "    note: StatefulSet default/some: 2 of 3 pods wait until its partition is lowered: it is 2 (StatefulSet-some.yaml)",
      "  rollback to main: N s, 0 objects unchanged",
      "    second  what     object",
      "",
    ]
  `);
});

const claim = (storage: string): Manifest[] => [
  manifest({
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: "data" },
    spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage } } },
  }),
];

test("a claim grows where its class may let it, and never shrinks again", async () => {
  expect(await rehearsed(claim("1Gi"), claim("2Gi"))).toMatchInlineSnapshot(`
    "dev over main: works, but rolling back hurts
      sync: N s, 0 objects unchanged
        second  what     object
           N  changed  PersistentVolumeClaim default/data
        note: PersistentVolumeClaim default/data: grows from 1Gi to 2Gi: only if the cluster's default StorageClass has allowVolumeExpansion: true; it is not among the objects (PersistentVolumeClaim-data.yaml)
      rollback to main: N s, 0 objects unchanged
        second  what     object
           N  refused  PersistentVolumeClaim default/data
        hurts: PersistentVolumeClaim default/data: PersistentVolumeClaim "data" is invalid: spec.resources.requests.storage: Forbidden: field can not be less than status.capacity (PersistentVolumeClaim-data.yaml)
    "
  `);
});

test("what engines are told to replace or keep, and kinds that are new", async () => {
  const job = (name: string, image: string, options: object): Manifest => {
    const metadata = {
      name,
      annotations: { "argocd.argoproj.io/sync-options": "Force=true,Replace=true", ...options },
    };
    const template = { spec: { restartPolicy: "Never", containers: [{ name, image }] } };
    return manifest({ apiVersion: "batch/v1", kind: "Job", metadata, spec: { template } });
  };
  const definition = manifest({
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "things.example.com" },
    spec: {
      group: "example.com",
      names: { kind: "Thing", plural: "things" },
      scope: "Namespaced",
      versions: [{ name: "v1", served: true, storage: true, schema: { openAPIV3Schema: { type: "object" } } }],
    },
  });
  const thing = manifest({ apiVersion: "example.com/v1", kind: "Thing", metadata: { name: "one" } });
  const unknown = manifest({ apiVersion: "example.com/v1", kind: "Other", metadata: { name: "one" } });
  const kept = manifest({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "kept", annotations: { "kustomize.toolkit.fluxcd.io/prune": "disabled" } },
  });
  const fixed = { "argocd.argoproj.io/sync-options": "" };
  const before = [kept, job("forced", "one:1", {}), job("fixed", "one:1", fixed)];
  const after = [definition, job("forced", "one:2", {}), job("fixed", "one:2", fixed), thing, unknown];
  expect(await rehearsed(before, after)).toMatchInlineSnapshot(`
    "dev over main: hurts
      sync: N s, 0 objects unchanged
        second  what      object
           N  created   CustomResourceDefinition things.example.com
           N  created   Thing one
           N  kept      ConfigMap default/kept
           N  ready     Job default/forced
           N  refused   Job default/fixed
           N  refused   Other one
           N  replaced  Job default/forced
        hurts: Job default/fixed: Job.batch "fixed" is invalid: spec.template: Invalid value: …: field is immutable (Job-fixed.yaml)
        hurts: Other one: the API server does not serve Other in example.com/v1, and no CustomResourceDefinition here adds it (Other-one.yaml)
      rollback to main: N s, 2 objects unchanged
        second  what      object
           N  pruned    CustomResourceDefinition things.example.com
           N  pruned    Thing one
           N  ready     Job default/forced
           N  replaced  Job default/forced
    "
  `);
});

test("other environments of the cluster take their part of its nodes", async () => {
  expect(await rehearsed([], [onePod("mine", "2")], [onePod("theirs", "2")])).toMatchInlineSnapshot(`
    "dev over nothing (main has none of it): hurts
      sync: N s, 0 objects unchanged
        second  what     object
           N  created  Deployment mine/mine
        hurts: Deployment mine/mine: 1 pod stays Pending: 0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod. (Deployment-mine.yaml)
      rollback: there is nothing to go back to
    "
  `);
});

test("etcd dies in the middle: the rehearsal ends and says so", async () => {
  using temporary = temporaryDirectory();
  const env = { ...process.env, TMPDIR: temporary.path };
  await using cluster = await startControlPlane({ components, env });
  const before = { ref: "main", manifests: objects("dev") };
  const manifests = objects("dev", { [backend]: image });
  const rehearsal = rehearse({ cluster, nodes, contracts, environment: "dev", before, manifests }).catch(
    (error: unknown) => error,
  );
  const deployments = "/apis/apps/v1/namespaces/default/deployments";
  while ((await cluster.request<{ items: unknown[] }>("GET", deployments)).body.items.length === 0) {
    await setTimeout(20);
  }
  const [directory] = readdirSync(temporary.path);
  process.kill(Number(readFileSync(join(temporary.path, directory!, "etcd.pid"), "utf8")), "SIGKILL");
  expect(String(await rehearsal)).toMatch(
    /^EnvironmentFailure: failure\[component-died\]: etcd \S+ ended \(signal SIGKILL\), and all else was stopped\./,
  );
  await cluster[Symbol.asyncDispose]();
  expect(readdirSync(temporary.path)).toEqual([]);
});

/** A repository with this one's objects committed, in which the backend then gets another image. */
function changedRepository(): TestDirectory {
  const copy = exampleRepository();
  const git = (...args: string[]): unknown =>
    execFileSync("git", args, { cwd: copy.path, env: { ...process.env, ...plainGit } });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "generated");
  git("commit", "--quiet", "--message=Deployed");
  const file = `generated/rendered/dev/${backend}`;
  copy.write({ [file]: image(readFileSync(join(copy.path, file), "utf8")) });
  return copy;
}

describe("pnpm rehearse", () => {
  test("deploys over where the branch began, and says so as JSON", async () => {
    using copy = changedRepository();
    const { exitCode, stdout, stderr } = await runScript("rehearse", { cwd: copy.path, args: ["dev", "--json"] });
    const { hurts, rehearsals } = JSON.parse(stdout) as { hurts: boolean; rehearsals: Rehearsal[] };
    const changed = rehearsals.flatMap(({ environment, sync }) =>
      sync.timeline.map(({ what, object }) => `${environment}: ${what} ${object}`),
    );
    expect([exitCode, hurts, changed]).toEqual([
      0,
      false,
      ["dev: changed Deployment default/backend", "dev: ready Deployment default/backend"],
    ]);
    expect(stderr).toMatch(/^rehearsing dev over [\da-f]{7,}\n$/);
  });

  test("ends with 3 and leaves nothing where etcd dies in the middle", async () => {
    using copy = changedRepository();
    using temporary = temporaryDirectory();
    const env = { TMPDIR: temporary.path };
    const running = runScript("rehearse", { cwd: copy.path, args: ["dev", "--from", "main"], env });
    const logs = (): string[] => globSync("*/kube-scheduler.pid", { cwd: temporary.path });
    while (logs().length === 0) await setTimeout(20);
    // The scheduler starts when the API server answers: what follows is the rehearsal itself.
    const pid = join(temporary.path, dirname(logs()[0]!), "etcd.pid");
    process.kill(Number(readFileSync(pid, "utf8")), "SIGKILL");
    const { exitCode, stdout, stderr } = await running;
    expect([exitCode, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/^rehearsing dev over main\nfailure\[component-died\]: etcd \S+ ended \(signal SIGKILL\)/);
    expect(readdirSync(temporary.path)).toEqual([]);
  });
});
