import {
  defineEnvironment,
  defineService,
  environmentSchema,
  networkPolicy,
  patch,
  protectInProduction,
  type Change,
  type Destination,
  type Environment,
  type KubeObject,
  type Traffic,
} from "@kit/model";
import { load } from "js-yaml";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { expect, test } from "vitest";
import { emit } from "../../src/index.ts";

const prod = defineEnvironment({
  id: "prod",
  environment: "production",
  namespace: "shop",
  cluster: {
    id: "one",
    nodes: [{ count: 3, cpu: "4", memory: "8Gi" }],
    reserve: { cpu: "1", memory: "2Gi" },
    target: 70,
  },
});
const tcp = (port: number): object => ({ protocol: "TCP", port });
const podsOf = (app: string): object => ({ podSelector: { matchLabels: { app } } });

function deployment(name: string, port: number, labels: Record<string, string> = { app: name }): Deployment {
  const containers = [{ name: "main", image: name, ports: [{ containerPort: port }] }];
  return new Deployment({
    metadata: { name },
    spec: { selector: { matchLabels: { app: name } }, template: { metadata: { labels }, spec: { containers } } },
  });
}

type Said = readonly [object: Deployment | CronJob, traffic?: Traffic, ...changes: Change[]];

/** The rules of ingress that each policy has, by its name. */
function ingressOf(said: readonly Said[], env: Environment = prod): Record<string, unknown> {
  const services = said.map(([workload, traffic = {}, ...changes]) =>
    service([workload], [...protectInProduction(workload, env, { labels: {}, ...traffic }), ...changes]),
  );
  return policiesOf(services, env);
}

function service(resources: readonly KubeObject[], changes: readonly Change[]) {
  const name = resources[0]?.metadata?.name ?? "";
  const definition = defineService<Environment>({ resources, configure: () => changes });
  return { name, where: `packages/shop/${name}`, definition: definition as ReturnType<typeof defineService<never>> };
}

function policiesOf(services: readonly ReturnType<typeof service>[], env: Environment): Record<string, unknown> {
  const system = { name: "shop", where: "packages/shop/environments", schema: environmentSchema({}), services };
  const { expected } = emit([{ ...system, environments: [env] }]);
  const policies = expected.get(env.id)!.filter(({ kind }) => kind === "NetworkPolicy");
  return Object.fromEntries(
    policies.map(({ data }) => {
      const { metadata, spec } = data as { metadata: { name: string }; spec: { ingress?: unknown } };
      return [metadata.name.replace("-network-policy", ""), spec.ingress];
    }),
  );
}

const toApi: Destination = { podLabels: { app: "api" }, port: 8000 };

test("who says that it connects is let in", () => {
  const job = new CronJob({
    metadata: { name: "report" },
    spec: {
      schedule: "0 3 * * *",
      jobTemplate: {
        spec: {
          template: { metadata: { labels: { app: "report" } }, spec: { restartPolicy: "Never", containers: [] } },
        },
      },
    },
  });
  const said: Said[] = [
    [deployment("api", 8000)],
    [deployment("web", 8080), { to: [toApi, { port: 443 }, { url: "https://example.com" }] }],
    [job, { to: [toApi, { podLabels: { app: "api" }, port: 9000 }] }],
  ];
  expect(ingressOf(said)).toEqual({
    api: [
      { from: [podsOf("web")], ports: [tcp(8000)] },
      { from: [podsOf("report")], ports: [tcp(8000), tcp(9000)] },
    ],
    web: undefined,
    report: undefined,
  });
});

test("what both sides say stays as it is, and what only one says is added to it", () => {
  const from = [{ podLabels: { app: "web" } }];
  const said: Said[] = [
    [deployment("api", 8000), { from }],
    [deployment("web", 8080), { to: [toApi] }],
    [deployment("admin", 8080), { to: [toApi] }],
  ];
  const stated = { from: [podsOf("web")], ports: [tcp(8000)] };
  expect(ingressOf(said.slice(0, 2))).toEqual({ api: [stated], web: undefined });
  expect(ingressOf(said)).toMatchObject({ api: [stated, { from: [podsOf("admin")], ports: [tcp(8000)] }] });
});

test("only pods that the labels select, in their namespace", () => {
  const web = deployment("web", 8080);
  const said = (to: Destination): unknown =>
    ingressOf([[deployment("api", 8000, { app: "api", tier: "x" })], [web, { to: [to] }]]).api;
  const open = [{ from: [podsOf("web")], ports: [tcp(8000)] }];
  expect(said({ podLabels: { tier: "x" }, port: 8000 })).toEqual(open);
  expect(said({ podLabels: { app: "api" }, namespace: "shop", port: 8000 })).toEqual(open);
  expect(said({ podLabels: { app: "other" }, port: 8000 })).toBeUndefined();
  expect(said({ podLabels: { app: "api" }, namespace: "elsewhere", port: 8000 })).toBeUndefined();
});

test("not a policy that is written out, and nothing where none is", () => {
  const own = new NetworkPolicy({
    metadata: { name: "api" },
    spec: { podSelector: { matchLabels: { app: "api" } }, policyTypes: ["Ingress"] },
  });
  const web = deployment("web", 8080);
  const changes = protectInProduction(web, prod, { labels: {}, to: [toApi] });
  expect(policiesOf([service([deployment("api", 8000)], [own]), service([web], changes)], prod)).toEqual({
    api: undefined,
    web: undefined,
  });
  expect(policiesOf([service([deployment("api", 8000)], []), service([web], changes)], prod)).toEqual({
    web: undefined,
  });
});

test("ports and labels that a patch adds count", () => {
  const api = deployment("api", 8000);
  const debugged = patch(api, {
    spec: {
      template: {
        metadata: { labels: { debug: "yes" } },
        spec: { containers: [{ name: "debugger", image: "debugger", ports: [{ containerPort: 9229 }] }] },
      },
    },
  });
  const said: Said[] = [
    [api, { from: [{ podLabels: { app: "monitor" } }] }, debugged],
    [deployment("web", 8080), { to: [{ podLabels: { debug: "yes" }, port: 9229 }] }],
  ];
  expect(ingressOf(said).api).toEqual([
    { from: [podsOf("monitor")], ports: [tcp(8000), tcp(9229)] },
    { from: [podsOf("web")], ports: [tcp(9229)] },
  ]);
});

test("a policy that every environment has is opened where somebody connects", () => {
  const api = deployment("api", 8000);
  const policy = networkPolicy(api, {}, { labels: {} });
  const web = deployment("web", 8080);
  const services = [
    service([api, policy], []),
    service([web], protectInProduction(web, prod, { labels: {}, to: [toApi] })),
  ];
  expect(policiesOf(services, prod).api).toEqual([{ from: [podsOf("web")], ports: [tcp(8000)] }]);
  const system = { name: "shop", where: "packages/shop/environments", schema: environmentSchema({}), services };
  const { files } = emit([{ ...system, environments: [prod] }]);
  const base = load(files.get("bases/shop/api/networkpolicy-api-network-policy.yaml")!) as { spec: object };
  expect(base.spec).not.toHaveProperty("ingress");
  const component = [...files].filter(([path]) => path.startsWith("environments/prod/") && path.includes("patch"));
  expect(component.map(([, text]) => text).join("")).toContain("ingress");
});
