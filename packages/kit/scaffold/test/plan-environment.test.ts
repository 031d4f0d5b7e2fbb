import { environmentHosts, planEnvironment, type EnvironmentChoice, type FilePlan } from "@kit/scaffold";
import { expect, test } from "vitest";
import { overlay, shopFacts } from "./facts.ts";

const folder = "packages/shop/environments/src";

function choose(more: Partial<EnvironmentChoice>): EnvironmentChoice {
  return {
    id: "eu",
    like: "prod",
    stage: "production",
    namespace: "shop-eu",
    cluster: undefined,
    destination: undefined,
    hosts: new Map([["shop.example.com", "eu.example.com"]]),
    guessed: new Set(),
    ...more,
  };
}

function plan(
  choice: EnvironmentChoice,
  files = new Map([[`overlays/${choice.like}/kustomization.yaml`, overlay(choice.like)]]),
) {
  return planEnvironment(shopFacts(), choice, files, ["dev", "prod"]);
}

test("the hosts of an environment are those of its URLs and Ingresses, and no Service's", () => {
  expect(environmentHosts(shopFacts(), "prod")).toEqual(["shop.example.com"]);
  expect(environmentHosts(shopFacts(), "dev")).toEqual(["localhost:8080"]);
});

test("one that has a file of its own is copied to another, on the same cluster", () => {
  const { plan: files, guesses } = plan(choose({}));
  expect(guesses).toEqual([]);
  const prod = shopFacts().sources.get(`${folder}/prod.ts`)!;
  expect(afterOf(files, `${folder}/prod.ts`)).toBe(prod.replace("const frankfurt", "export const frankfurt"));
  expect(afterOf(files, `${folder}/eu.ts`)).toBe(`import { defineEnvironment, tlsSecret } from "typed-manifests";
import type { ShopEnvironment } from "./schema.ts";
import { frankfurt } from "./prod.ts";

export const eu = defineEnvironment<ShopEnvironment>({
  id: "eu",
  environment: "production",
  namespace: "shop-eu",
  cluster: frankfurt,
  shopUrl: "https://eu.example.com",
  apiUrl: "http://api:8080",
  exposure: { web: { type: "Ingress", host: "eu.example.com" } },
  secrets: [tlsSecret("eu.example.com")],
  secretSource: externalSecrets({ remoteRef: (_, key) => ({ key: "shop/eu", property: key }) }),
});
`);
  const index = shopFacts().sources.get(`${folder}/index.ts`)!;
  expect(afterOf(files, `${folder}/index.ts`)).toBe(
    index
      .replace('"./schema.ts";', '"./schema.ts";\nimport { eu } from "./eu.ts";')
      .replace("[dev, prod]", "[dev, prod, eu]"),
  );
  expect(afterOf(files, "packages/gitops/src/index.ts")).toContain(
    '    prod: { destination: "fra", policy: workingHours },\n    eu: { destination: "fra", policy: workingHours },\n',
  );
  expect(afterOf(files, "overlays/eu/kustomization.yaml")).toBe(overlay("eu"));
});

test("on a cluster of its own, it describes that one", () => {
  const { plan: files } = plan(choose({ cluster: "paris", namespace: "shop" }));
  expect(files.map(({ path }) => path)).not.toContain(`${folder}/prod.ts`);
  expect(afterOf(files, `${folder}/eu.ts`)).toContain(
    'defineCluster({\n  id: "paris", // of the platform\n  nodes: [],\n});',
  );
  expect(afterOf(files, "packages/gitops/src/index.ts")).toContain(
    '    eu: { destination: "paris", policy: workingHours },\n',
  );
});

test("one among others in a file stands below the one that it is like, with a port of its own", () => {
  const { plan: files, guesses } = plan(
    choose({ id: "dev-two", like: "dev", stage: "development", namespace: "shop-two", hosts: new Map() }),
  );
  const index = shopFacts().sources.get(`${folder}/index.ts`)!;
  expect(afterOf(files, `${folder}/index.ts`)).toBe(
    index.replace(
      /\nexport default.*/s,
      `
const devTwo = defineEnvironment<ShopEnvironment>({
  id: "dev-two",
  environment: "development",
  namespace: "shop-two",
  cluster: local,
  shopUrl: "http://localhost:8080",
  exposure: { web: { type: "NodePort", nodePort: 30001 } },
});

export default defineSystem({ schema, environments: [dev, prod, devTwo] });
`,
    ),
  );
  expect(guesses).toEqual(["30001"]);
});

test("as production it has no port of each node, no images of the nodes, and no local host", () => {
  const hosts = new Map([["localhost:8080", "staging.example.com"]]);
  const { plan: files, guesses } = plan(
    choose({ id: "staging", like: "dev", stage: "staging", cluster: "hall", hosts, guessed: new Set(hosts.keys()) }),
  );
  expect(afterOf(files, `${folder}/index.ts`))
    .toContain(`const stagingCluster = defineCluster({ id: "hall", nodes: [] });

const staging = defineEnvironment<ShopEnvironment>({
  id: "staging",
  environment: "staging",
  namespace: "shop-eu",
  cluster: stagingCluster,
  shopUrl: "https://staging.example.com",
  exposure: { web: { type: "ClusterIP" } },
});`);
  expect(guesses).toEqual(["staging.example.com, where it was localhost:8080", '{ type: "ClusterIP" }']);
});

test("its overlay leads to the same places from a folder that is deeper, and its other files come along", () => {
  const text = `namespace: shop # here
resources:
  - "../../generated/bases/shop/api"
  - ./extra.yaml
components: [../../generated/environments/prod, ../shared]
`;
  const files = new Map([
    ["overlays/prod/kustomization.yaml", text],
    ["overlays/prod/extra.yaml", "kind: A # ../../x\n"],
  ]);
  const made = plan(choose({ id: "shop/eu" }), files).plan;
  expect(afterOf(made, "overlays/shop/eu/kustomization.yaml")).toBe(`namespace: shop-eu # here
resources:
  - "../../../generated/bases/shop/api"
  - ./extra.yaml
components: [../../../generated/environments/shop/eu, ../../shared]
`);
  expect(afterOf(made, "overlays/shop/eu/extra.yaml")).toBe("kind: A # ../../x\n");
});

test.each([
  [choose({ id: "PROD" }), 'the environment cannot be called "PROD": it must consist of lower case letters'],
  [choose({ id: "prod" }), "error[name-taken]: the environment prod is there already\n  where:  overlays/prod"],
  [
    choose({ id: "prod/eu" }),
    "the environment cannot be called prod/eu: prod would be inside of it, or it inside of that",
  ],
  [choose({ namespace: "a b" }), 'the namespace cannot be called "a b"'],
])("%o is refused", (choice, message) => {
  expect(() => plan(choice)).toThrow(message);
});

test("one that a function makes is told how to be written by hand", () => {
  const facts = shopFacts();
  const sources = new Map([
    ...facts.sources,
    [facts.entry, "export default defineSystem({ environments: [production(1)] });\n"],
  ]);
  const files = new Map([["overlays/prod/kustomization.yaml", overlay("prod")]]);
  expect(() => planEnvironment({ ...facts, sources }, choose({}), files, ["dev", "prod"])).toThrow(
    `error[source-form]: prod is written in a form that this command cannot copy: it is not a constant that defineEnvironment({ … }) makes, in the list \`environments\` of defineSystem
  where:  packages/shop/environments/src/index.ts
  to fix: write it by hand, then its overlay as a copy of overlays/prod, and its entry in packages/gitops:
          const eu = defineEnvironment<ShopEnvironment>({
            ...prod,
            id: "eu",
            environment: "production",
            namespace: "shop-eu",
          });`,
  );
});

function afterOf(files: FilePlan, file: string): string {
  return (
    files.find(({ path }) => path === file)?.after ?? `no ${file} among ${files.map(({ path }) => path).join(", ")}`
  );
}
