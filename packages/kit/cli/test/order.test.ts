import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  exampleRepository,
  exampleService,
  exampleSystem,
  runScript,
  temporaryRepository,
  type TestDirectory,
} from "@kit/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let example: TestDirectory;
beforeAll(() => {
  example = exampleRepository();
});
afterAll(() => example[Symbol.dispose]());

describe("the environments of two systems", () => {
  test("prod waits for its Secret, which is in its Namespace", async () => {
    expect(await runScript("order", { cwd: example.path, args: ["prod"] })).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "prod: 23 objects in 2 waves

      wave -1: 2 objects
        Namespace shop
          before     all 22 that are in it
        ExternalSecret shop/app-secrets

      wave 0: 21 objects, once wave -1 is healthy
        NetworkPolicy shop/backend-ingress
        NetworkPolicy shop/backend-network-policy
        NetworkPolicy shop/chat-ingress
        NetworkPolicy shop/chat-network-policy
        NetworkPolicy shop/web-ingress
        NetworkPolicy shop/web-network-policy
        PodDisruptionBudget shop/backend-pdb
        PodDisruptionBudget shop/chat-pdb
        PodDisruptionBudget shop/web-pdb
        ConfigMap shop/backend-config
        ConfigMap shop/chat-config
        ConfigMap shop/web-config
        Service shop/backend-service
        Service shop/chat-service
        Service shop/web-service
        Deployment shop/backend
          waits for  ExternalSecret shop/app-secrets:
                     reads the Secret app-secrets that it makes, by DATABASE_URL, SESSION_SECRET and OPENAI_API_KEY
          after      ConfigMap shop/backend-config: reads it, by envFrom
          either way Service shop/backend-service: answers for it
          either way NetworkPolicy shop/backend-ingress: is isolated by it
          either way NetworkPolicy shop/backend-network-policy: is isolated by it
          either way PodDisruptionBudget shop/backend-pdb: is protected by it
        Deployment shop/chat
          waits for  ExternalSecret shop/app-secrets:
                     reads the Secret app-secrets that it makes, by VITE_OPENAI_API_KEY
          after      ConfigMap shop/chat-config: reads it, by envFrom
          either way Service shop/chat-service: answers for it
          either way NetworkPolicy shop/chat-ingress: is isolated by it
          either way NetworkPolicy shop/chat-network-policy: is isolated by it
          either way PodDisruptionBudget shop/chat-pdb: is protected by it
        Deployment shop/web
          waits for  ExternalSecret shop/app-secrets:
                     reads the Secret app-secrets that it makes, by SESSION_SECRET
          after      ConfigMap shop/web-config: reads it, by envFrom
          either way Service shop/web-service: answers for it
          either way NetworkPolicy shop/web-ingress: is isolated by it
          either way NetworkPolicy shop/web-network-policy: is isolated by it
          either way PodDisruptionBudget shop/web-pdb: is protected by it
        Ingress shop/backend-ingress
          either way Service shop/backend-service: routes to it
        Ingress shop/chat-ingress
          either way Service shop/chat-service: routes to it
        Ingress shop/web-ingress
          either way Service shop/web-service: routes to it
      ",
      }
    `);
  });

  test("stall/dev needs no wave, as a graph", async () => {
    const args = ["stall/dev", "--mermaid"];
    expect(await runScript("order", { cwd: example.path, args })).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "---
      title: stall/dev
      ---
      flowchart TD
        subgraph w0["wave 0"]
          n0["ConfigMap<br>shop-api-config"]
          n1["ConfigMap<br>shop-page-config"]
          n2["Service<br>shop-api"]
          n3["Service<br>shop-page"]
          n4["Deployment<br>shop-api"]
          n5["Deployment<br>shop-page"]
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
        ConfigMap dev/cart-config: wave 0 is too late for Job dev/cart-migrate in wave -1, which reads it, by envFrom; write the annotation \`argocd.argoproj.io/sync-wave: "-1"\`
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
        "stderr": "error[order-wave]: ConfigMap "cart-config": wave 0 is too late for Job "cart-migrate" in wave -1: ConfigMap "cart-config" → Job "cart-migrate" (reads it, by envFrom)
        where:  packages/shop/cart, environment "dev"
        to fix: write at most -1 for the first or at least 0 for the second, or remove the annotation argocd.argoproj.io/sync-wave

      error[order-wave]: ConfigMap "cart-config": wave 0 is too late for Job "cart-migrate" in wave -1: ConfigMap "cart-config" → Job "cart-migrate" (reads it, by envFrom)
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
    runScript("order", { cwd: example.path, args }),
  );
  expect(await Promise.all(results)).toMatchInlineSnapshot(`
    [
      {
        "exitCode": 2,
        "stderr": "error[environment-unknown]: no environment is called "prdo"
      where:  the command's arguments
      to fix: the environments are: dev, prod, stall/dev, stall/prod. Did you mean prod?
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
      to fix: write one of them
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
