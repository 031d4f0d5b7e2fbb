import { expect, test } from "vitest";
import { syncWave } from "../../../src/checks/gitops/sync-wave.ts";
import { judge, type Facts } from "../../judge.ts";
import { documents, object, workload } from "../../manifests.ts";

const wave = "argocd.argoproj.io/sync-wave";
const prod: Facts = { id: "prod" };
const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } };
const external = named("external-secrets.io/v1", "ExternalSecret", "url", {});
const reader = workload({ container: { envFrom: [{ secretRef: { name: "url" } }] } });

test("an environment whose waves are as they have to be passes, and so does one that needs none", () => {
  const annotations = { [wave]: "-1" };
  const early = named("external-secrets.io/v1", "ExternalSecret", "url", annotations);
  const manifests = documents({ ...namespace, metadata: { name: "shop", annotations } }, early, reader);
  expect(judge(syncWave, manifests, prod)).toEqual([]);
  expect(judge(syncWave, documents(namespace, reader), prod)).toEqual([]);
  expect(judge(syncWave, "", prod)).toEqual([]);
});

test("an object that comes too late is found with the wave that it needs, and so is what it needs itself", () => {
  expect(judge(syncWave, documents(namespace, external, reader), prod)).toEqual([
    `error Namespace shop metadata: wave 0 is too late for ExternalSecret shop/url in wave -1, which is in it; write the annotation \`${wave}: "-1"\``,
    `error ExternalSecret shop/url metadata: wave 0 is too late for Deployment shop/web in wave 0, which reads the Secret url that it makes, by envFrom; write the annotation \`${wave}: "-1"\``,
  ]);
});

test("a written wave is found where it stands", () => {
  const config = named("v1", "ConfigMap", "config", { [wave]: "2" });
  const web = workload({ container: { envFrom: [{ configMapRef: { name: "config" } }] } });
  expect(judge(syncWave, documents(config, web))).toEqual([
    `error ConfigMap shop/config metadata.annotations["${wave}"]: wave 2 is too late for Deployment shop/web in wave 0, which reads it, by envFrom; write the annotation \`${wave}: "0"\``,
  ]);
  expect(judge(syncWave, documents(named("v1", "ConfigMap", "config", { [wave]: "late" }), web))).toEqual([
    `error ConfigMap shop/config metadata.annotations["${wave}"]: the wave "late" is not a whole number, and Argo CD takes it for 0; write a whole number as text, such as "-1", or remove the annotation ${wave}`,
  ]);
});

test("hooks of a phase that is over before what they read is there", () => {
  expect(judge(syncWave, documents(config(), job("PreSync")))).toEqual([
    "error Job shop/migrate metadata.annotations: its phase PreSync is over when ConfigMap shop/config is applied, and it reads it, by envFrom; make it a hook of the phase Sync, as migration(…) does",
  ]);
  expect(judge(syncWave, documents(config(), job("PostSync")))).toEqual([]);
});

test("a migration that no workload waits for", () => {
  const labels = { app: "shop", "app.kubernetes.io/component": "migration" };
  expect(judge(syncWave, documents(config(), job("Sync", labels)))).toEqual([
    "warning Job shop/migrate metadata.labels: no workload waits for this migration: no pods of its namespace have its label app.kubernetes.io/name or app; give the Job the label of its app's pods",
  ]);
  expect(judge(syncWave, documents(config("-1"), job("Sync", labels, "-1"), workload({ name: "shop" })))).toEqual([]);
});

test("objects that wait for each other", () => {
  const spec = { provider: { vault: { auth: { tokenSecretRef: { name: "token" } } } } };
  const store = object("external-secrets.io/v1", "SecretStore", "vault", { spec });
  const token = object("external-secrets.io/v1", "ExternalSecret", "token", {
    spec: { secretStoreRef: { name: "vault" } },
  });
  expect(judge(syncWave, documents(store, token), prod)).toEqual([
    "error ExternalSecret shop/token: objects wait for each other: ExternalSecret shop/token → SecretStore shop/vault (signs in with the Secret token that it makes) → ExternalSecret shop/token (reads from it); break the circle: let one of them do without the other",
  ]);
});

test("what only Flux follows, and files that say nothing to Argo CD, are not judged", () => {
  const manifests = documents(external, reader);
  const delivery = {
    sync: "rendered",
    prune: true,
    repository: "",
    directory: "",
    objects: [],
    folders: new Set<string>(),
  } as const;
  expect(judge(syncWave, manifests)).toEqual([]);
  expect(judge(syncWave, manifests, { ...prod, delivery: { ...delivery, engines: ["flux"] } })).toEqual([]);
  expect(judge(syncWave, manifests, { ...prod, delivery: { ...delivery, engines: ["argocd", "flux"] } })).toHaveLength(
    1,
  );
});

function named(apiVersion: string, kind: string, name: string, annotations: Record<string, string>): object {
  return { apiVersion, kind, metadata: { name, namespace: "shop", annotations } };
}

function config(value = "0"): object {
  return named("v1", "ConfigMap", "config", { [wave]: value });
}

function job(hook: string, labels: Record<string, string> = {}, value = "0"): object {
  const annotations = { "argocd.argoproj.io/hook": hook, [wave]: value };
  const containers = [{ name: "migrate", image: "web:1", envFrom: [{ configMapRef: { name: "config" } }] }];
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: "migrate", namespace: "shop", labels, annotations },
    spec: { template: { spec: { restartPolicy: "Never", containers } } },
  };
}
