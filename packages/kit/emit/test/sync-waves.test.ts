import {
  defineEnvironment,
  defineService,
  environmentSchema,
  migration,
  patch,
  restrictedNamespace,
  type Change,
  type Environment,
  type KubeObject,
} from "@kit/model";
import { UserError } from "@kit/errors";
import { ExternalSecret } from "@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret";
import { load } from "js-yaml";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { Job } from "kubernetes-models/batch/v1/Job";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { expect, test } from "vitest";
import { emit } from "../src/index.ts";

const wave = "argocd.argoproj.io/sync-wave";
const schema = environmentSchema({});
const cluster = {
  id: "one",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
};
const dev = defineEnvironment({ id: "dev", environment: "development", namespace: "dev", cluster });
const prod = defineEnvironment({
  id: "prod",
  environment: "production",
  namespace: "shop",
  cluster,
  objects: [restrictedNamespace("shop")],
});

const config = new ConfigMap({ metadata: { name: "config", labels: { app: "cart" } }, data: { A: "a" } });
const password = new ExternalSecret({
  metadata: { name: "password" },
  spec: { secretStoreRef: { name: "vault" }, data: [] },
});
const cart = deployment();
const migrate = migration(job());
const readsPassword = patch(cart, {
  spec: {
    template: {
      spec: {
        containers: [
          { name: "cart", env: [{ name: "P", valueFrom: { secretKeyRef: { name: "password", key: "p" } } }] },
        ],
      },
    },
  },
});

test("a wave that every environment needs is in the base, others are where they are needed", () => {
  const resources = [config, cart, migrate];
  const emitted = waves([dev, prod], resources, ({ id }) => (id === "prod" ? [password, readsPassword] : []));
  expect(emitted).toEqual({
    "bases/shop/cart/configmap-config.yaml": "-1",
    "bases/shop/cart/job-migrate.yaml": "-1",
    "environments/prod/namespace-shop.yaml": "-1",
    "environments/prod/externalsecret-password.yaml": "-1",
  });
});

test("a wave that one environment needs is a patch there", () => {
  const emitted = emitAll([dev, prod], [password, cart], ({ id }) => (id === "prod" ? [readsPassword] : []));
  expect(wavesIn(emitted)).toEqual({
    "environments/prod/namespace-shop.yaml": "-1",
    "environments/prod/patch-externalsecret-password.yaml": "-1",
  });
  expect(emitted["environments/prod/patch-externalsecret-password.yaml"]).toBe(`\
# Written by \`pnpm build\` from packages/shop/cart and packages/shop/environments. Do not edit: change the package and build.
# ExternalSecret password in namespace shop
- op: add
  path: /metadata/annotations
  value:
    argocd.argoproj.io/sync-wave: "-1"
`);
  expect(emitted["environments/prod/kustomization.yaml"]).toContain("- path: patch-externalsecret-password.yaml\n");
});

test("a patch may take away the need", () => {
  const reads = new Deployment({
    metadata: { name: "cart" },
    spec: {
      selector: { matchLabels: { app: "cart" } },
      template: {
        metadata: { labels: { app: "cart" } },
        spec: { containers: [{ name: "cart", image: "cart", envFrom: [{ secretRef: { name: "password" } }] }] },
      },
    },
  });
  const envFrom = [{ configMapRef: { name: "config" } }];
  const without = patch(reads, { spec: { template: { spec: { containers: [{ name: "cart", envFrom }] } } } });
  expect(waves([dev, prod], [password, reads], ({ id }) => (id === "prod" ? [] : [without]))).toEqual({
    "environments/prod/namespace-shop.yaml": "-1",
    "environments/prod/patch-externalsecret-password.yaml": "-1",
  });
});

test("what needs no wave gets none", () => {
  expect(waves([dev, prod], [config, cart], () => [])).toEqual({});
});

test("a written wave stays, in the base or in an environment, and moves what it has to", () => {
  const annotations = { [wave]: "-3" };
  const early = deployment(annotations);
  expect(waves([dev], [config, early], () => [])).toEqual({
    "bases/shop/cart/configmap-config.yaml": "-3",
    "bases/shop/cart/deployment-cart.yaml": "-3",
  });
  expect(
    waves([dev, prod], [config, cart], ({ id }) => (id === "dev" ? [patch(cart, { metadata: { annotations } })] : [])),
  ).toEqual({
    "environments/dev/patch-configmap-config.yaml": "-3",
    "environments/dev/patch-deployment-cart.yaml": "-3",
  });
});

test("objects that wait for each other are refused", () => {
  const secret = { name: "password", provider: "team", keys: {} } as const;
  const store = {
    apiVersion: "external-secrets.io/v1",
    kind: "SecretStore",
    metadata: { name: "vault" },
    spec: { provider: { vault: { auth: { tokenSecretRef: { name: secret.name, key: "token" } } } } },
  };
  const object: KubeObject = { ...store, validate: () => undefined, toJSON: () => store };
  expect(problemsOf([dev, prod], [object, password], () => [])).toEqual([
    {
      code: "order-cycle",
      what: 'objects wait for each other: ExternalSecret "password" → SecretStore "vault" (signs in with the Secret password that it makes) → ExternalSecret "password" (reads from it)',
      where: 'packages/shop/cart, environment "dev"',
      next: "break the circle: let one of them do without the other",
    },
    {
      code: "order-cycle",
      what: 'objects wait for each other: ExternalSecret "password" → SecretStore "vault" (signs in with the Secret password that it makes) → ExternalSecret "password" (reads from it)',
      where: 'packages/shop/cart, environment "prod"',
      next: "break the circle: let one of them do without the other",
    },
  ]);
});

test("a written wave or hook that contradicts what objects need is refused", () => {
  const fixed = deployment({ [wave]: "0" });
  const early = job({ "argocd.argoproj.io/hook": "PreSync" });
  const where = 'packages/shop/cart, environment "dev"';
  expect(problemsOf([dev], [inWave("2"), fixed], () => [])).toEqual([
    {
      code: "order-wave",
      what: 'ConfigMap "config": wave 2 is too late for Deployment "cart" in wave 0: ConfigMap "config" → Deployment "cart" (reads it, by envFrom)',
      where,
      next: "write at most 0 for the first or at least 2 for the second, or remove the annotation argocd.argoproj.io/sync-wave",
    },
  ]);
  expect(problemsOf([dev], [inWave("early"), cart], () => [])).toEqual([
    {
      code: "order-wave",
      what: 'ConfigMap "config": the wave "early" is not a whole number, and Argo CD takes it for 0',
      where,
      next: 'write a whole number as text, such as "-1", or remove the annotation argocd.argoproj.io/sync-wave',
    },
  ]);
  expect(problemsOf([dev], [config, early], () => [])).toEqual([
    {
      code: "order-wave",
      what: 'Job "migrate": its phase PreSync is over when ConfigMap "config" is applied, and it reads it, by envFrom',
      where,
      next: "make it a hook of the phase Sync, as migration(…) does",
    },
  ]);
});

function inWave(value: string): ConfigMap {
  return new ConfigMap({ metadata: { name: "config", annotations: { [wave]: value } } });
}

function deployment(annotations: Record<string, string> = {}): Deployment {
  const labels = { app: "cart" };
  const containers = [{ name: "cart", image: "cart", envFrom: [{ configMapRef: { name: "config" } }] }];
  return new Deployment({
    metadata: { name: "cart", annotations },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } } },
  });
}

function job(annotations: Record<string, string> = {}): Job {
  const containers = [{ name: "migrate", image: "cart", envFrom: [{ configMapRef: { name: "config" } }] }];
  return new Job({
    metadata: { name: "migrate", labels: { app: "cart" }, annotations },
    spec: { template: { spec: { restartPolicy: "Never", containers } } },
  });
}

type Configure = (environment: Environment) => readonly Change[];

function emitAll(environments: readonly Environment[], resources: readonly KubeObject[], configure: Configure) {
  const definition = defineService<Environment>({ resources, configure });
  const services = [{ name: "cart", where: "packages/shop/cart", definition }];
  const where = "packages/shop/environments";
  const emitted = emit([{ name: "shop", where, schema, services, environments }]).files;
  return Object.fromEntries([...emitted].filter(([path]) => !path.endsWith("/namespace.yaml")));
}

/** The waves in what is emitted, by file. */
function waves(...args: Parameters<typeof emitAll>): Record<string, string> {
  return wavesIn(emitAll(...args));
}

function wavesIn(emitted: Record<string, string>): Record<string, string> {
  const found = Object.entries(emitted).flatMap(([path, text]) => {
    const value = waveIn(load(text));
    return value === undefined ? [] : [[path, value] as const];
  });
  return Object.fromEntries(found);
}

/** The wave in an object, or in the operations of a patch. */
function waveIn(content: unknown): string | undefined {
  if (Array.isArray(content)) {
    const values = (content as readonly { path: string; value?: unknown }[]).map(({ path, value }) =>
      path.endsWith("~1sync-wave") ? (value as string) : waveIn({ metadata: { annotations: value } }),
    );
    return values.find((value) => value !== undefined);
  }
  const { metadata } = content as { metadata?: { annotations?: Record<string, string> } };
  return metadata?.annotations?.[wave];
}

function problemsOf(...args: Parameters<typeof emitAll>): UserError["problems"] {
  try {
    emitAll(...args);
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}
