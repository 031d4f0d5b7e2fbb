import { planService, serviceKinds, type FilePlan, type ServiceKind, type SystemFacts } from "@kit/scaffold";
import { describe, expect, test } from "vitest";
import { choiceOf, overlay, shopFacts } from "./facts.ts";

const image = { name: "shop/cart", tag: "1.2.0", newName: undefined };

describe("a new service", () => {
  test.each(Object.keys(serviceKinds) as ServiceKind[])("%s", async (kind) => {
    const plan = planService(shopFacts(), choiceOf(kind), { image });
    await expect(afterOf(plan, "packages/shop/cart/src/index.ts")).toMatchFileSnapshot(`templates/${kind}.txt`);
  });

  test("runs what it is told, and connects to whom it calls", async () => {
    const calls = Array.from({ length: 3 }, (_, index) => ({ app: { app: `backend-${index}` }, port: 8080 }));
    const choice = choiceOf("web", { command: ["node", 'a "b".js'], calls });
    const plan = planService(shopFacts(), choice, { image });
    await expect(afterOf(plan, "packages/shop/cart/src/index.ts")).toMatchFileSnapshot("templates/calls.txt");
  });

  test("has a package.json as its system has them", () => {
    const plan = planService(shopFacts(), choiceOf("web"), { image });
    expect(JSON.parse(afterOf(plan, "packages/shop/cart/package.json"))).toEqual({
      name: "@shop/cart",
      version: "0.0.0",
      private: true,
      type: "module",
      exports: "./src/index.ts",
      dependencies: {
        "@shop/environments": "workspace:*",
        "kubernetes-models": "catalog:",
        "typed-manifests": "workspace:*",
      },
    });
  });

  test("is in the overlays of its environments, its image beside the others", () => {
    const plan = planService(shopFacts(), choiceOf("web"), { image });
    expect(plan.map(({ path, before }) => [path, before === undefined ? "new" : "changed"])).toEqual([
      ["overlays/dev/kustomization.yaml", "changed"],
      ["overlays/prod/kustomization.yaml", "changed"],
      ["packages/shop/cart/package.json", "new"],
      ["packages/shop/cart/src/index.ts", "new"],
    ]);
    expect(afterOf(plan, "overlays/prod/kustomization.yaml")).toBe(
      `${overlay("prod").replace("shop/api\ncomponents", "shop/api\n  - ../../generated/bases/shop/cart\ncomponents")}  - name: shop/cart
    newName: registry.example.com/shop/cart
    newTag: "1.2.0"
`,
    );
  });

  test("is once in a folder that overlays share, which may be where the images are and not the bases", () => {
    const plan = planService(shared(), choiceOf("web"), { image });
    expect(plan.map(({ path }) => path)).toEqual([
      "overlays/dev/kustomization.yaml",
      "overlays/prod-base/kustomization.yaml",
      "overlays/prod/kustomization.yaml",
      "packages/shop/cart/package.json",
      "packages/shop/cart/src/index.ts",
    ]);
    expect(afterOf(plan, "overlays/prod-base/kustomization.yaml")).toBe(
      `images:\n  - name: shop/api\n    newTag: "2"\n  - name: shop/cart\n    newTag: "1.2.0"\n`,
    );
    expect(afterOf(plan, "overlays/prod/kustomization.yaml")).toContain("- ../../generated/bases/shop/cart\n");
    expect(afterOf(plan, "overlays/prod/kustomization.yaml")).not.toContain("shop/cart\n    newTag");
  });

  test("is not in an environment that names its services", () => {
    const facts = shopFacts();
    const environments = facts.environments.map((one) => (one.id === "dev" ? { ...one, services: ["api"] } : one));
    const plan = planService({ ...facts, environments }, choiceOf("web"), { image });
    expect(plan.map(({ path }) => path)).not.toContain("overlays/dev/kustomization.yaml");
  });

  test("sets no image again that is set, and writes no source that is there", () => {
    const same = { name: "shop/api", tag: "9", newName: undefined };
    const plan = planService(shopFacts(), choiceOf("web"), { image: same, isHere: true });
    expect(plan.map(({ path }) => path)).toEqual([
      "overlays/dev/kustomization.yaml",
      "overlays/prod/kustomization.yaml",
      "packages/shop/cart/package.json",
    ]);
    expect(afterOf(plan, "overlays/dev/kustomization.yaml")).not.toContain('"9"');
  });
});

describe("one that keeps data says why it has one pod", () => {
  const file = "packages/shop/environments/src/index.ts";
  const exemption = `{
      check: "replicas-minimum",
      object: "StatefulSet/cart",
      reason: "one pod alone writes to its volume",
    },`;

  test("in a policy of its own", () => {
    const plan = planService(shopFacts(), choiceOf("stateful"), { image });
    expect(afterOf(plan, file)).toContain("environmentSchema, definePolicy } from");
    expect(afterOf(plan, file)).toContain(
      `environments: [dev, prod], policy: definePolicy({\n  exemptions: [\n    ${exemption}\n  ],\n}) });`,
    );
  });

  test("in the policy that there is, also in a file beside", () => {
    const policy = "export const policy = definePolicy({\n  exemptions: [\n    // Of old.\n    old,\n  ],\n});\n";
    const facts = withSources({
      [file]: 'import { policy } from "./policy.ts";\nexport default defineSystem({ schema, environments, policy });\n',
      "packages/shop/environments/src/policy.ts": policy,
    });
    const plan = planService(facts, choiceOf("stateful"), { image });
    expect(plan.map(({ path }) => path)).not.toContain(file);
    expect(afterOf(plan, "packages/shop/environments/src/policy.ts")).toBe(
      policy.replace("    old,\n", `    old,\n    ${exemption}\n`),
    );
  });

  test("not twice", () => {
    const facts = withSources({ [file]: 'const text = "StatefulSet/cart";\nexport default f();\n' });
    expect(planService(facts, choiceOf("stateful"), { image }).map(({ path }) => path)).not.toContain(file);
  });

  test("or is told what to write by hand", () => {
    const facts = withSources({
      [file]: "export default defineSystem({ schema, environments, policy: policyOf(1) });\n",
    });
    expect(() => planService(facts, choiceOf("stateful"), { image })).toThrow(
      `error[source-form]: the system's policy is written in a form that this command cannot edit; it is to accept that StatefulSet/cart has one pod
  where:  packages/shop/environments/src/index.ts
  to fix: add to its exemptions, then start again:
          {
            check: "replicas-minimum",
            object: "StatefulSet/cart",
            reason: "one pod alone writes to its volume",
          }`,
    );
  });
});

test.each([
  ["Cart", "argument-value", 'the service cannot be called "Cart": it must consist of lower case letters'],
  ["-a", "argument-value", 'the service cannot be called "-a"'],
  [
    "environments",
    "argument-value",
    "the service cannot be called environments: that is the package of the system's environments",
  ],
  ["api", "name-taken", "the service api is there already\n  where:  packages/shop/api\n  to fix: choose another name"],
  ["a".repeat(53), "argument-value", "it must have at most 52 characters"],
])("%s is refused", (name, code, what) => {
  const plan = (): FilePlan => planService(shopFacts(), choiceOf("cron", { name }), { image });
  expect(plan).toThrow(`error[${code}]`);
  expect(plan).toThrow(what);
});

function afterOf(plan: FilePlan, file: string): string {
  return plan.find(({ path }) => path === file)?.after ?? `no ${file}`;
}

function withSources(sources: Readonly<Record<string, string>>): SystemFacts {
  return { ...shopFacts(), sources: new Map(Object.entries(sources)) };
}

/** Overlays that name their bases, prod with its images in a folder of its own. */
function shared(): SystemFacts {
  const facts = shopFacts();
  const base = {
    file: "overlays/prod-base/kustomization.yaml",
    text: 'images:\n  - name: shop/api\n    newTag: "2"\n',
    content: { images: [{ name: "shop/api", newTag: "2" }] },
  };
  const text = "resources:\n  - ../prod-base\n  - ../../generated/bases/shop/api\n";
  const own = {
    file: "overlays/prod/kustomization.yaml",
    text,
    content: { resources: ["../../generated/bases/shop/api"] },
  };
  const [dev, prod] = facts.environments;
  return {
    ...facts,
    environments: [dev!, { ...prod!, overlay: [own, base] }, { ...prod!, id: "us", overlay: [own, base] }],
  };
}
