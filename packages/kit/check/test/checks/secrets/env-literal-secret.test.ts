import { describe, expect, test } from "vitest";
import { envLiteralSecret } from "../../../src/checks/secrets/env-literal-secret.ts";
import { workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";

const weak = "hunter2";
const env = (name: string, value: string): string =>
  workload({ container: `env: [{ name: ${name}, value: '${value}' }]` });

describe("env-literal-secret", () => {
  test.for([
    workload(),
    env("LOG_LEVEL", "INFO"),
    env("DB_PASSWORD", ""),
    env("DB_PASSWORD", "$(OTHER)"),
    env("DB_PASSWORD_FILE", "/run/secrets/password"),
    env("GOOGLE_APPLICATION_CREDENTIALS", "/var/secrets/google/key.json"),
    env("DATABASE_URL", "postgresql://$(DB_USER):$(DB_PASSWORD)@db/todo"),
    env("MYSQL_ALLOW_EMPTY_PASSWORD", "1"),
    env("VITE_MAPBOX_TOKEN", "pk.abc"),
    workload({ container: "env: [{ name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: a, key: b } } }]" }),
    workload({ container: "args: [--token-file, /run/token, 'https://example.com:8443/a@b']" }),
    workload({
      container: "args: [--password, $(DB_PASSWORD), --token=$(TOKEN), --enable-token, --password-file, /run/p]",
    }),
    workload({ container: "command: [mkdir, -p, /data], args: [-pv]" }),
  ])("passes %$", (manifests) => {
    expect(judge(envLiteralSecret, manifests)).toEqual([]);
  });

  test("finds names and values, and does not show these", () => {
    const password = "hunter2";
    const variables = [
      "{ name: DB_PASSWORD, value: hunter2 }",
      `{ name: CACHE, value: 'redis://:${password}@cache' }`,
      "{ name: KEY, value: '-----BEGIN EC PRIVATE KEY-----hunter2' }",
      `{ name: NEXT_PUBLIC_GH, value: ghp_${password.repeat(5)}2 }`,
    ];
    const container = `env: [${variables.join(", ")}], args: ['--db=postgres://app:${password}@db/todo'], command: [run, sk-proj-${password.repeat(3)}]`;
    const found = judge(envLiteralSecret, workload({ container }));
    expect(found).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].args[0]: an argument has a URL with a password in it; move it to a Secret, read it with secretKeyRef (\`secretEnv\`), and change it where it was in use",
        "error Deployment default/web spec.template.spec.containers[0].command[1]: an argument has an OpenAI or Anthropic key in it; move it to a Secret, read it with secretKeyRef (\`secretEnv\`), and change it where it was in use",
        "error Deployment default/web spec.template.spec.containers[0].env[0].value: the variable DB_PASSWORD has the name of a secret, and a value; move it to a Secret, read it with secretKeyRef (\`secretEnv\`), and change it where it was in use",
        "error Deployment default/web spec.template.spec.containers[0].env[1].value: the variable CACHE has a URL with a password as its value; move it to a Secret, read it with secretKeyRef (\`secretEnv\`), and change it where it was in use",
        "error Deployment default/web spec.template.spec.containers[0].env[2].value: the variable KEY has a private key as its value; move it to a Secret, read it with secretKeyRef (\`secretEnv\`), and change it where it was in use",
        "error Deployment default/web spec.template.spec.containers[0].env[3].value: the variable NEXT_PUBLIC_GH has a GitHub token as its value; move it to a Secret, read it with secretKeyRef (\`secretEnv\`), and change it where it was in use",
      ]
    `);
    expect(found.join("")).not.toContain("hunter2");
  });

  test("finds them in init containers", () => {
    const pod = "initContainers: [{ name: migrate, image: web, env: [{ name: API_TOKEN, value: abc }] }]";
    expect(judge(envLiteralSecret, workload({ pod }))).toHaveLength(1);
  });

  test("finds what an option says, in one argument, in two, and of MySQL's programs", () => {
    const container = `command: [mysqldump, -uroot, -p${weak}], args: [--password, ${weak}, --api-key=${weak}]`;
    const found = judge(envLiteralSecret, workload({ container }));
    expect(found.map((line) => line.split("; ")[0]!.slice(line.indexOf("containers[0]")))).toEqual([
      "containers[0].args[1]: the option password has the name of a secret, and a value",
      "containers[0].args[2]: the option api-key has the name of a secret, and a value",
      "containers[0].command[2]: an argument has a password in it",
    ]);
  });

  test("passes what the packages declare public", () => {
    const manifests = env("MAPS_API_KEY", "of-every-browser");
    expect(judge(envLiteralSecret, manifests)).toHaveLength(1);
    expect(judge(envLiteralSecret, manifests, { publicValues: ["of-every-browser"] })).toEqual([]);
  });
});
