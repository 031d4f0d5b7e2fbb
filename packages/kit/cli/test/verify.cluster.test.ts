// Needs the control plane's programs: `pnpm test:cluster`.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installDefinitions, prepareDefinitions, startControlPlane } from "@kit/control-plane";
import { exampleRepository, exampleRoot, runScript } from "@kit/testing";
import { expect, test } from "vitest";

test("pnpm verify takes all four environments", async () => {
  using copy = exampleRepository();
  expect(await runScript("verify", { cwd: copy.path })).toMatchInlineSnapshot(`
    {
      "exitCode": 0,
      "stderr": "",
      "stdout": "dev: 9 objects, all taken; applied again, nothing changes
    prod: 23 objects, all taken; applied again, nothing changes
    stall/dev: 6 objects, all taken; applied again, nothing changes
    stall/prod: 15 objects, all taken; applied again, nothing changes
    ",
    }
  `);
});

test("a refusal names the object's file and package, as text and as JSON", async () => {
  using copy = exampleRepository();
  const file = "generated/rendered/prod/18-deployment-backend.yaml";
  copy.write({ [file]: readFileSync(join(copy.path, file), "utf8").replace("replicas: 2", "replicas: -1") });
  expect(await runScript("verify", { cwd: copy.path, args: ["prod"] })).toMatchInlineSnapshot(`
    {
      "exitCode": 1,
      "stderr": "",
      "stdout": "prod: 23 objects, 1 refused
      Deployment shop/backend, apply: Deployment.apps "backend" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0
        where: generated/rendered/prod/18-deployment-backend.yaml, from packages/shop/backend and packages/shop/environments
    ",
    }
  `);
  const { stdout } = await runScript("verify", { cwd: copy.path, args: ["prod", "--json"] });
  expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
    [
      {
        "environment": "prod",
        "objects": 23,
        "refusals": [
          {
            "message": "Deployment.apps "backend" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0",
            "object": "Deployment shop/backend",
            "source": "packages/shop/backend and packages/shop/environments",
            "step": "apply",
            "where": "generated/rendered/prod/18-deployment-backend.yaml",
          },
        ],
      },
    ]
  `);
});

test("a base is read from git", async () => {
  using copy = exampleRepository();
  const git = (...args: string[]): unknown => execFileSync("git", args, { cwd: copy.path, stdio: "ignore" });
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "generated", "overlays");
  git("-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "--quiet", "--message", "First");
  const file = "generated/rendered/dev/18-deployment-backend.yaml";
  const edited = readFileSync(join(copy.path, file), "utf8").replaceAll("app: backend\n", "app: server\n");
  copy.write({ [file]: edited });
  expect(await runScript("verify", { cwd: copy.path, args: ["dev", "--base", "main"] })).toMatchInlineSnapshot(`
    {
      "exitCode": 1,
      "stderr": "",
      "stdout": "dev: 9 objects, 1 refused
      Deployment default/backend, apply over main: Deployment.apps "backend" is invalid: spec.selector: Invalid value: {"matchLabels":{"app":"server"}}: field is immutable
        where: generated/rendered/dev/18-deployment-backend.yaml, from packages/shop/backend and packages/shop/environments
    ",
    }
  `);
});

test("what README.md says deploys: kustomize build overlays/dev | kubectl apply -f -", async () => {
  await using cluster = await startControlPlane({ env: process.env });
  const env = { ...process.env, KUBECONFIG: cluster.kubeconfig };
  const printed = execFileSync("kubectl", ["kustomize", "overlays/dev"], { cwd: exampleRoot, env });
  const applied = execFileSync("kubectl", ["apply", "-f", "-"], { env, input: printed, encoding: "utf8" });
  expect(applied).toMatchInlineSnapshot(`
    "configmap/backend-config created
    configmap/chat-config created
    configmap/web-config created
    service/backend-service created
    service/chat-service created
    service/web-service created
    deployment.apps/backend created
    deployment.apps/chat created
    deployment.apps/web created
    "
  `);
  const again = execFileSync("kubectl", ["apply", "-f", "-"], { env, input: printed, encoding: "utf8" });
  expect(again).toBe(applied.replaceAll(" created\n", " unchanged\n"));
});

test("generated/rendered deploys by kubectl alone, a Namespace before what is in it", async () => {
  await using cluster = await startControlPlane({ env: process.env });
  const env = { ...process.env, KUBECONFIG: cluster.kubeconfig };
  const directory = join(exampleRoot, "generated/rendered/prod");
  // What a cluster of production has: the operator that makes Secrets of ExternalSecrets.
  await installDefinitions(
    cluster,
    await prepareDefinitions(["external-secrets.io"], { env: process.env, onProgress: () => {} }),
  );
  expect(execFileSync("kubectl", ["apply", "-f", directory], { env, encoding: "utf8" })).toMatchInlineSnapshot(`
    "namespace/shop created
    configmap/backend-config created
    configmap/chat-config created
    configmap/web-config created
    service/backend-service created
    service/chat-service created
    service/web-service created
    deployment.apps/backend created
    deployment.apps/chat created
    deployment.apps/web created
    poddisruptionbudget.policy/backend-pdb created
    poddisruptionbudget.policy/chat-pdb created
    poddisruptionbudget.policy/web-pdb created
    externalsecret.external-secrets.io/app-secrets created
    ingress.networking.k8s.io/backend-ingress created
    ingress.networking.k8s.io/chat-ingress created
    ingress.networking.k8s.io/web-ingress created
    networkpolicy.networking.k8s.io/backend-ingress created
    networkpolicy.networking.k8s.io/backend-network-policy created
    networkpolicy.networking.k8s.io/chat-ingress created
    networkpolicy.networking.k8s.io/chat-network-policy created
    networkpolicy.networking.k8s.io/web-ingress created
    networkpolicy.networking.k8s.io/web-network-policy created
    "
  `);
});
