// Needs the sync engine and the control plane's programs: `pnpm test:cluster`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  preparePrograms,
  prepareSyncEngine,
  startControlPlane,
  type Component,
  type ControlPlane,
  type ObjectName,
  type SyncEngineProgram,
  type SyncOptions,
  type SyncReport,
} from "@kit/control-plane";
import { gitRepository, type GitRepository } from "@kit/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isInUse, until } from "./running.ts";

const { env } = process;
const components: Component[] = ["scheduler", "controllers", "kwok"];
const capacity = { cpu: "4", memory: "8Gi", pods: "110" };
const node = { apiVersion: "v1", kind: "Node", metadata: { name: "node-1" }, status: { capacity } };

let cluster: ControlPlane;
let engine: SyncEngineProgram;
beforeAll(async () => {
  engine = await prepareSyncEngine({ env, onProgress: console.error });
  await preparePrograms({ components, env, onProgress: console.error });
  cluster = await startControlPlane({ components, env });
  await cluster.request("POST", "/api/v1/nodes", node);
});
afterAll(() => cluster[Symbol.asyncDispose]());

let namespaces = 0;
/** A namespace that is nobody else's. */
async function freshNamespace(): Promise<string> {
  const name = `test-${namespaces++}`;
  await cluster.request("POST", "/api/v1/namespaces", { apiVersion: "v1", kind: "Namespace", metadata: { name } });
  return name;
}

function sync({ path }: GitRepository, namespace: string, options: Partial<SyncOptions> = {}): Promise<SyncReport> {
  const where = { application: namespace, repository: path, path: "deploy", namespace };
  return engine.sync(cluster, { ...where, waveDelaySeconds: 0, ...options });
}

type Annotations = Readonly<Record<string, string>>;

function object(kind: string, name: string, spec: object, annotations: Annotations = {}): string {
  const apiVersions: Record<string, string> = { Deployment: "apps/v1", Job: "batch/v1" };
  return JSON.stringify({ apiVersion: apiVersions[kind] ?? "v1", kind, metadata: { name, annotations }, ...spec });
}

const configMap = (name: string, data: object, annotations?: Annotations): string =>
  object("ConfigMap", name, { data }, annotations);

function deployment(name: string, annotations?: Annotations): string {
  const labels = { app: name };
  const template = { metadata: { labels }, spec: { containers: [{ name, image: "example.com/web:1" }] } };
  return object("Deployment", name, { spec: { selector: { matchLabels: labels }, template } }, annotations);
}

/** A Deployment whose pods read a ConfigMap. */
function reading(name: string): string {
  return deployment("a").replace('"image"', `"envFrom":[{"configMapRef":{"name":"${name}"}}],"image"`);
}

function job(name: string, annotations: Annotations): string {
  const containers = [{ name, image: "example.com/migrate:1" }];
  return object("Job", name, { spec: { template: { spec: { restartPolicy: "Never", containers } } } }, annotations);
}

function named({ kind, name }: ObjectName): string {
  return `${kind} ${name}`;
}

/** What became of each object, in the order in which it was applied. */
function outcomes({ operation }: SyncReport): string[] {
  return operation.results.map((one) => `${named(one)}: ${one.hook} ${one.status} ${one.phase}`.replaceAll(/ +/g, " "));
}

/** What is not as the commit has it. */
function differences(state: SyncReport["before"]): string[] {
  return state.objects.filter((one) => one.sync !== "Synced").map((one) => `${named(one)}: ${one.sync}`);
}

interface Live {
  readonly metadata: { readonly creationTimestamp: string; readonly uid: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly status?: { readonly completionTime?: string };
}

async function live(path: string): Promise<Live> {
  return (await cluster.request<Live>("GET", path)).body;
}

const wave = (number: number): Annotations => ({ "argocd.argoproj.io/sync-wave": String(number) });
const hook = { "argocd.argoproj.io/hook": "Sync" };

describe("order", () => {
  test("a migration in an earlier wave is over before the Deployment is made", async () => {
    const namespace = await freshNamespace();
    // Their files, kinds and names would have it the other way round.
    using repository = gitRepository({
      "deploy/1.json": deployment("a"),
      "deploy/2.json": job("migrate", { ...hook, ...wave(-1) }),
      "deploy/3.json": configMap("settings", { a: "1" }, wave(-2)),
    });
    const report = await sync(repository, namespace);
    expect([report.operation.phase, report.after.health, ...outcomes(report)]).toMatchInlineSnapshot(`
      [
        "Succeeded",
        "Healthy",
        "ConfigMap settings: Synced Succeeded",
        "Job migrate: Sync Succeeded",
        "Deployment a: Synced Running",
      ]
    `);
    const { status } = await live(`/apis/batch/v1/namespaces/${namespace}/jobs/migrate`);
    const { metadata } = await live(`/apis/apps/v1/namespaces/${namespace}/deployments/a`);
    expect(Date.parse(metadata.creationTimestamp)).toBeGreaterThanOrEqual(Date.parse(status!.completionTime!));
  });

  test("a migration that runs before each sync is made anew", async () => {
    const namespace = await freshNamespace();
    using repository = gitRepository({
      "deploy/1.json": deployment("a"),
      "deploy/2.json": job("migrate", { "argocd.argoproj.io/hook": "PreSync" }),
    });
    const path = `/apis/batch/v1/namespaces/${namespace}/jobs/migrate`;
    await sync(repository, namespace);
    const first = await live(path);
    const second = await sync(repository, namespace);
    expect(outcomes(second)).toMatchInlineSnapshot(`
      [
        "Job migrate: PreSync Succeeded",
        "Deployment a: Synced Running",
      ]
    `);
    expect((await live(path)).metadata.uid).not.toBe(first.metadata.uid);
  });

  test("a renamed ConfigMap is pruned once the pods that read it are gone; without PruneLast, before", async () => {
    const namespace = await freshNamespace();
    using repository = gitRepository({ "deploy/a.json": reading("one"), "deploy/b.json": configMap("one", {}) });
    await sync(repository, namespace);
    repository.commit({ "deploy/a.json": reading("two"), "deploy/b.json": configMap("two", {}) });
    expect(outcomes(await sync(repository, namespace))).toMatchInlineSnapshot(`
      [
        "ConfigMap two: Synced Succeeded",
        "Deployment a: Synced Succeeded",
        "ConfigMap one: Pruned Succeeded",
      ]
    `);
    repository.commit({ "deploy/a.json": reading("three"), "deploy/b.json": configMap("three", {}) });
    expect(outcomes(await sync(repository, namespace, { pruneLast: false }))).toMatchInlineSnapshot(`
      [
        "ConfigMap two: Pruned Succeeded",
        "ConfigMap three: Synced Running",
        "Deployment a: Synced Running",
      ]
    `);
  });

  test("a wave that is not healthy holds up those after it", async () => {
    const namespace = await freshNamespace();
    const ingress = { spec: { defaultBackend: { service: { name: "a", port: { number: 80 } } } } };
    const text = object("Ingress", "a", ingress).replace('"v1"', '"networking.k8s.io/v1"');
    using repository = gitRepository({ "deploy/1.json": text, "deploy/2.json": configMap("after", {}, wave(1)) });
    const report = await sync(repository, namespace, { timeoutSeconds: 3 });
    expect([report.operation.phase, report.operation.message, ...outcomes(report)]).toMatchInlineSnapshot(`
      [
        "Failed",
        "timed out: waiting for healthy state of networking.k8s.io/Ingress/a",
        "Ingress a: Synced Running",
      ]
    `);
    expect(differences(report.after)).toEqual(["ConfigMap after: Missing"]);
  });
});

describe("an application has what its commit has", () => {
  test("what is not committed, or lies deeper, is not seen", async () => {
    const namespace = await freshNamespace();
    using repository = gitRepository({
      "deploy/a.json": configMap("a", {}),
      "deploy/deeper/b.json": configMap("b", {}),
    });
    repository.write({ "deploy/c.json": configMap("c", {}) });
    expect(outcomes(await sync(repository, namespace))).toEqual(["ConfigMap a: Synced Running"]);
  });

  test("its own objects are pruned, not another's, nor one that a controller copied", async () => {
    const namespace = await freshNamespace();
    const maps = `/api/v1/namespaces/${namespace}/configmaps`;
    using repository = gitRepository({ "deploy/a.json": configMap("a", {}), "deploy/b.json": configMap("b", {}) });
    using other = gitRepository({ "deploy/c.json": configMap("c", {}) });
    await sync(repository, namespace);
    await sync(other, namespace, { application: "other" });
    const { metadata } = (await cluster.request<{ metadata: { annotations: object } }>("GET", `${maps}/b`)).body;
    const copy = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "copy", annotations: metadata.annotations } };
    expect((await cluster.request("POST", maps, copy)).status).toBe(201);
    repository.commit({ "deploy/b.json": null });
    const kept = await sync(repository, namespace, { prune: false });
    expect([differences(kept.before), outcomes(kept)]).toMatchInlineSnapshot(`
      [
        [
          "ConfigMap b: Extra",
        ],
        [
          "ConfigMap a: Synced Succeeded",
          "ConfigMap b: PruneSkipped Succeeded",
        ],
      ]
    `);
    const pruned = await sync(repository, namespace);
    expect([differences(pruned.before), outcomes(pruned)]).toMatchInlineSnapshot(`
      [
        [
          "ConfigMap b: Extra",
        ],
        [
          "ConfigMap a: Synced Succeeded",
          "ConfigMap b: Pruned Succeeded",
        ],
      ]
    `);
    const { body } = await cluster.request<{ items: { metadata: { name: string } }[] }>("GET", maps);
    expect(body.items.map((one) => one.metadata.name)).toEqual(["a", "c", "copy", "kube-root-ca.crt"]);
  });

  test("an object that says so is not pruned", async () => {
    const namespace = await freshNamespace();
    const safe = { "argocd.argoproj.io/sync-options": "Prune=false" };
    using repository = gitRepository({
      "deploy/a.json": configMap("a", {}),
      "deploy/b.json": configMap("b", {}, safe),
    });
    await sync(repository, namespace);
    repository.commit({ "deploy/b.json": null });
    expect(outcomes(await sync(repository, namespace))).toMatchInlineSnapshot(`
      [
        "ConfigMap a: Synced Succeeded",
        "ConfigMap b: PruneSkipped Succeeded",
      ]
    `);
  });

  test("a value that was changed by hand comes back; one that was added stays, and is no difference", async () => {
    const namespace = await freshNamespace();
    const path = `/api/v1/namespaces/${namespace}/configmaps/a`;
    using repository = gitRepository({ "deploy/a.json": configMap("a", { own: "1" }) });
    await sync(repository, namespace);
    const patch = "application/merge-patch+json";
    await cluster.request("PATCH", path, { data: { added: "2" } }, patch);
    expect(differences((await sync(repository, namespace)).before)).toEqual([]);
    await cluster.request("PATCH", path, { data: { own: "other" } }, patch);
    expect(differences((await sync(repository, namespace)).before)).toEqual(["ConfigMap a: Modified"]);
    expect((await live(path)).data).toEqual({ own: "1", added: "2" });
  });
});

describe("what goes wrong", () => {
  test("an object that the API server refuses is told in its words, and all others are applied", async () => {
    const namespace = await freshNamespace();
    const service = object("Service", "web", { spec: { ports: [{ port: 0 }] } });
    using repository = gitRepository({ "deploy/a.json": configMap("a", {}), "deploy/b.json": service });
    const report = await sync(repository, namespace);
    expect([report.operation.message, ...outcomes(report)]).toMatchInlineSnapshot(`
      [
        "one or more objects failed to apply, reason: Service "web" is invalid: [spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive, spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive]",
        "ConfigMap a: Synced Running",
        "Service web: SyncFailed Failed",
      ]
    `);
  });

  test("no such path, no such commit, no YAML", async () => {
    using repository = gitRepository({ "deploy/a.yaml": "a: [" });
    const said = async (options: Partial<SyncOptions>): Promise<string> =>
      sync(repository, "default", options).then(
        () => "synced",
        (error: Error) => error.message,
      );
    expect(await said({ path: "elsewhere" })).toMatchInlineSnapshot(`
      "failure[subprocess-failed]: the sync engine could not sync elsewhere:
      git archive: exit status 128: fatal: pathspec 'elsewhere' did not match any files
        to fix: see what it says, fix that, then start again"
    `);
    expect(await said({ revision: "v9" })).toMatchInlineSnapshot(`
      "failure[subprocess-failed]: the sync engine could not sync deploy:
      git rev-parse: exit status 128: fatal: Needed a single revision
        to fix: see what it says, fix that, then start again"
    `);
    expect(await said({})).toMatchInlineSnapshot(`
      "failure[subprocess-failed]: the sync engine could not sync deploy:
      deploy/a.yaml: failed to unmarshal manifest: error converting YAML to JSON: yaml: line 1: did not find expected node content
        to fix: see what it says, fix that, then start again"
    `);
  });

  test("it ends with the control plane", async () => {
    const own = await startControlPlane({ env });
    using repository = gitRepository({ "deploy/a.json": deployment("a") });
    const where = { application: "a", repository: repository.path, path: "deploy", namespace: "default" };
    const report = engine.sync(own, where).catch((error: Error) => error.message);
    await until(() => isInUse(repository.path));
    // Nothing makes the Deployment healthy.
    await until(
      async () => (await own.request("GET", "/apis/apps/v1/namespaces/default/deployments/a")).status === 200,
    );
    await own[Symbol.asyncDispose]();
    expect(await report).toBe("the control plane is stopped");
    await until(() => !isInUse(repository.path));
  });

  test("it ends with its parent, also by kill -9", async () => {
    using repository = gitRepository({ "deploy/a.json": deployment("a") });
    // Only what the engine itself is told names the repository.
    const code = `import { prepareSyncEngine, startControlPlane } from "@kit/control-plane";
      const { env } = process;
      const engine = await prepareSyncEngine({ env, onProgress: console.error });
      const where = { application: "a", repository: env.REPOSITORY, path: "deploy", namespace: "default" };
      await engine.sync(await startControlPlane({ env }), { ...where, timeoutSeconds: 600 });`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
      cwd: import.meta.dirname,
      env: { ...env, REPOSITORY: repository.path },
      stdio: "ignore",
    });
    await until(() => isInUse(repository.path));
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(child.signalCode).toBe("SIGKILL");
    await until(() => !isInUse(repository.path));
  });
});
