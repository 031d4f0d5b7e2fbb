import {
  defineEnvironment,
  defineService,
  defineSystem,
  environmentSchema,
  patch,
  protectInProduction,
  restrictedNamespace,
  type Environment,
} from "@kit/model";
import { runOnCopies } from "@kit/testing";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { expect, test } from "vitest";
import { readSystem } from "../src/read-system.ts";
import { emitStation } from "../src/station.ts";

const cluster = {
  id: "one",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
};
const [dev, prod] = [
  defineEnvironment({ id: "dev", environment: "development", namespace: "shop-dev", cluster }),
  defineEnvironment({
    id: "prod",
    environment: "production",
    namespace: "shop",
    cluster,
    objects: [restrictedNamespace("shop")],
  }),
];

function shop(replicas: number, port = 8000) {
  const config = new ConfigMap({ metadata: { name: "cart" }, data: { LEVEL: "info" } });
  const cart = new Deployment({
    metadata: { name: "cart", labels: { app: "cart" } },
    spec: {
      selector: { matchLabels: { app: "cart" } },
      template: {
        metadata: { labels: { app: "cart" } },
        spec: {
          containers: [
            {
              name: "cart",
              image: "cart:1",
              ports: [{ containerPort: port }],
              envFrom: [{ configMapRef: { name: "cart" } }],
            },
          ],
        },
      },
    },
  });
  const definition = defineService<Environment>({
    resources: [cart, config],
    configure: (env) =>
      env.environment === "production"
        ? [
            ...protectInProduction(cart, env, { labels: { app: "cart" }, to: [{ podLabels: { app: "cart" }, port }] }),
            patch(cart, { spec: { replicas } }),
          ]
        : [patch(config, { data: { LEVEL: "debug" } })],
  });
  const system = defineSystem({ schema: environmentSchema({}), environments: [dev, prod] });
  const service = { name: "cart", where: "packages/shop/cart", definition: definition as never };
  return { ...system, name: "shop", where: "packages/shop/environments", services: [service] };
}

const refuse = (problem: unknown): never => expect.fail(JSON.stringify(problem));

test("what packages say is plain data, of which emit makes the same each time", () => {
  const [own, ofCopy, again] = runOnCopies(emitStation.run, readSystem(shop(3), refuse));
  expect(own.problems).toEqual([]);
  expect(own.files.map(([path]) => path)).toContain("environments/prod/patch-deployment-cart.yaml");
  expect(ofCopy).toEqual(own);
  expect(again).toEqual(own);
});

test("what is wrong between objects is in the result, also of a copy", () => {
  const data = readSystem(shop(3), refuse);
  const [first] = data.services;
  const twice = { ...data, services: [{ ...first!, objects: [...first!.objects, ...first!.objects] }] };
  const [own, ofCopy] = runOnCopies(emitStation.run, twice);
  expect(own.problems.map(({ code }) => code)).toContain("object-duplicate");
  expect(ofCopy).toEqual(own);
});

test("the key of a system is that of what its packages say, however often they are read", () => {
  const [one, same, other] = [3, 3, 4].map((replicas) => emitStation.keyOf(readSystem(shop(replicas), refuse)));
  expect(same).toBe(one);
  expect(other).not.toBe(one);
});
