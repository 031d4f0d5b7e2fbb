// Needs the control plane's programs and kubectl: `pnpm test:cluster`.
import { readFileSync } from "node:fs";
import { startControlPlane, type ControlPlane } from "@kit/control-plane";
import { runScript, temporaryRepository, type ScriptResult, type TestDirectory } from "@kit/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { databaseUrl, sessionKey, shopWithSecrets } from "./shop.ts";

const certificate = "-----BEGIN CERTIFICATE-----\nTUlJQmlqQ0NBVEdnQXdJQkFn\n-----END CERTIFICATE-----";
const envFile = `DATABASE_URL=${databaseUrl}\nSESSION_KEY=${sessionKey}\nCA_CRT="${certificate}"\n`;
const namespaces = "/api/v1/namespaces";

let cluster: ControlPlane;
let repository: TestDirectory;

beforeAll(async () => {
  cluster = await startControlPlane({ env: process.env });
  repository = temporaryRepository(shopWithSecrets("secretsByHand()"));
});
afterAll(async () => {
  repository[Symbol.dispose]();
  await cluster[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await cluster.request("POST", namespaces, { apiVersion: "v1", kind: "Namespace", metadata: { name: "dev" } });
  await cluster.request("DELETE", `${namespaces}/dev/secrets/app-secret`);
});

/** Runs `pnpm secrets` against the cluster; asserts that it says no value. */
async function secrets(
  args: readonly string[],
  input = envFile,
  kubeconfig = cluster.kubeconfig,
): Promise<ScriptResult> {
  const env = { KUBECONFIG: kubeconfig };
  const result = await runScript("secrets", { cwd: repository.path, args, env, input });
  const values = [databaseUrl, sessionKey, certificate, "c0rrect-h0rse"];
  const forms = values.flatMap((value) => [value, Buffer.from(value).toString("base64")]);
  expect(forms.filter((form) => `${result.stdout}${result.stderr}`.includes(form))).toEqual([]);
  return { ...result, stdout: tidy(result.stdout), stderr: tidy(result.stderr) };
}

function tidy(text: string): string {
  return text.replaceAll(/https:\/\/127\.0\.0\.1:\d+/g, "<server>");
}

async function secretOf(namespace: string): Promise<Secret | undefined> {
  const { status, body } = await cluster.request<Secret>("GET", `${namespaces}/${namespace}/secrets/app-secret`);
  return status === 200 ? body : undefined;
}

interface Secret {
  readonly type: string;
  readonly data: Readonly<Record<string, string>>;
  readonly metadata: { readonly labels: object; readonly managedFields: readonly { readonly manager: string }[] };
}

const apply = ["apply", "dev", "--from-env-file", "-"];

test("applies what the file has, and tells what is there", async () => {
  expect(await secrets(["status", "dev"])).toMatchInlineSnapshot(`
    {
      "exitCode": 1,
      "stderr": "asking namespace dev of context control-plane (<server>)
    ",
      "stdout": "dev, in namespace dev of context control-plane (<server>):
      app-secret is missing
      shop-example-com-tls is missing
    ",
    }
  `);
  expect(await secrets(apply)).toMatchInlineSnapshot(`
    {
      "exitCode": 0,
      "stderr": "applying the Secrets of dev to namespace dev of context control-plane (<server>)
    secret/app-secret serverside-applied
    ",
      "stdout": "applied to namespace dev of context control-plane (<server>):
      app-secret: database-url, SESSION_KEY, ca.crt
    not made by hand:
      shop-example-com-tls: the platform provides it
    ",
    }
  `);
  const { type, data, metadata } = (await secretOf("dev"))!;
  expect({ type, labels: metadata.labels, managers: metadata.managedFields.map(({ manager }) => manager) }).toEqual({
    type: "Opaque",
    labels: { app: "cart" },
    managers: ["pnpm-secrets"],
  });
  const values = Object.entries(data).map(([key, value]) => [key, Buffer.from(value, "base64").toString()]);
  expect(Object.fromEntries(values)).toEqual({
    "ca.crt": certificate,
    "database-url": databaseUrl,
    SESSION_KEY: sessionKey,
  });
  expect((await secrets(["status", "dev"])).stdout).toMatchInlineSnapshot(`
    "dev, in namespace dev of context control-plane (<server>):
      app-secret has all its keys
      shop-example-com-tls is missing
    "
  `);
});

test("applies another value over its own", async () => {
  await secrets(apply);
  const rotated = sessionKey.replace("Z", "Y");
  expect((await secrets(apply, envFile.replace(sessionKey, rotated))).exitCode).toBe(0);
  expect(Buffer.from((await secretOf("dev"))!.data["SESSION_KEY"]!, "base64").toString()).toBe(rotated);
});

test("applies nothing with --dry-run", async () => {
  expect((await secrets([...apply, "--dry-run"])).exitCode).toBe(0);
  expect(await secretOf("dev")).toBeUndefined();
});

test("finds keys that are too many, or empty", async () => {
  const metadata = { name: "app-secret" };
  const data = { SESSION_KEY: "YQ==", "database-url": "", OTHER: "YQ==" };
  await cluster.request("POST", `${namespaces}/dev/secrets`, { apiVersion: "v1", kind: "Secret", metadata, data });
  const { stdout } = await secrets(["status", "dev", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    secrets: [
      { name: "app-secret", exists: true, missing: ["database-url", "ca.crt"], extra: ["OTHER"] },
      { name: "shop-example-com-tls", exists: false },
    ],
  });
});

test("leaves values that somebody else has set, and says so", async () => {
  const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "app-secret" }, data: { SESSION_KEY: "YQ==" } };
  await cluster.request("POST", `${namespaces}/dev/secrets?fieldManager=somebody`, secret);
  expect(await secrets(apply)).toMatchInlineSnapshot(`
    {
      "exitCode": 3,
      "stderr": "applying the Secrets of dev to namespace dev of context control-plane (<server>)
    failure[kubectl-failed]: kubectl did not apply the Secrets to namespace dev of context control-plane (<server>):
    error: Apply failed with 1 conflict: conflict with "somebody" using v1: .data.SESSION_KEY
    Please review the fields above--they currently have other managers. Here
    are the ways you can resolve this warning:
    * If you intend to manage all of these fields, please re-run the apply
      command with the \`--force-conflicts\` flag.
    * If you do not intend to manage all of the fields, please edit your
      manifest to remove references to the fields that should keep their
      current managers.
    * You may co-own fields by updating your manifest to match the existing
      value; in this case, you'll become the manager if the other manager(s)
      stop managing the field (remove it from their configuration).
    See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts
      to fix: somebody else has set these values: ask who, or delete the Secret, then apply again
    ",
      "stdout": "",
    }
  `);
  expect((await secretOf("dev"))!.data).toEqual({ SESSION_KEY: "YQ==" });
});

test("says what kubectl says where the namespace is missing", async () => {
  expect(await secrets([...apply, "--namespace", "nowhere"])).toMatchInlineSnapshot(`
    {
      "exitCode": 3,
      "stderr": "applying the Secrets of dev to namespace nowhere of context control-plane (<server>)
    failure[kubectl-failed]: kubectl did not apply the Secrets to namespace nowhere of context control-plane (<server>):
    Error from server (NotFound): namespaces "nowhere" not found
      to fix: correct what kubectl names: the context, the namespace, or this user's rights there
    ",
      "stdout": "",
    }
  `);
});

test("says what kubectl says to who has no right", async () => {
  const limited = readFileSync(cluster.kubeconfig, "utf8").replace('"token":', '"as": "nobody", "token":');
  repository.write({ ".kubeconfig": limited });
  const kubeconfig = `${repository.path}/.kubeconfig`;
  expect(await secrets(apply, envFile, kubeconfig)).toMatchInlineSnapshot(`
    {
      "exitCode": 3,
      "stderr": "applying the Secrets of dev to namespace dev of context control-plane (<server>)
    failure[kubectl-failed]: kubectl did not apply the Secrets to namespace dev of context control-plane (<server>):
    Error from server (Forbidden): secrets "app-secret" is forbidden: User "nobody" cannot patch resource "secrets" in API group "" in the namespace "dev"
      to fix: correct what kubectl names: the context, the namespace, or this user's rights there
    ",
      "stdout": "",
    }
  `);
  expect(await secrets(["status", "dev"], "", kubeconfig)).toMatchInlineSnapshot(`
    {
      "exitCode": 3,
      "stderr": "asking namespace dev of context control-plane (<server>)
    failure[kubectl-failed]: kubectl cannot read the Secrets of namespace dev of context control-plane (<server>):
    Error from server (Forbidden): secrets "app-secret" is forbidden: User "nobody" cannot get resource "secrets" in API group "" in the namespace "dev"
    Error from server (Forbidden): secrets "shop-example-com-tls" is forbidden: User "nobody" cannot get resource "secrets" in API group "" in the namespace "dev"
      to fix: correct what kubectl names: the context, the namespace, or this user's rights there
    ",
      "stdout": "",
    }
  `);
});
