import {
  defineEnvironment,
  defineService,
  environmentSchema,
  oneOf,
  patch,
  type Change,
  type Environment,
  type KubeObject,
} from "@kit/model";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { HorizontalPodAutoscaler as HorizontalPodAutoscalerV1 } from "kubernetes-models/autoscaling/v1/HorizontalPodAutoscaler";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Namespace } from "kubernetes-models/v1/Namespace";
import { describe, expect, test } from "vitest";
import { emit } from "../src/index.ts";

interface Shop extends Environment {
  readonly logLevel: string;
}

const schema = environmentSchema({ logLevel: oneOf("INFO", "DEBUG") });
const cluster = {
  id: "one",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
};
const dev = defineEnvironment<Shop>({
  id: "dev",
  environment: "development",
  namespace: "dev",
  cluster,
  logLevel: "DEBUG",
});

/** The files of one service in one environment, without what gives the namespace, which has a test of its own. */
function files(
  resources: readonly KubeObject[],
  configure: (env: Shop) => readonly Change[] = () => [],
  environment: Shop = dev,
): Record<string, string> {
  const definition = defineService<Shop>({ resources, configure });
  const services = [{ name: "cart", where: "packages/shop/cart", definition }];
  const where = "packages/shop/environments";
  const emitted = emit([{ name: "shop", where, schema, services, environments: [environment] }]).files;
  return Object.fromEntries([...emitted].filter(([path]) => !path.endsWith("/namespace.yaml")));
}

function config(data: Record<string, string>, name = "config"): ConfigMap {
  return new ConfigMap({ metadata: { name }, data });
}

function workload(name: string, reads: readonly string[]): Deployment {
  const containers = [{ name, image: name, envFrom: reads.map((config) => ({ configMapRef: { name: config } })) }];
  const labels = { app: name };
  return new Deployment({
    metadata: { name },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } } },
  });
}

/** The checksum in what is emitted for a workload, or undefined. */
function checksum(emitted: Record<string, string>, file = "patch-deployment-cart"): string | undefined {
  return /\b[0-9a-f]{64}\b/.exec(emitted[`environments/dev/${file}.yaml`] ?? "")?.[0];
}

test("writes a base and a component", () => {
  const config = new ConfigMap({ data: { A: "yes" }, metadata: { labels: { app: "cart" }, name: "cart-config" } });
  const environment = { ...dev, objects: [new Namespace({ metadata: { name: "shop" } })] };
  const emitted = files([config], (env) => [patch(config, { data: { LOG_LEVEL: env.logLevel } })], environment);
  expect(emitted).toMatchInlineSnapshot(`
    {
      "bases/shop/cart/configmap-cart-config.yaml": "# Written by \`pnpm build\` from packages/shop/cart. Do not edit: change the package and build.
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: cart-config
      labels:
        app: cart
    data:
      A: "yes"
    ",
      "bases/shop/cart/kustomization.yaml": "# Written by \`pnpm build\` from packages/shop/cart. Do not edit: change the package and build.
    apiVersion: kustomize.config.k8s.io/v1beta1
    kind: Kustomization
    resources:
    - configmap-cart-config.yaml
    ",
      "environments/dev/kustomization.yaml": "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
    apiVersion: kustomize.config.k8s.io/v1alpha1
    kind: Component
    resources:
    - namespace-shop.yaml
    patches:
    - path: patch-configmap-cart-config.yaml
      target:
        group: "^$"
        version: v1
        kind: ConfigMap
        name: cart-config
        namespace: "default|dev"
    transformers:
    - namespace.yaml
    ",
      "environments/dev/namespace-shop.yaml": "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
    apiVersion: v1
    kind: Namespace
    metadata:
      name: shop
    ",
      "environments/dev/patch-configmap-cart-config.yaml": "# Written by \`pnpm build\` from packages/shop/cart and packages/shop/environments. Do not edit: change the package and build.
    # ConfigMap cart-config in namespace dev
    - op: add
      path: /data/LOG_LEVEL
      value: DEBUG
    ",
    }
  `);
});

test("an environment that changes nothing has a component that gives its namespace alone", () => {
  expect(files([new Namespace({ metadata: { name: "shop" } })])["environments/dev/kustomization.yaml"])
    .toMatchInlineSnapshot(`
      "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
      apiVersion: kustomize.config.k8s.io/v1alpha1
      kind: Component
      transformers:
      - namespace.yaml
      "
    `);
});

test("an environment may leave a service out", () => {
  const environment = { ...dev, services: [] };
  const config = new ConfigMap({ metadata: { name: "cart-config" } });
  const emitted = files([config], () => [patch(config, { data: { A: "a" } })], environment);
  expect(Object.keys(emitted)).toEqual([
    "bases/shop/cart/configmap-cart-config.yaml",
    "bases/shop/cart/kustomization.yaml",
    "environments/dev/kustomization.yaml",
  ]);
});

describe("the checksum of the ConfigMaps that pods read", () => {
  test("changes with a value in the base or in the environment, and with nothing else", () => {
    const plain = checksum(files([config({ A: "1", B: "2" }), workload("cart", ["config"])]));
    const reordered = checksum(files([config({ B: "2", A: "1" }), workload("cart", ["config"])]));
    const changed = checksum(files([config({ A: "1", B: "3" }), workload("cart", ["config"])]));
    const map = config({ A: "1" });
    const patched = checksum(files([map, workload("cart", ["config"])], () => [patch(map, { data: { B: "2" } })]));
    expect(plain).toMatch(/^[0-9a-f]{64}$/);
    expect([reordered === plain, changed === plain, patched === plain]).toEqual([true, false, true]);
  });

  test("is of those only that are read", () => {
    const one = files([config({ A: "1" }), config({ A: "1" }, "other"), workload("cart", ["config"])]);
    const two = files([config({ A: "1" }), config({ A: "2" }, "other"), workload("cart", ["config"])]);
    expect(checksum(one)).toBe(checksum(two));
    expect(checksum(files([config({ A: "1" }), workload("cart", [])]))).toBeUndefined();
    expect(checksum(files([workload("cart", ["not-ours"])]))).toBeUndefined();
  });

  test("finds volumes, single keys and what only a patch reads", () => {
    const cart = workload("cart", []);
    const base = files([config({ A: "1" }), workload("cart", ["config"])]);
    const volume = files([config({ A: "1" }), cart], () => [
      patch(cart, {
        spec: { template: { spec: { containers: [], volumes: [{ name: "v", configMap: { name: "config" } }] } } },
      }),
    ]);
    const key = files([config({ A: "1" }), cart], () => [
      patch(cart, {
        spec: {
          template: {
            spec: {
              containers: [
                { name: "cart", env: [{ name: "A", valueFrom: { configMapKeyRef: { name: "config", key: "A" } } }] },
              ],
            },
          },
        },
      }),
    ]);
    expect([checksum(volume), checksum(key)]).toEqual([checksum(base), checksum(base)]);
  });

  test("is put into an object that only the environment has", () => {
    const emitted = files([config({ A: "1" })], () => [workload("extra", ["config"])]);
    expect(checksum(emitted, "deployment-extra")).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is not put into a CronJob, whose next run reads afresh", () => {
    const { spec } = workload("cart", ["config"]);
    const job = new CronJob({
      metadata: { name: "cart" },
      spec: {
        schedule: "0 0 * * *",
        jobTemplate: { spec: { template: { spec: { ...spec!.template.spec!, restartPolicy: "Never" } } } },
      },
    });
    expect(Object.keys(files([config({ A: "1" }), job]))).not.toContain("environments/dev/patch-cronjob-cart.yaml");
  });
});

function said(resources: readonly KubeObject[], configure?: (env: Shop) => readonly Change[]): string {
  try {
    files(resources, configure);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

describe("two objects that are one to the API server are refused", () => {
  test("also as two versions of one kind", () => {
    const scaleTargetRef = { apiVersion: "apps/v1", kind: "Deployment", name: "cart" };
    const spec = { maxReplicas: 3, scaleTargetRef };
    const metadata = { name: "cart" };
    expect(said([new HorizontalPodAutoscalerV1({ metadata, spec }), new HorizontalPodAutoscaler({ metadata, spec })]))
      .toMatchInlineSnapshot(`
        "error[object-duplicate]: HorizontalPodAutoscaler "cart" (autoscaling/v1 and autoscaling/v2) is twice in packages/shop/cart
          where:  packages/shop/cart
          to fix: rename one of them, or remove it"
      `);
  });

  test("also where one names the namespace that the environment gives to the other", () => {
    const [placed, unplaced] = [{ name: "a", namespace: "dev" }, { name: "a" }].map(
      (metadata) => new ConfigMap({ metadata }),
    );
    expect(said([placed!, unplaced!])).toMatchInlineSnapshot(`
      "error[object-duplicate]: ConfigMap "a" (v1) is twice in packages/shop/cart: with the namespace "dev", which the other one gets from its environment
        where:  packages/shop/cart
        to fix: rename one of them, or remove it"
    `);
    expect(said([placed!], () => [unplaced!])).toContain('ConfigMap "a" (v1) is twice in packages/shop/cart');
    expect(said([new ConfigMap({ metadata: { name: "a", namespace: "other" } }), unplaced!])).toBe("");
  });

  test("also of a kind in no namespace, whatever it names", () => {
    const [one, other] = ["one", "other"].map((namespace) => new Namespace({ metadata: { name: "shop", namespace } }));
    expect(said([one!, other!])).toMatchInlineSnapshot(`
      "error[object-duplicate]: Namespace "shop" (v1) is twice in packages/shop/cart
        where:  packages/shop/cart
        to fix: rename one of them, or remove it"
    `);
  });
});
