import { exampleOverlay, exampleSystem, packageJson, runScript, temporaryRepository } from "@kit/testing";
import { expect, test } from "vitest";

const entry = "packages/shop/environments/src/index.ts";

/** Workloads of all kinds, `<name>-<kind>`, with a sidecar that an environment adds; protected as the checks advise, or not. */
function service(name: string, isProtected: boolean): string {
  const pod = `{ containers: [{ name: "main", image: "shop-${name}", ports: [{ containerPort: 8080 }] }] }`;
  const sidecar = '{ name: "sidecar", image: "shop-sidecar:1.0.0" }';
  return `import * as kit from "typed-manifests";
import { DaemonSet } from "kubernetes-models/apps/v1/DaemonSet";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { StatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import { Job } from "kubernetes-models/batch/v1/Job";
import { Service } from "kubernetes-models/v1/Service";
import type { ShopEnvironment } from "../../environments/src/index.ts";

function parts(kind: string) {
  const labels = { app: "${name}-" + kind };
  const pod = ${isProtected ? `kit.restrictedPod(${pod})` : pod};
  const metadata = { name: "${name}-" + kind, labels };
  const template = { metadata: { labels }, spec: pod };
  const once = { metadata: { labels }, spec: { ...pod, restartPolicy: "Never" as const } };
  return { metadata, selector: { matchLabels: labels }, template, once };
}
const { metadata, selector, template } = parts("deployment");
const deployment = new Deployment({ metadata, spec: { replicas: 2, selector, template } });
const s = parts("statefulset");
const governing = new Service({
  metadata: s.metadata,
  spec: { clusterIP: "None", selector: s.selector.matchLabels, ports: [{ name: "http", port: 8080 }] },
});
const statefulSet = new StatefulSet({
  metadata: s.metadata,
  spec: { serviceName: "${name}-statefulset", replicas: 2, selector: s.selector, template: s.template },
});
const d = parts("daemonset");
const daemonSet = new DaemonSet({ metadata: d.metadata, spec: { selector: d.selector, template: d.template } });
const j = parts("job");
const job = new Job({ metadata: j.metadata, spec: { template: j.once } });
const c = parts("cronjob");
const cronJob = new CronJob({
  metadata: c.metadata,
  spec: { schedule: "0 3 * * *", jobTemplate: { spec: { template: c.once } } },
});
const all = [deployment, statefulSet, daemonSet, job, cronJob];

export default kit.defineService<ShopEnvironment>({
  resources: [governing, ...all],
  configure: (env) => [
    kit.patch(deployment, {
      spec: { template: { spec: { containers: [${isProtected ? `kit.restrictedContainer(${sidecar})` : sidecar}] } } },
    }),
    ${isProtected ? '...all.flatMap((one) => kit.protectInProduction(one, env, { labels: { app: "guarded" } })),' : ""}
  ],
});
`;
}

const advised = new Set(["network-policy-missing", "pdb-missing", "pss-capabilities-restricted", "spread-missing"]);

test("what the checks judge as production the helpers protect as production, in staging too", async () => {
  const files = exampleSystem();
  using repository = temporaryRepository({
    ...files,
    [entry]: files[entry]!.replace('environment: "production"', 'environment: "staging"').replace(
      /profile: "development"/,
      "",
    ),
    "packages/shop/plain/package.json": packageJson("@shop/plain"),
    "packages/shop/plain/src/index.ts": service("plain", false),
    "packages/shop/guarded/package.json": packageJson("@shop/guarded"),
    "packages/shop/guarded/src/index.ts": service("guarded", true),
    ...Object.fromEntries(
      ["dev", "prod"].map((id) => [
        `overlays/${id}/kustomization.yaml`,
        exampleOverlay(id, ["cart", "plain", "guarded"]),
      ]),
    ),
  });
  const cwd = repository.path;
  expect((await runScript("build", { cwd })).stderr).toBe("");
  const { stdout } = await runScript("check", { cwd, args: ["--json"] });
  const { findings } = JSON.parse(stdout) as { findings: { check: string; object: string; environment: string }[] };
  const found = findings.filter(({ check, object }) => advised.has(check) && !object.endsWith("/cart"));
  expect(found.map(({ check, environment, object }) => [check, environment, object].join(" "))).toMatchInlineSnapshot(`
    [
      "pss-capabilities-restricted dev Deployment dev/plain-deployment",
      "pss-capabilities-restricted dev Deployment dev/plain-deployment",
      "pss-capabilities-restricted dev StatefulSet dev/plain-statefulset",
      "pss-capabilities-restricted dev CronJob dev/plain-cronjob",
      "pss-capabilities-restricted dev DaemonSet dev/plain-daemonset",
      "pss-capabilities-restricted dev Job dev/plain-job",
      "pdb-missing prod Deployment prod/plain-deployment",
      "network-policy-missing prod Deployment prod/plain-deployment",
      "pss-capabilities-restricted prod Deployment prod/plain-deployment",
      "pss-capabilities-restricted prod Deployment prod/plain-deployment",
      "spread-missing prod Deployment prod/plain-deployment",
      "pdb-missing prod StatefulSet prod/plain-statefulset",
      "network-policy-missing prod StatefulSet prod/plain-statefulset",
      "pss-capabilities-restricted prod StatefulSet prod/plain-statefulset",
      "spread-missing prod StatefulSet prod/plain-statefulset",
      "network-policy-missing prod CronJob prod/plain-cronjob",
      "pss-capabilities-restricted prod CronJob prod/plain-cronjob",
      "network-policy-missing prod DaemonSet prod/plain-daemonset",
      "pss-capabilities-restricted prod DaemonSet prod/plain-daemonset",
      "network-policy-missing prod Job prod/plain-job",
      "pss-capabilities-restricted prod Job prod/plain-job",
    ]
  `);
});
