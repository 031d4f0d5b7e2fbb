import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleService, exampleSystem, repositoryRoot, runScript, temporaryRepository } from "@kit/testing";
import { describe, expect, test } from "vitest";

describe("the repository's own environments", () => {
  test("prod waits for its Secret, which is in its Namespace", async () => {
    expect(await runScript("order", { cwd: repositoryRoot, args: ["prod"] })).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "prod: 23 objects in 2 waves

      wave -1: 2 objects
        Namespace todo-app
          before     all 22 that are in it
        ExternalSecret todo-app/app-secrets

      wave 0: 21 objects, once wave -1 is healthy
        NetworkPolicy todo-app/backend-ingress
        NetworkPolicy todo-app/backend-network-policy
        NetworkPolicy todo-app/frontend-chatbot-ingress
        NetworkPolicy todo-app/frontend-chatbot-network-policy
        NetworkPolicy todo-app/frontend-web-ingress
        NetworkPolicy todo-app/frontend-web-network-policy
        PodDisruptionBudget todo-app/backend-pdb
        PodDisruptionBudget todo-app/frontend-chatbot-pdb
        PodDisruptionBudget todo-app/frontend-web-pdb
        ConfigMap todo-app/backend-config
        ConfigMap todo-app/frontend-chatbot-config
        ConfigMap todo-app/frontend-web-config
        Service todo-app/backend-service
        Service todo-app/frontend-chatbot-service
        Service todo-app/frontend-web-service
        Deployment todo-app/backend
          waits for  ExternalSecret todo-app/app-secrets: reads the Secret app-secrets that it makes, by DATABASE_URL, BETTER_AUTH_SECRET and OPENAI_API_KEY
          after      ConfigMap todo-app/backend-config: reads it, by envFrom
          either way Service todo-app/backend-service: answers for it
          either way NetworkPolicy todo-app/backend-ingress: is isolated by it
          either way NetworkPolicy todo-app/backend-network-policy: is isolated by it
          either way PodDisruptionBudget todo-app/backend-pdb: is protected by it
        Deployment todo-app/frontend-chatbot
          waits for  ExternalSecret todo-app/app-secrets: reads the Secret app-secrets that it makes, by VITE_OPENAI_API_KEY
          after      ConfigMap todo-app/frontend-chatbot-config: reads it, by envFrom
          either way Service todo-app/frontend-chatbot-service: answers for it
          either way NetworkPolicy todo-app/frontend-chatbot-ingress: is isolated by it
          either way NetworkPolicy todo-app/frontend-chatbot-network-policy: is isolated by it
          either way PodDisruptionBudget todo-app/frontend-chatbot-pdb: is protected by it
        Deployment todo-app/frontend-web
          waits for  ExternalSecret todo-app/app-secrets: reads the Secret app-secrets that it makes, by BETTER_AUTH_SECRET
          after      ConfigMap todo-app/frontend-web-config: reads it, by envFrom
          either way Service todo-app/frontend-web-service: answers for it
          either way NetworkPolicy todo-app/frontend-web-ingress: is isolated by it
          either way NetworkPolicy todo-app/frontend-web-network-policy: is isolated by it
          either way PodDisruptionBudget todo-app/frontend-web-pdb: is protected by it
        Ingress todo-app/backend-ingress
          either way Service todo-app/backend-service: routes to it
        Ingress todo-app/frontend-chatbot-ingress
          either way Service todo-app/frontend-chatbot-service: routes to it
        Ingress todo-app/frontend-web-ingress
          either way Service todo-app/frontend-web-service: routes to it
      ",
      }
    `);
  });

  test("two-tier/dev needs no wave, as a graph", async () => {
    const args = ["two-tier/dev", "--mermaid"];
    expect(await runScript("order", { cwd: repositoryRoot, args })).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "---
      title: two-tier/dev
      ---
      flowchart TD
        subgraph w0["wave 0"]
          n0["ConfigMap<br>todo-backend-config"]
          n1["ConfigMap<br>todo-frontend-config"]
          n2["Service<br>todo-backend"]
          n3["Service<br>todo-frontend"]
          n4["Deployment<br>todo-backend"]
          n5["Deployment<br>todo-frontend"]
        end
        n0 -->|"reads it, by CORS_ORIGINS"| n4
        n2 -.->|"answers for it"| n4
        n3 -.->|"answers for it"| n5
      ",
      }
    `);
  });
});

describe("a repository with a migration", () => {
  test("is built with its waves, and says what comes too late when somebody removes one", async () => {
    using repository = temporaryRepository({ ...exampleSystem(), "packages/shop/cart/src/index.ts": withMigration() });
    const cwd = repository.path;
    expect(await runScript("build", { cwd })).toMatchObject({ exitCode: 0 });
    expect((await runScript("order", { cwd, args: ["dev"] })).stdout).toMatchInlineSnapshot(`
      "dev: 4 objects in 2 waves

      wave -1: 2 objects
        ConfigMap dev/cart-config
        Job dev/cart-migrate
          after      ConfigMap dev/cart-config: reads it, by envFrom

      wave 0: 2 objects, once wave -1 is healthy
        Service dev/cart
        Deployment dev/cart
          waits for  Job dev/cart-migrate: needs the data as it leaves them
          after      ConfigMap dev/cart-config: reads it, by envFrom
          either way Service dev/cart: answers for it
      "
    `);
    const config = join(cwd, "generated/rendered/dev/10-configmap-cart-config.yaml");
    writeFileSync(
      config,
      readFileSync(config, "utf8")
        .replace(/.*sync-wave.*\n/, "")
        .replace("  annotations:\n", ""),
    );
    const { exitCode, stdout } = await runScript("order", { cwd, args: ["dev"] });
    expect({ exitCode, wrong: stdout.slice(stdout.indexOf("wrong\n")) }).toMatchInlineSnapshot(`
      {
        "exitCode": 1,
        "wrong": "wrong
        ConfigMap dev/cart-config: wave 0 is too late for Job dev/cart-migrate in wave -1, which reads it, by envFrom; write argocd.argoproj.io/sync-wave: "-1"
      ",
      }
    `);
    rmSync(join(cwd, "generated/rendered/dev"), { recursive: true });
    expect(await runScript("order", { cwd, args: ["dev"] })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[rendered-missing]: the environment "dev" has not been rendered: there is no object in its directory
        where:  generated/rendered/dev
        to fix: run \`pnpm build\`
      ",
        "stdout": "",
      }
    `);
  });

  test("that contradicts itself is not built", async () => {
    const source = withMigration()
      .replace('"cart-config", labels', '"cart-config", labels, annotations: { "argocd.argoproj.io/sync-wave": "0" }')
      .replace(
        '"cart-migrate", labels',
        '"cart-migrate", labels, annotations: { "argocd.argoproj.io/sync-wave": "-1" }',
      );
    using repository = temporaryRepository({ ...exampleSystem(), "packages/shop/cart/src/index.ts": source });
    expect(await runScript("build", { cwd: repository.path })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[order-wave]: ConfigMap "cart-config" has the wave 0 and Job "cart-migrate" the wave -1, and one needs the other first: ConfigMap "cart-config" → Job "cart-migrate" (reads it, by envFrom)
        where:  packages/shop/cart, environment "dev"
        to fix: write at most -1 for the first or at least 0 for the second, or remove the annotation argocd.argoproj.io/sync-wave

      error[order-wave]: ConfigMap "cart-config" has the wave 0 and Job "cart-migrate" the wave -1, and one needs the other first: ConfigMap "cart-config" → Job "cart-migrate" (reads it, by envFrom)
        where:  packages/shop/cart, environment "prod"
        to fix: write at most -1 for the first or at least 0 for the second, or remove the annotation argocd.argoproj.io/sync-wave
      ",
        "stdout": "",
      }
    `);
    expect(existsSync(join(repository.path, "generated"))).toBe(false);
  });
});

test("an environment that there is not, or none", async () => {
  const results = [["prdo"], [], ["dev", "prod"], ["dev", "--mermaid", "--json"]].map((args) =>
    runScript("order", { cwd: repositoryRoot, args }),
  );
  expect(await Promise.all(results)).toMatchInlineSnapshot(`
    [
      {
        "exitCode": 2,
        "stderr": "error[environment-unknown]: no environment is called "prdo"
      where:  the command's arguments
      to fix: the environments are: dev, prod, two-tier/dev, two-tier/prod. Did you mean prod?
    ",
        "stdout": "",
      },
      {
        "exitCode": 2,
        "stderr": "error[argument-missing]: there is no environment
      where:  the command's arguments
      to fix: write pnpm order <environment>, such as pnpm order prod
    ",
        "stdout": "",
      },
      {
        "exitCode": 2,
        "stderr": "error[argument-value]: there are 2 environments, and it takes one
      where:  the command's arguments
      to fix: write pnpm order <environment>, such as pnpm order prod
    ",
        "stdout": "",
      },
      {
        "exitCode": 2,
        "stderr": "error[argument-value]: --mermaid and --json cannot be given together
      where:  the command's arguments
      to fix: leave one of them out
    ",
        "stdout": "",
      },
    ]
  `);
});

function withMigration(): string {
  return exampleService("cart")
    .replace("import { defineService, patch }", "import { defineService, migration, patch }")
    .replace("import { ConfigMap }", 'import { Job } from "kubernetes-models/batch/v1/Job";\nimport { ConfigMap }')
    .replace(
      "const service =",
      `const migrate = migration(
  new Job({
    metadata: { name: "cart-migrate", labels },
    spec: {
      template: {
        spec: {
          restartPolicy: "Never",
          containers: [{ name: "migrate", image: "shop-cart", envFrom: [{ configMapRef: { name: "cart-config" } }] }],
        },
      },
    },
  }),
);
const service =`,
    )
    .replace("resources: [config,", "resources: [config, migrate,");
}
