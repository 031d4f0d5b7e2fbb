import { UserError } from "@kit/errors";
import {
  type Change,
  defineEnvironment,
  defineService,
  type Environment,
  environmentSchema,
  expose,
  fromHelper,
  type KubeObject,
  patch,
  protectInProduction,
  restrictedNamespace,
} from "@kit/model";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";
import { describe, expect, test } from "vitest";
import { emit, originAt, type ExpectedObject } from "../../src/index.ts";

const cluster = {
  id: "one",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
};
const prod = defineEnvironment({
  id: "prod",
  environment: "production",
  namespace: "shop",
  cluster,
  objects: [restrictedNamespace("shop")],
});

/** The objects of an environment as they are to be, by kind and name. */
function expected(
  resources: readonly KubeObject[],
  configure: (env: Environment) => readonly Change[] = () => [],
): Record<string, ExpectedObject> {
  const services = [
    { name: "cart", where: "packages/shop/cart", definition: defineService<Environment>({ resources, configure }) },
  ];
  const where = "packages/shop/environments";
  const schema = environmentSchema({});
  const emitted = emit([{ name: "shop", where, schema, services, environments: [prod] }]);
  return Object.fromEntries(emitted.expected.get("prod")!.map((one) => [`${one.kind} ${one.name}`, one]));
}

function problems(resources: readonly KubeObject[], configure?: (env: Environment) => readonly Change[]): string[] {
  try {
    expected(resources, configure);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(({ code, what, where, next }) => `${code}: ${what} | ${where} | ${next}`);
  }
}

function workload(image = "cart"): Deployment {
  const labels = { app: "cart" };
  const envFrom = [{ configMapRef: { name: "config" } }];
  const containers = [{ name: "cart", image, ports: [{ name: "http", containerPort: 80 }], envFrom }];
  return new Deployment({
    metadata: { name: "cart" },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } } },
  });
}

/** A custom resource, as a package of kubernetes-models has its class. */
function custom(apiVersion: string, kind: string, content: object): KubeObject & { readonly spec?: object } {
  const data = { apiVersion, kind, metadata: { name: "cart" }, ...content };
  return { ...data, validate: () => undefined, toJSON: () => structuredClone(data) };
}

const config = new ConfigMap({ metadata: { name: "config" }, data: { A: "a" } });

describe("an object of an environment", () => {
  test("has its base, its packages, and who set what", () => {
    const cart = workload();
    const made = expected([config, cart], (env) => [
      patch(cart, { spec: { template: { spec: { containers: [{ name: "cart", image: "other" }] } } } }),
      ...protectInProduction(cart, env, { labels: { app: "cart" } }),
    ]);
    const { data, base, where, origins } = made["Deployment cart"]!;
    expect([where, made["ConfigMap config"]!.where, made["PodDisruptionBudget cart-pdb"]!.where]).toEqual([
      "packages/shop/cart and packages/shop/environments",
      "packages/shop/cart",
      "packages/shop/cart and packages/shop/environments",
    ]);
    expect([base, made["PodDisruptionBudget cart-pdb"]!.base]).toEqual([cart.toJSON(), undefined]);
    const container = ["spec", "template", "spec", "containers", 0];
    const by = [
      [...container, "name"],
      [...container, "image"],
      ["spec", "template", "spec", "topologySpreadConstraints", 0, "maxSkew"],
      ["spec", "template", "metadata", "annotations", "checksum/config"],
    ].map((path) => originAt(origins, path));
    expect(by).toMatchObject([
      { type: "base", where: "packages/shop/cart" },
      { type: "change", where: "packages/shop/cart", helper: undefined },
      { type: "change", where: "packages/shop/cart", helper: "protectInProduction" },
      { type: "kit", rule: "checksum" },
    ]);
    expect(originAt(made["Namespace shop"]!.origins, ["metadata", "name"])).toEqual({
      type: "environment",
      where: "packages/shop/environments",
    });
    expect(
      (data["spec"] as { template: { spec: { containers: { image: string }[] } } }).template.spec.containers[0]!.image,
    ).toBe("other");
  });

  test("is in the environment's namespace where it names none, and has one", () => {
    const elsewhere = new ConfigMap({ metadata: { name: "elsewhere", namespace: "monitoring" } });
    const made = Object.values(expected([config, elsewhere]));
    const namespaces = made.map(({ kind, name, namespace }) => `${kind} ${name}: ${namespace}`);
    expect(namespaces).toEqual([
      "ConfigMap config: shop",
      "ConfigMap elsewhere: monitoring",
      "Namespace shop: undefined",
    ]);
    expect(made.map(({ origins }) => originAt(origins, ["metadata", "namespace"])?.type)).toEqual([
      "kit",
      "base",
      "environment",
    ]);
  });

  test("is what configure says, over what helpers say", () => {
    const service = new Service({ metadata: { name: "cart" }, spec: { ports: [{ name: "http", port: 80 }] } });
    const exposure = { type: "NodePort", nodePort: 30_000 } as const;
    const made = expected([service], (env) => [
      patch(service, { spec: { ports: [{ $entry: { port: 80 }, port: 90 }] } }),
      ...expose(service, { ...env, environment: "development" }, { exposure, name: "cart", labels: {} }),
    ]);
    expect(made["Service cart"]!.data["spec"]).toEqual({
      type: "NodePort",
      ports: [{ name: "http", port: 90, nodePort: 30_000 }],
    });
  });

  test("keeps what its author says of the checksum and the wave", () => {
    const cart = workload();
    const annotations = { "checksum/config": "mine" };
    const made = expected([config, cart], () => [patch(cart, { spec: { template: { metadata: { annotations } } } })]);
    expect((made["Deployment cart"]!.data["spec"] as { template: object }).template).toMatchObject({
      metadata: { annotations },
    });
  });
});

function checksumIn(object: KubeObject): unknown {
  const { data } = expected([config, object])[`${object.kind} cart`]!;
  return (data["spec"] as { template: { metadata?: { annotations?: object } } }).template.metadata?.annotations;
}

describe("the checksum of the ConfigMaps that pods read", () => {
  const pod = { containers: [{ name: "cart", image: "cart", envFrom: [{ configMapRef: { name: "config" } }] }] };
  const template = { metadata: { labels: { app: "cart" } }, spec: pod };

  test.for([
    ["argoproj.io/v1alpha1", "Rollout"],
    ["serving.knative.dev/v1", "Service"],
    ["apps.kruise.io/v1alpha1", "CloneSet"],
  ] as const)("is in the pod template of %s %s", ([apiVersion, kind]) => {
    expect(checksumIn(custom(apiVersion, kind, { spec: { template } }))).toEqual({
      "checksum/config": expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test.for([
    ["batch/v1", "Job", { template }],
    ["batch.volcano.sh/v1", "Job", { template }],
    ["argoproj.io/v1alpha1", "ApplicationSet", { template: { metadata: {}, spec: { project: "a" } } }],
  ] as const)("is not in that of %s %s", ([apiVersion, kind, spec]) => {
    expect(checksumIn(custom(apiVersion, kind, { spec }))).toBeUndefined();
  });

  test("is of the ConfigMap in the workload's own namespace", () => {
    const elsewhere = new ConfigMap({ metadata: { name: "config", namespace: "other" }, data: { A: "b" } });
    const one = expected([config, workload()])["Deployment cart"]!.data;
    const other = expected([elsewhere, config, workload()])["Deployment cart"]!.data;
    expect(other).toEqual(one);
  });
});

describe("what would be lost is refused", () => {
  const at = 'packages/shop/cart, ConfigMap "lost"';
  const missing: Record<string, string> = {};

  test("a value that is missing, in an object as in a change", () => {
    const lost = new ConfigMap({ metadata: { name: "lost" }, data: { A: "a", B: missing["b"]! } });
    expect(problems([lost])).toEqual([`value-lost: data.B is undefined | ${at} | give it a value, or leave it out`]);
    const whole = new ConfigMap({ metadata: { name: "lost", labels: missing["l"] as never } });
    expect(problems([whole])).toEqual([
      `value-lost: metadata.labels is undefined | ${at} | give it a value, or leave it out`,
    ]);
    const fine = new ConfigMap({ metadata: { name: "lost" } });
    expect(problems([fine], () => [patch(fine, { data: { B: missing["b"]! } })])).toEqual([
      `value-lost: data.B is undefined | ${at}, environment "prod" | give it a value, or null to remove it in a patch`,
    ]);
  });

  const values: [string, object, string][] = [
    ["a null", { data: null }, "data is null, which the API server takes for nothing"],
    [
      "a null deeper in",
      { metadata: { name: "lost", labels: { a: null } } },
      "metadata.labels.a is null, which the API server takes for nothing",
    ],
    [
      "a null in a list",
      { metadata: { name: "lost", finalizers: [null] } },
      "metadata.finalizers[0] is null, which the API server takes for nothing",
    ],
    ["a list with a hole", { metadata: { name: "lost", finalizers: [, "a"] } }, "metadata.finalizers[0] is undefined"], // eslint-disable-line no-sparse-arrays
    ["a function", { data: { A: () => "a" } }, "data.A is a function, which YAML cannot hold"],
    ["a symbol", { data: { A: Symbol("a") } }, "data.A is a symbol, which YAML cannot hold"],
    ["a key that is a symbol", { data: { [Symbol("a")]: "a" } }, "data has the key Symbol(a), which YAML cannot hold"],
    ["a Date", { data: { A: new Date(0) } }, "data.A is a Date, which YAML cannot hold"],
    ["a Map", { data: new Map([["A", "a"]]) }, "data is a Map, which YAML cannot hold"],
    [
      "an instance of a class",
      { data: { A: new URL("https://example.com") } },
      "data.A is a URL, which YAML cannot hold",
    ],
    ["a BigInt", { data: { A: 2n ** 60n } }, "data.A is the BigInt 1152921504606846976, which JSON cannot hold"],
  ];
  test.for(values)("%s", ([, content, what]) => {
    const lost = new ConfigMap({ metadata: { name: "lost" }, ...content });
    expect(problems([lost]).map((text) => text.split(" | ")[0])).toEqual([`value-lost: ${what}`]);
  });

  test("but not a null that a custom resource may mean", () => {
    const values = { image: null };
    const release = custom("helm.toolkit.fluxcd.io/v2", "HelmRelease", { spec: { interval: "1m", values } });
    expect(problems([release])).toEqual([]);
    expect(expected([release])["HelmRelease cart"]!.data["spec"]).toEqual({ interval: "1m", values });
    expect(problems([custom("example.com/v1", "Thing", { spec: { a: null } })])).toEqual([]);
    const rollout = custom("argoproj.io/v1alpha1", "Rollout", {
      spec: { template: { spec: { containers: [{ name: "a", env: null }] } } },
    });
    expect(problems([rollout]).map((text) => text.split(" | ")[0])).toEqual([
      "value-lost: spec.template.spec.containers[0].env is null, which the API server takes for nothing",
    ]);
  });
});

test("what is wrong with a change is said with its object, its environment and the calls in the source", () => {
  const cart = workload();
  const container = (image: string): Change =>
    patch(cart, {
      spec: {
        template: { spec: { containers: [{ name: "cart", image, ports: [{ $remove: { containerPort: 81 } }] }] } },
      },
    });
  const said = problems([cart], () => [
    container("a"),
    ...fromHelper("own", [patch(cart, { spec: { replicas: 2 } })]),
    container("b"),
  ]);
  expect(said).toEqual([
    'patch-entry: spec.template.spec.containers[cart].ports has no entry { containerPort: 81 } | packages/shop/cart, Deployment "cart", environment "prod" | did you mean { containerPort: 80 }?',
    'patch-conflict: two patches set spec.template.spec.containers[cart].image, to "a" and to "b" | packages/shop/cart, Deployment "cart", environment "prod" | set it in one of them only: packages/shop/cart or packages/shop/cart',
    'patch-entry: spec.template.spec.containers[cart].ports has no entry { containerPort: 81 } | packages/shop/cart, Deployment "cart", environment "prod" | did you mean { containerPort: 80 }?',
  ]);
});
