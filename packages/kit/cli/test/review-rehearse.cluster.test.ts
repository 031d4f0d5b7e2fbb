// Needs the control plane's programs: `pnpm test:cluster`.
import { preparePrograms, startControlPlane, type Component } from "@kit/control-plane";
import { rehearse, type Manifest, type ManifestData } from "@kit/rehearse";
import { compareWithRehearsal, documentsIn, isRefuted, predictionsOf, review } from "@kit/review";
import { exampleRepository, plainGit, runScript } from "@kit/testing";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";

const components: readonly Component[] = ["scheduler", "controllers", "kwok"];
beforeAll(() => preparePrograms({ components, env: process.env, onProgress: console.error }));

const size = { cpu: 3000, memory: 6 * 2 ** 30 };
const nodes = [{ name: "node-1", labels: {}, taints: [], capacity: size, allocatable: size, pods: 110 }];

function deployment(name: string, tag: string, app = name): ManifestData {
  const labels = { app };
  const template = { metadata: { labels }, spec: { containers: [{ name, image: `${name}:${tag}` }] } };
  const spec = { replicas: 1, selector: { matchLabels: labels }, template };
  return { apiVersion: "apps/v1", kind: "Deployment", metadata: { name, namespace: "shop" }, spec };
}

function manifests(...objects: readonly ManifestData[]): Manifest[] {
  return objects.map((data) => ({ where: `${data.metadata.name}.yaml`, text: JSON.stringify(data), data }));
}

test("predictions are confirmed by a control plane, and a false one is refuted", async () => {
  const before = manifests(deployment("web", "1.0.0"), deployment("api", "1.0.0"), deployment("old", "1.0.0"));
  const after = manifests(deployment("web", "1.0.1"), deployment("api", "1.0.0", "other"), deployment("new", "1.0.0"));
  const [own, others] = [before, after].map((all) => all.flatMap(({ where, text }) => documentsIn(where, text)));
  const sides = { environment: "prod", before: own!, after: others!, overlay: undefined };
  const predictions = predictionsOf(review({ base: "a", head: "b", sides: [sides] }).environments[0]!);
  await using cluster = await startControlPlane({ components, env: process.env });
  const about = { cluster, nodes, contracts: [], environment: "prod" };
  const rehearsal = await rehearse({ ...about, before: { ref: "main", manifests: before }, manifests: after });

  const { rows } = compareWithRehearsal(predictions, rehearsal);
  expect(rows.map(({ object, predicted, verdict }) => `${verdict}: ${object} ${predicted}`)).toMatchInlineSnapshot(`
    [
      "confirmed: Deployment shop/api is refused",
      "confirmed: Deployment shop/old is deleted",
      "confirmed: Deployment shop/new is created",
      "confirmed: Deployment shop/web is changed",
      "confirmed: Deployment shop/web rolls",
      "confirmed: Deployment shop/api is refused",
    ]
  `);

  // Written by hand, against what has just happened.
  const wrong = [
    { object: "Deployment shop/web", what: "refused", risk: "immutable-field" },
    { object: "Deployment shop/api", what: "changed", risk: undefined },
  ] as const;
  const refuted = compareWithRehearsal({ ...predictions, predictions: wrong }, rehearsal);
  expect(isRefuted(refuted)).toBe(true);
  expect(refuted.rows.filter(({ verdict }) => verdict === "refuted").map(({ object }) => object)).toEqual([
    "Deployment shop/web",
    "Deployment shop/api",
  ]);
});

interface Told {
  readonly environment: string;
  readonly predictions: readonly { readonly verdict: string; readonly object: string; readonly predicted: string }[];
}

test("pnpm review --rehearse says of each prediction whether it came true", async () => {
  using repository = exampleRepository();
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, { cwd: repository.path, env: { ...process.env, ...plainGit }, encoding: "utf8" });
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "--all");
  git("-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "--quiet", "--message", "A");
  const file = "generated/rendered/dev/13-service-backend-service.yaml";
  const text = readFileSync(join(repository.path, file), "utf8");
  repository.write({ [file]: text.replace(/^ {2}selector:\n/m, "  selector:\n    none: such\n") });

  const { exitCode, stdout } = await runScript("review", {
    cwd: repository.path,
    args: ["--rehearse", "main", "--json"],
  });
  const { rehearsal } = JSON.parse(stdout) as { readonly rehearsal: { readonly environments: readonly Told[] } };
  const said = rehearsal.environments.map(({ environment, predictions }) => [
    environment,
    ...predictions
      .filter(({ object }) => object.includes("backend-service"))
      .map(({ verdict, object, predicted }) => `${verdict}: ${object} ${predicted}`),
  ]);
  expect([exitCode, ...said]).toMatchInlineSnapshot(`
    [
      0,
      [
        "dev",
        "confirmed: Service default/backend-service is changed",
        "confirmed: Service default/backend-service has nobody behind port http",
      ],
    ]
  `);
});
