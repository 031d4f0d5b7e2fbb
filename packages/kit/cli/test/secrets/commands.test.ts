import { existsSync, readFileSync } from "node:fs";
import { filesBelow, runScript, temporaryDirectory, temporaryRepository, type ScriptResult } from "@kit/testing";
import { describe, expect, test } from "vitest";
import { fakeKubectl, obedient, talkative } from "./fake-kubectl.ts";
import { databaseUrl, sessionKey, shopWithSecrets } from "../../../secrets/test/shop.ts";

const certificate = "-----BEGIN CERTIFICATE-----\nTUlJQmlqQ0NBVEdnQXdJQkFn\n-----END CERTIFICATE-----";
const right = `DATABASE_URL=${databaseUrl}\nSESSION_KEY=${sessionKey}\nCA_CRT="${certificate}"\n`;
const values = [databaseUrl, sessionKey, certificate, "c0rrect-h0rse", "TUlJQmlqQ0NBVEdnQXdJQkFn"];

interface Setting {
  readonly source?: string;
  readonly kubectl?: string;
  readonly input?: string;
  /** What both environments' clusters say besides. */
  readonly belonging?: string;
}

/** What a command of `pnpm secrets` does in a repository of its own; asserts that no value is in it. */
async function secrets(
  args: readonly string[],
  { source, kubectl, input = right, belonging }: Setting = {},
): Promise<ScriptResult> {
  using repository = temporaryRepository(shopWithSecrets(source, belonging));
  using fake = fakeKubectl(kubectl ?? "exit 9");
  using home = temporaryDirectory();
  const env = { PATH: `${fake.path}/bin:${process.env["PATH"]}`, HOME: home.path, TMPDIR: home.path };
  const result = await runScript("secrets", { cwd: repository.path, args, env, input });
  const notes = `${fake.path}/bin/kubectl.arguments`;
  // Its configuration is read where it asks no cluster, too.
  const called = existsSync(notes) && /^(?!config )./m.test(readFileSync(notes, "utf8"));
  const left = [
    ...filesBelow(fake.path, "bin").values(),
    ...filesBelow(home.path, ".").values(),
    ...filesBelow(repository.path, "packages", "overlays", "generated").values(),
    result.stdout,
    result.stderr,
  ];
  const leaked = values.flatMap((value) => [value, Buffer.from(value).toString("base64")]);
  expect(leaked.filter((value) => left.some((text) => text.includes(value)))).toEqual([]);
  expect(called, "kubectl is called only where it is expected").toBe(kubectl !== undefined);
  return result;
}

describe.concurrent("template", () => {
  test("names who reads a key where the contract does not, as the build does", async ({ expect }) => {
    const files = shopWithSecrets();
    const entry = "packages/shop/environments/src/index.ts";
    const service = "packages/shop/cart/src/index.ts";
    const read = '{ name: "KEY", valueFrom: { secretKeyRef: { name: "app-secret", key: "SESSION_KEY" } } }';
    using repository = temporaryRepository({
      ...files,
      [entry]: files[entry]!.replaceAll(', consumers: ["cart"]', ""),
      [service]: files[service]!.replace("envFrom:", `env: [${read}], envFrom:`),
    });
    const cwd = repository.path;
    const { stdout } = await runScript("secrets", { cwd, args: ["template", "dev"] });
    expect(stdout.match(/^# for .*/gm)).toEqual([
      "# for app-secret, key database-url: nothing reads it",
      "# for app-secret, key SESSION_KEY: read by cart",
      "# for app-secret, key ca.crt: nothing reads it",
    ]);
    await runScript("build", { cwd });
    expect(filesBelow(cwd, "generated/secrets").get("generated/secrets/dev.env.example")).toBe(stdout);
  });

  test("of all environments, or those that are named", async ({ expect }) => {
    const { stdout } = await secrets(["template"]);
    expect(stdout.match(/^DATABASE_URL=$/gm)).toHaveLength(2);
    expect(await secrets(["template", "prod"])).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the contracts and build.
      #
      # The values of the Secrets of prod. Copy this to .env.prod, which git ignores, and write the values there:
      #   pnpm secrets check prod --from-env-file .env.prod
      # A value with #, spaces or line breaks stands in quotes that it does not have: NAME='…'.

      # connection string of the database
      # must be a postgresql:// or postgres:// URL with a host and a database
      # for app-secret, key database-url: read by cart
      #   from the ClusterSecretStore production, prod/app-secret, property database-url
      DATABASE_URL=

      # signs sessions
      # must be exactly 43 characters without white space
      # for app-secret, key SESSION_KEY: read by cart
      #   from the ClusterSecretStore production, prod/app-secret, property SESSION_KEY
      SESSION_KEY=

      # whom to trust
      # must be any text
      # for app-secret, key ca.crt: read by cart
      #   from the ClusterSecretStore production, prod/app-secret, property ca.crt
      CA_CRT=

      # The platform provides these in the namespace of prod, and nothing is to be written for them:
      #   shop-example-com-tls: tls.crt, tls.key
      ",
      }
    `);
  });

  test("of an environment that does not exist", async ({ expect }) => {
    expect(await secrets(["template", "prd"])).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[environment-unknown]: no environment is called "prd"
        where:  the command's arguments
        to fix: the environments are: dev, prod. Did you mean prod?
      ",
        "stdout": "",
      }
    `);
  });
});

describe.concurrent("check", () => {
  test("what is right", async ({ expect }) => {
    expect(await secrets(["check", "dev", "--from-env-file", "-"])).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "standard input has all that the Secrets of dev need: DATABASE_URL, SESSION_KEY, CA_CRT
      ",
      }
    `);
  });

  test("what is wrong", async ({ expect }) => {
    const input = `DATABASE_URL=${sessionKey}\nSESSION_KEY=${databaseUrl}\n${sessionKey}\n`;
    expect(await secrets(["check", "prod", "--from-env-file", "-"], { input })).toMatchInlineSnapshot(`
      {
        "exitCode": 1,
        "stderr": "",
        "stdout": "standard input is not what the Secrets of prod need:
        DATABASE_URL, line 1, must be a postgresql:// or postgres:// URL with a host and a database
          for app-secret, key database-url
        SESSION_KEY, line 2, must be exactly 43 characters without white space
          for app-secret, key SESSION_KEY
        line 3 is not a NAME=value: it is lost
        CA_CRT is missing: it must be any text
          for app-secret, key ca.crt
      ",
      }
    `);
  });

  test("without a file, or one that cannot be read", async ({ expect }) => {
    expect((await secrets(["check", "dev"])).stderr).toMatchInlineSnapshot(`
      "error[argument-missing]: --from-env-file is missing
        where:  the command's arguments
        to fix: name a file with NAME=value lines, or - for standard input; \`pnpm secrets template\` prints what it has to have
      "
    `);
    expect((await secrets(["check", "dev", "--from-env-file", ".env.dev"])).stderr).toMatchInlineSnapshot(`
      "error[argument-value]: .env.dev does not exist
        where:  the command's arguments
        to fix: name a file with NAME=value lines, or - for standard input; \`pnpm secrets template\` prints what it has to have
      "
    `);
    expect((await secrets(["check", "dev", "--from-env-file", "packages"])).stderr).toMatchInlineSnapshot(`
      "error[argument-value]: packages cannot be read: EISDIR
        where:  the command's arguments
        to fix: name a file with NAME=value lines, or - for standard input; \`pnpm secrets template\` prints what it has to have
      "
    `);
  });

  test("of no environment, or of several", async ({ expect }) => {
    expect((await secrets(["check", "--from-env-file", "-"])).stderr).toMatchInlineSnapshot(`
      "error[argument-missing]: no environment is named
        where:  the command's arguments
        to fix: name one, such as dev
      "
    `);
    expect((await secrets(["check", "dev", "prod", "--from-env-file", "-"])).stderr).toMatchInlineSnapshot(`
      "error[argument-value]: several environments are named: dev, prod
        where:  the command's arguments
        to fix: name one, such as dev
      "
    `);
  });
});

describe.concurrent("apply", () => {
  test("sends the values to the namespace of what is rendered", async ({ expect }) => {
    expect(await secrets(["apply", "dev", "--from-env-file", "-"], { kubectl: obedient })).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "applying the Secrets of dev to namespace dev of context minikube (https://127.0.0.1:6443)
      secret/app-secret serverside-applied
      ",
        "stdout": "applied to namespace dev of context minikube (https://127.0.0.1:6443):
        app-secret: database-url, SESSION_KEY, ca.crt
      not made by hand:
        shop-example-com-tls: the platform provides it
      ",
      }
    `);
  });

  test("to another context and namespace", async ({ expect }) => {
    const args = ["apply", "dev", "--from-env-file", "-", "--context", "kind", "--namespace", "shop"];
    expect(await secrets(args, { kubectl: obedient })).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "applying the Secrets of dev to namespace shop of context kind (https://127.0.0.1:6443)
      secret/app-secret serverside-applied
      ",
        "stdout": "applied to namespace shop of context kind (https://127.0.0.1:6443):
        app-secret: database-url, SESSION_KEY, ca.crt
      not made by hand:
        shop-example-com-tls: the platform provides it
      ",
      }
    `);
  });

  test("does nothing with --dry-run", async ({ expect }) => {
    expect(await secrets(["apply", "dev", "--from-env-file", "-", "--dry-run"])).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "would be applied to namespace dev of context minikube (https://127.0.0.1:6443):
        app-secret: database-url, SESSION_KEY, ca.crt
      not made by hand:
        shop-example-com-tls: the platform provides it
      ",
      }
    `);
  });

  test("does nothing where the file is wrong", async ({ expect }) => {
    const input = right.replace("SESSION_KEY", "SESION_KEY");
    expect(await secrets(["apply", "dev", "--from-env-file", "-"], { input })).toMatchInlineSnapshot(`
      {
        "exitCode": 1,
        "stderr": "",
        "stdout": "standard input is not what the Secrets of dev need:
        line 2 sets a variable that no Secret has. Did you mean SESSION_KEY?
        SESSION_KEY is missing: it must be exactly 43 characters without white space
          for app-secret, key SESSION_KEY
      ",
      }
    `);
  });

  test("shows no value that a failing kubectl says", async ({ expect }) => {
    expect(await secrets(["apply", "dev", "--from-env-file", "-"], { kubectl: talkative })).toMatchInlineSnapshot(`
      {
        "exitCode": 3,
        "stderr": "applying the Secrets of dev to namespace dev of context minikube (https://127.0.0.1:6443)
      failure[kubectl-failed]: kubectl did not apply the Secrets to namespace dev of context minikube (https://127.0.0.1:6443):
      {"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Secret","metadata":{"name":"app-secret","namespace":"dev","labels":{"app":"cart"}},"type":"Opaque","data":{"database-url":"***","SESSION_KEY":"***","ca.crt":"***"}}]}error: that was too much
        to fix: correct what kubectl names: the context, the namespace, or this user's rights there
      ",
        "stdout": "",
      }
    `);
  });

  test("does nothing to production unless the context is named", async ({ expect }) => {
    const production = ["apply", "prod", "--from-env-file", "-"];
    expect(await secrets(production, { source: "secretsByHand()" })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[argument-missing]: prod is as production, so the context of kubectl has to be named
        where:  the command's arguments
        to fix: add --context NAME; \`kubectl config get-contexts\` lists them. Or say in the environment's file to which it belongs: cluster: { context, server }
      ",
        "stdout": "",
      }
    `);
    const named = [...production, "--context", "production"];
    expect((await secrets(named, { source: "secretsByHand()", kubectl: obedient })).exitCode).toBe(0);
  });

  test("where nothing is made by hand", async ({ expect }) => {
    expect(await secrets(["apply", "prod", "--from-env-file", "-"])).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[secret-source]: prod has no Secret that is made by hand
      app-secret: External Secrets Operator makes it from the store
      shop-example-com-tls: the platform provides it
        where:  environment "prod"
        to fix: write the values where its source has them: docs/secrets.md
      ",
        "stdout": "",
      }
    `);
  });
});

describe.concurrent("status", () => {
  test("of what is there", async ({ expect }) => {
    const kubectl = "printf 'app-secret SESSION_KEY database-url! other\\nshop-example-com-tls tls.crt tls.key\\n'";
    expect(await secrets(["status", "dev"], { kubectl })).toMatchInlineSnapshot(`
      {
        "exitCode": 1,
        "stderr": "asking namespace dev of context minikube (https://127.0.0.1:6443)
      ",
        "stdout": "dev, in namespace dev of context minikube (https://127.0.0.1:6443):
        app-secret lacks database-url, ca.crt, and has other beyond its contract
        shop-example-com-tls has all its keys
      ",
      }
    `);
    expect(await secrets(["status", "prod", "--json"], { kubectl })).toMatchInlineSnapshot(`
      {
        "exitCode": 1,
        "stderr": "asking namespace prod of context minikube (https://127.0.0.1:6443)
      ",
        "stdout": "{
        "environment": "prod",
        "context": "minikube",
        "server": "https://127.0.0.1:6443",
        "namespace": "prod",
        "secrets": [
          {
            "name": "app-secret",
            "exists": true,
            "missing": [
              "database-url",
              "ca.crt"
            ],
            "extra": [
              "other"
            ]
          },
          {
            "name": "shop-example-com-tls",
            "exists": true,
            "missing": [],
            "extra": []
          }
        ]
      }
      ",
      }
    `);
  });

  test("where all is there", async ({ expect }) => {
    const kubectl = "printf 'app-secret SESSION_KEY ca.crt database-url\\nshop-example-com-tls tls.crt tls.key\\n'";
    expect(await secrets(["status", "dev"], { kubectl })).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "asking namespace dev of context minikube (https://127.0.0.1:6443)
      ",
        "stdout": "dev, in namespace dev of context minikube (https://127.0.0.1:6443):
        app-secret has all its keys
        shop-example-com-tls has all its keys
      ",
      }
    `);
  });

  test("where kubectl fails", async ({ expect }) => {
    const kubectl = "echo 'error: context \"minikube\" does not exist' >&2; exit 1";
    expect(await secrets(["status", "dev"], { kubectl })).toMatchInlineSnapshot(`
      {
        "exitCode": 3,
        "stderr": "asking namespace dev of context minikube (https://127.0.0.1:6443)
      failure[kubectl-failed]: kubectl cannot read the Secrets of namespace dev of context minikube (https://127.0.0.1:6443):
      error: context "minikube" does not exist
        to fix: correct what kubectl names: the context, the namespace, or this user's rights there
      ",
        "stdout": "",
      }
    `);
  });
});

function tied(belonging: string): Setting {
  return { source: "secretsByHand()", belonging };
}

describe.concurrent("the right cluster", () => {
  const production = ["apply", "prod", "--from-env-file", "-"];

  test.for([
    [
      ["--context", ""],
      tied(""),
      "error[argument-value]: --context is empty, and to kubectl that is the current context",
    ],
    [
      ["--context", "production", "--namespace", ""],
      tied(""),
      'error[argument-value]: --namespace is "", and no namespace is called so',
    ],
    [
      ["--context", "production", "--namespace", "Bad NS"],
      tied(""),
      'error[argument-value]: --namespace is "Bad NS", and no namespace is called so',
    ],
    [["--context", "prod"], tied(""), 'error[argument-value]: kubectl has no context "prod"'],
    [
      ["--context", "kind"],
      tied('context: "production"'),
      'error[cluster-differs]: "prod" belongs to the cluster of the context "production", and --context names "kind"',
    ],
    [
      ["--context", "kind"],
      tied('server: "https://prod.example.com:443/"'),
      'error[cluster-differs]: "prod" belongs to the cluster of the server https://prod.example.com:443/, and the context "kind" has the server https://127.0.0.1:6443',
    ],
    [
      [],
      tied('server: "https://prod.example.com"'),
      'error[cluster-differs]: "prod" belongs to the cluster of the server https://prod.example.com, and the context "minikube" has the server https://127.0.0.1:6443',
    ],
    [[], tied('context: "prodution"'), 'error[argument-value]: kubectl has no context "prodution"'],
  ] as const)("refused: %j", async ([args, setting, said], { expect }) => {
    for (const command of [production, [...production, "--dry-run"], ["status", "prod"]]) {
      const { exitCode, stdout, stderr } = await secrets([...command, ...args], setting);
      expect({ exitCode, stdout, said: stderr.split("\n")[0] }).toEqual({ exitCode: 2, stdout: "", said });
    }
  });

  test.for([
    [[], tied('context: "production"')],
    [[], tied('context: "production", server: "https://prod.example.com"')],
    [["--context", "production"], tied('server: "HTTPS://PROD.example.com:443/"')],
  ] as const)("taken: %j", async ([args, setting], { expect }) => {
    const { exitCode, stderr } = await secrets([...production, ...args], { ...setting, kubectl: obedient });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr:
        "applying the Secrets of prod to namespace prod of context production (https://prod.example.com)\n" +
        "secret/app-secret serverside-applied\n",
    });
  });
});

test("a command that does not exist, or none", async () => {
  expect((await secrets(["chek", "dev"])).stderr).toMatchInlineSnapshot(`
    "error[argument-value]: pnpm secrets cannot "chek"
      where:  the command's arguments
      to fix: write one of template, check, apply, status, scan. Did you mean check?
    "
  `);
  expect((await secrets([])).stderr).toMatchInlineSnapshot(`
    "error[argument-missing]: pnpm secrets needs to know what to do
      where:  the command's arguments
      to fix: write one of template, check, apply, status, scan
    "
  `);
});

test("without kubectl", async () => {
  using repository = temporaryRepository(shopWithSecrets());
  const args = ["apply", "dev", "--from-env-file", "-"];
  const env = { PATH: "/nowhere" };
  expect(await runScript("secrets", { cwd: repository.path, args, env, input: right })).toMatchInlineSnapshot(`
    {
      "exitCode": 2,
      "stderr": "error[kubectl-missing]: there is no kubectl on PATH
      where:  PATH
      to fix: install it: https://kubernetes.io/docs/tasks/tools/
    ",
      "stdout": "",
    }
  `);
});
