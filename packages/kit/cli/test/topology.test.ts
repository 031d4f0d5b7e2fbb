import { exampleRepository, runScript } from "@kit/testing";
import { expect, test } from "vitest";

test("an environment is shown in each format, and says which it cannot", async () => {
  using copy = exampleRepository();
  const run = (...args: string[]) => runScript("topology", { cwd: copy.path, args });
  expect((await run("dev")).stdout).toMatchInlineSnapshot(`
    "dev

    Secret app-secrets (made outside)
      → Deployment backend  DATABASE_URL, OPENAI_API_KEY, SESSION_SECRET
      → Deployment chat  OPENAI_API_KEY
      → Deployment web  SESSION_SECRET

    ConfigMap backend-config
      → Deployment backend  ALLOWED_ORIGINS, ENVIRONMENT, FRONTEND_URL, LOG_LEVEL

    ConfigMap chat-config
      → Deployment chat  VITE_API_URL

    ConfigMap web-config
      → Deployment web  NEXT_PUBLIC_API_URL, SIGN_IN_URL

    Deployment backend
      → Service backend-service  app=backend
      → outside PostgreSQL  calls: DATABASE_URL

    Deployment chat
      → Service chat-service  app=chat

    Deployment web
      → Service web-service  app=web

    Service chat-service
      → the user  node port 30001

    Service web-service
      → the user  node port 30000

    the user
      → Service backend-service  calls: NEXT_PUBLIC_API_URL, VITE_API_URL
    "
  `);
  const svg = await run("dev", "--format", "svg");
  expect([svg.exitCode, svg.stderr, svg.stdout.match(/^<svg /), svg.stdout.match(/class="node \w+/g)])
    .toMatchInlineSnapshot(`
    [
      0,
      "",
      [
        "<svg ",
      ],
      [
        "class="node config",
        "class="node workload",
        "class="node workload",
        "class="node workload",
        "class="node config",
        "class="node config",
        "class="node config",
        "class="node service",
        "class="node outside",
        "class="node service",
        "class="node service",
        "class="node user",
      ],
    ]
  `);
  expect((await run("dev", "--format", "mermaid")).stdout.split("\n", 1)).toEqual(["flowchart LR"]);
  expect((await run("dev", "--format", "dot")).stdout.split("\n", 1)).toEqual(['digraph "dev" {']);
  expect(await run()).toMatchInlineSnapshot(`
    {
      "exitCode": 2,
      "stderr": "error[argument-missing]: there are 4 environments, and it draws one
      where:  the command's arguments
      to fix: write pnpm topology <environment>; the environments are: dev, prod, stall/dev, stall/prod
    ",
      "stdout": "",
    }
  `);
  expect(await run("pord")).toMatchInlineSnapshot(`
    {
      "exitCode": 2,
      "stderr": "error[environment-unknown]: no environment is called "pord"
      where:  the command's arguments
      to fix: the environments are: dev, prod, stall/dev, stall/prod. Did you mean prod?
    ",
      "stdout": "",
    }
  `);
  expect(await run("dev", "prod")).toMatchInlineSnapshot(`
    {
      "exitCode": 2,
      "stderr": "error[argument-value]: there are 2 environments, and it draws one
      where:  the command's arguments
      to fix: write pnpm topology <environment>; the environments are: dev
    ",
      "stdout": "",
    }
  `);
});
