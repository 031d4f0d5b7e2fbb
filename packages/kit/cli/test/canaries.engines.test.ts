import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";
import { asMap, exitCode, loading, nameOf, secrets, seed, telling } from "./canaries.ts";
import { planted } from "./planted.ts";

const deployment = "generated/rendered/dev/18-deployment-backend.yaml";
const values = secrets.map(({ value }) => JSON.stringify(value));

// What needs a cluster, and what reads nothing that the authors of a system write.
const elsewhere = [
  // Says what rename says, by the same functions; services with values of their system cannot be moved as they are.
  "move",
  "verify",
  "rehearse",
  "diagnose",
  "schema",
  "bench",
  "comment",
  "corpus",
  "test-engines",
  "test-long",
  "gate",
  "pack-kit",
];

test("every command is tried", () => {
  const { scripts } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const commands = Object.values(scripts).flatMap(
    (script) => /(?:start\.mjs |tsx scripts\/)([\w-]+)/.exec(script)?.[1] ?? [],
  );
  const tried = ["drift", ...loading, ...telling].map((command) => command.split(" ")[0]!);
  expect(commands.filter((command) => ![...tried, ...elsewhere].includes(command))).toEqual([]);
});

test(`what is generated, changed by hand, seed ${seed}`, async () => {
  using copy = planted();
  const configMap = "generated/rendered/dev/10-configmap-backend-config.yaml";
  const lines = (indent: string, line: (value: string, at: number) => string): string =>
    values.map((value, at) => `${indent}${line(value, at)}\n`).join("");
  copy.edit(
    configMap,
    "data:\n",
    `more: { ${asMap} }\ndata:\n${lines("  ", (value, at) => `${nameOf(secrets[at]!, at)}: ${value}`)}`,
  );
  copy.edit(
    deployment,
    "      - env:\n",
    `      - env:\n${lines("        ", (value) => `- { name: ${value}, value: ${value} }`)}`,
  );
  copy.edit(deployment, "      labels:\n", `      labels:\n${lines("        ", (value, at) => `a${at}: ${value}`)}`);
  copy.edit(deployment, "imagePullPolicy: IfNotPresent", `imagePullPolicy: ${values[1]}`);
  copy.edit(deployment, "image: shop-api:latest", `image: ${values[2]}`);
  copy.edit(deployment, "path: /health", `path: ${values[3]}`);
  const ran = await copy.run(["drift", ...loading.filter((command) => command !== "build"), ...telling]);
  expect(copy.traces(ran, secrets)).toEqual([]);
  expect(["drift", "check", "secrets scan"].map((command) => exitCode(ran, command))).toEqual([1, 1, 1]);
}, 120_000);

test(`a quantity, which capacity repeats, seed ${seed}`, async () => {
  using copy = planted();
  copy.edit(deployment, "cpu: 250m", `cpu: ${JSON.stringify(secrets.map(({ value }) => value).join(" "))}`);
  const ran = await copy.run(["capacity", "capacity --json", "check --json"]);
  expect(copy.traces(ran, secrets)).toEqual([]);
}, 120_000);

test(`an env file, right and wrong, seed ${seed}`, async () => {
  const right = [
    `DATABASE_URL=${valueOf("a PostgreSQL URL")}`,
    `SESSION_SECRET=${valueOf("a random key")}`,
    `OPENAI_API_KEY=${valueOf("an OpenAI key")}`,
  ];
  const wrong = secrets.map((one, at) => `${at % 2 === 0 ? nameOf(one, at) : one.value} = '${one.value}`);
  using copy = planted();
  copy.write(".env.right", right.join("\n"));
  copy.write(".env.wrong", [...wrong, `OPENAI_API_KEY=${valueOf("a random key")}`, ...right].join("\n"));
  const ran = await copy.run([
    "secrets check dev --from-env-file .env.right",
    "secrets apply dev --from-env-file .env.right --dry-run",
    "secrets check dev --from-env-file .env.wrong",
    "secrets apply dev --from-env-file .env.wrong --dry-run",
    "build",
    "secrets scan",
  ]);
  expect(copy.traces(ran, secrets)).toEqual([]);
  expect(ran.map((one) => one.exitCode)).toEqual([0, 0, 1, 1, 0, 0]);
}, 120_000);

function valueOf(kind: string): string {
  return secrets.find((one) => one.kind === kind)!.value;
}
