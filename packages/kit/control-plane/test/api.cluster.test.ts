import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { preparePrograms, startControlPlane, type ControlPlane } from "@kit/control-plane";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pinOf } from "../src/pins.ts";

const { env } = process;
const apply = "application/apply-patch+yaml";
const strict = "fieldManager=test&fieldValidation=Strict";

let cluster: ControlPlane;
beforeAll(async () => {
  await preparePrograms({ env, onProgress: console.error });
  cluster = await startControlPlane({ env });
});
afterAll(() => cluster[Symbol.asyncDispose]());

const configMap = (data: unknown) => ({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings" }, data });
const pod = (spec: object) => ({ apiVersion: "v1", kind: "Pod", metadata: { name: "main" }, spec });
const maps = "/api/v1/namespaces/default/configmaps";

test("etcd and an API server run, of the pinned versions", async () => {
  expect(cluster.versions).toEqual({ etcd: pinOf("etcd").version, "kube-apiserver": pinOf("kube-apiserver").version });
  const { body } = await cluster.request<{ gitVersion: string }>("GET", "/version");
  expect(body.gitVersion).toBe(`v${pinOf("kube-apiserver").version}`);
});

/** The status that a bearer of this token gets. */
async function statusFor({ url, ca }: ControlPlane, token: string): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${token}` };
  const [response] = (await once(get(`${url}/api`, { ca, headers }), "response")) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

test("a token that is not the administrator's is refused", async () => {
  expect(await statusFor(cluster, cluster.token)).toBe(200);
  expect(await statusFor(cluster, "something")).toBe(401);
});

describe("a server-side apply", () => {
  test("creates, then changes nothing, and can be listed and deleted", async () => {
    const applied = await cluster.request("PATCH", `${maps}/settings?${strict}`, configMap({ a: "1" }), apply);
    expect(applied.status).toBe(201);
    type Versioned = { metadata: { resourceVersion: string } };
    const first = await cluster.request<Versioned>("GET", `${maps}/settings`);
    const again = await cluster.request<Versioned>("PATCH", `${maps}/settings?${strict}`, configMap({ a: "1" }), apply);
    expect([again.status, again.body.metadata.resourceVersion]).toEqual([200, first.body.metadata.resourceVersion]);
    const listed = await cluster.request<{ items: { metadata: { name: string } }[] }>("GET", maps);
    expect(listed.body.items.map(({ metadata }) => metadata.name)).toContain("settings");
    expect((await cluster.request("DELETE", `${maps}/settings`)).status).toBe(200);
    expect((await cluster.request("GET", `${maps}/settings`)).status).toBe(404);
  });

  test("takes YAML as it is", async () => {
    const yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: from-yaml\ndata:\n  a: 'yes'\n";
    const { body } = await cluster.request<{ data: unknown }>("PATCH", `${maps}/from-yaml?${strict}`, yaml, apply);
    expect(body.data).toEqual({ a: "yes" });
  });

  test("that is a dry run creates nothing", async () => {
    const path = `${maps}/dry?${strict}&dryRun=All`;
    const map = { ...configMap({}), metadata: { name: "dry" } };
    expect((await cluster.request("PATCH", path, map, apply)).status).toBe(201);
    expect((await cluster.request("GET", `${maps}/dry`)).status).toBe(404);
  });

  test("of an unknown field is refused in the server's words", async () => {
    const map = { ...configMap({}), dataa: {} };
    const { status, body } = await cluster.request<{ message: string }>("PATCH", `${maps}/x?${strict}`, map, apply);
    expect([status, body.message]).toMatchInlineSnapshot(`
      [
        500,
        "failed to create typed patch object (/settings; /v1, Kind=ConfigMap): .dataa: field not declared in schema",
      ]
    `);
  });

  test("of a duplicate field is refused in the server's words", async () => {
    const yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\ndata:\n  a: '1'\n  a: '2'\n";
    const { status, body } = await cluster.request<{ message: string }>("PATCH", `${maps}/x?${strict}`, yaml, apply);
    expect([status, body.message]).toMatchInlineSnapshot(`
      [
        400,
        "error strict decoding YAML: error converting YAML to JSON: yaml: unmarshal errors:
        line 7: key "a" already set in map",
      ]
    `);
  });
});

describe("Pod Security is enforced", () => {
  const pods = "/api/v1/namespaces/guarded/pods?dryRun=All";
  const container = { name: "main", image: "example.com/main:1" };
  beforeAll(async () => {
    const labels = { "pod-security.kubernetes.io/enforce": "restricted" };
    const metadata = { name: "guarded", labels };
    await cluster.request("POST", "/api/v1/namespaces", { apiVersion: "v1", kind: "Namespace", metadata });
    const account = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "default" } };
    await cluster.request("POST", "/api/v1/namespaces/guarded/serviceaccounts", account);
  });

  test("a Pod that is not restricted is refused in the server's words", async () => {
    const { status, body } = await cluster.request<{ message: string }>("POST", pods, pod({ containers: [container] }));
    expect([status, body.message]).toMatchInlineSnapshot(`
      [
        403,
        "pods "main" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "main" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "main" must set securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true (pod or container "main" must set securityContext.runAsNonRoot=true), seccompProfile (pod or container "main" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")",
      ]
    `);
  });

  test("a restricted Pod is admitted", async () => {
    const securityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } };
    const spec = {
      securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
      containers: [{ ...container, securityContext }],
    };
    expect((await cluster.request("POST", pods, pod(spec))).status).toBe(201);
  });

  test("the namespace default admits any Pod at once", async () => {
    const path = "/api/v1/namespaces/default/pods?dryRun=All";
    expect((await cluster.request("POST", path, pod({ containers: [container] }))).status).toBe(201);
  });
});

test("several at once do not meet", async () => {
  await using one = await startControlPlane({ env });
  await using other = await startControlPlane({ env });
  expect((await one.request("POST", maps, configMap({}))).status).toBe(201);
  expect((await other.request("GET", `${maps}/settings`)).status).toBe(404);
  expect(await statusFor(other, one.token)).toBe(401);
});
