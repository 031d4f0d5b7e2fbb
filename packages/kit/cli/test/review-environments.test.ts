import { exampleRepository, exampleSystem, runScript, temporaryRepository } from "@kit/testing";
import type { ScriptResult, TestDirectory } from "@kit/testing";
import { afterAll, beforeAll, describe, test } from "vitest";

const prod = "overlays/prod/kustomization.yaml";
const environments = "packages/shop/environments/src/index.ts";

/** The example system with a Namespace in prod alone, another version there, and what people have written by hand. */
function files(): Record<string, string> {
  const all = exampleSystem();
  return {
    ...all,
    [environments]: all[environments]!.replace("publicUrl,", "publicUrl,\n  restrictedNamespace,").replace(
      '"https://shop.example.com",',
      '"https://shop.example.com",\n  objects: [restrictedNamespace("prod")],',
    ),
    [prod]: `${all[prod]!.replace("1.0.0", "1.1.0")}replicas:
  - name: cart
    count: 5
patches:
  - path: by-hand.yaml
`,
    "overlays/prod/by-hand.yaml": `apiVersion: v1
kind: ConfigMap
metadata:
  name: cart-config
data:
  ENVIRONMENT: staging
  DEBUG: "1"
`,
  };
}

let repository: TestDirectory;

beforeAll(async () => {
  repository = temporaryRepository(files());
  const { exitCode, stderr } = await runScript("build", { cwd: repository.path });
  if (exitCode !== 0 && exitCode !== 1) throw new Error(stderr);
});
afterAll(() => repository[Symbol.dispose]());

function compare(...args: readonly string[]): Promise<ScriptResult> {
  return runScript("review", { cwd: repository.path, args: ["--envs", ...args] });
}

describe.concurrent("pnpm review --envs", () => {
  test("shows first what no package says, and folds the rest", async ({ expect }) => {
    expect(await compare("dev", "prod")).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "dev and prod: 2 not the same, 1 only in prod
      namespace: dev in dev, prod in prod

        unexpected ConfigMap cart-config
          generated/rendered/prod/10-configmap-cart-config.yaml  by overlays/prod/by-hand.yaml
          ~ data.ENVIRONMENT: development → staging
          + data.DEBUG: "1"
          1 expected (--all shows them)

        unexpected Deployment cart
          generated/rendered/prod/18-deployment-cart.yaml  by overlays/prod/kustomization.yaml
          ~ spec.replicas: 2 → 5
          2 expected (--all shows them)

        expected Namespace prod (only in prod)  by packages/shop/environments

      2 unexpected, 1 expected (--all shows what is in them)
      ",
      }
    `);
  });

  test("with nothing folded", async ({ expect }) => {
    expect((await compare("prod", "dev", "--all")).stdout).toMatchInlineSnapshot(`
      "prod and dev: 2 not the same, 1 only in prod
      namespace: prod in prod, dev in dev

        unexpected ConfigMap cart-config
          generated/rendered/dev/10-configmap-cart-config.yaml  by overlays/prod/by-hand.yaml
          - data.DEBUG: "1"
          ~ data.ENVIRONMENT: staging → development
          ~ data.FRONTEND_URL: https://shop.example.com → http://localhost:3000  expected: by packages/shop/cart, packages/shop/environments

        unexpected Deployment cart
          generated/rendered/dev/18-deployment-cart.yaml  by overlays/prod/kustomization.yaml
          ~ spec.replicas: 5 → 2
          ~ spec.template.metadata.annotations["checksum/config"]: d40d12ddb14f3a9eadc523e080aac302cdc16461203e8f9b3c7ef55e53c96bb1 → e28da162719d6538b606599c8526e50a62fcf13d915681dbc3bc7795e96f3de9  expected: by packages/shop/cart, packages/shop/environments
          ~ spec.template.spec.containers[name=cart].image: shop-cart:1.1.0 → shop-cart:1.0.0  expected: by images: in overlays/{prod,dev}/kustomization.yaml

        expected Namespace prod (only in prod)
          generated/rendered/prod/00-namespace-prod.yaml  by packages/shop/environments
          - apiVersion: v1
          - kind: Namespace
          - metadata:
          -   annotations:
          -     argocd.argoproj.io/sync-options: Prune=false,Delete=false
          -     kustomize.toolkit.fluxcd.io/prune: disabled
          -   labels:
          -     pod-security.kubernetes.io/enforce: restricted
          -   name: prod

      2 unexpected, 1 expected
      "
    `);
  });

  test("as Markdown", async ({ expect }) => {
    expect((await compare("dev", "prod", "--format", "markdown")).stdout).toMatchInlineSnapshot(`
      "### dev and prod: 2 unexpected, 1 expected

      2 not the same, 1 only in prod; namespace: dev in dev, prod in prod.

      - **unexpected** ConfigMap cart-config: by overlays/prod/by-hand.yaml

        \`\`\`diff
        ! data.ENVIRONMENT: development → staging
        ! data.FRONTEND_URL: http://localhost:3000 → https://shop.example.com  # by packages/shop/cart, packages/shop/environments
        + data.DEBUG: "1"
        \`\`\`

      - **unexpected** Deployment cart: by overlays/prod/kustomization.yaml

        \`\`\`diff
        ! spec.replicas: 2 → 5
        ! spec.template.metadata.annotations["checksum/config"]: e28da162719d6538b606599c8526e50a62fcf13d915681dbc3bc7795e96f3de9 → d40d12ddb14f3a9eadc523e080aac302cdc16461203e8f9b3c7ef55e53c96bb1  # by packages/shop/cart, packages/shop/environments
        ! spec.template.spec.containers[name=cart].image: shop-cart:1.0.0 → shop-cart:1.1.0  # by images: in overlays/{dev,prod}/kustomization.yaml
        \`\`\`

      <details>
      <summary>1 expected</summary>

      - Namespace prod (only in prod): by packages/shop/environments

        \`\`\`diff
        + apiVersion: v1
        + kind: Namespace
        + metadata:
        +   annotations:
        +     argocd.argoproj.io/sync-options: Prune=false,Delete=false
        +     kustomize.toolkit.fluxcd.io/prune: disabled
        +   labels:
        +     pod-security.kubernetes.io/enforce: restricted
        +   name: prod
        \`\`\`

      </details>
      "
    `);
  });

  test("as JSON", async ({ expect }) => {
    const { stdout } = await compare("dev", "prod", "--json");
    expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
      {
        "base": "dev",
        "expected": 1,
        "head": "prod",
        "namespaces": {
          "base": "dev",
          "head": "prod",
        },
        "objects": [
          {
            "change": "changed",
            "expected": false,
            "fields": [
              {
                "after": "staging",
                "before": "development",
                "change": "changed",
                "equal": null,
                "expected": false,
                "inner": null,
                "path": "data.ENVIRONMENT",
                "says": [
                  {
                    "by": "overlay",
                    "files": [
                      "overlays/prod/by-hand.yaml",
                    ],
                  },
                ],
              },
              {
                "after": "https://shop.example.com",
                "before": "http://localhost:3000",
                "change": "changed",
                "equal": null,
                "expected": true,
                "inner": null,
                "path": "data.FRONTEND_URL",
                "says": [
                  {
                    "by": "component",
                    "files": [
                      "packages/shop/cart",
                      "packages/shop/environments",
                    ],
                  },
                ],
              },
              {
                "after": "1",
                "change": "added",
                "equal": null,
                "expected": false,
                "inner": null,
                "path": "data.DEBUG",
                "says": [
                  {
                    "by": "overlay",
                    "files": [
                      "overlays/prod/by-hand.yaml",
                    ],
                  },
                ],
              },
            ],
            "file": "generated/rendered/prod/10-configmap-cart-config.yaml",
            "group": "",
            "kind": "ConfigMap",
            "name": "cart-config",
            "namespace": null,
            "object": null,
            "previous": null,
            "says": [
              {
                "by": "overlay",
                "files": [
                  "overlays/prod/by-hand.yaml",
                ],
              },
            ],
          },
          {
            "change": "changed",
            "expected": false,
            "fields": [
              {
                "after": 5,
                "before": 2,
                "change": "changed",
                "equal": null,
                "expected": false,
                "inner": null,
                "path": "spec.replicas",
                "says": [
                  {
                    "by": "overlay",
                    "files": [
                      "overlays/prod/kustomization.yaml",
                    ],
                  },
                ],
              },
              {
                "after": "d40d12ddb14f3a9eadc523e080aac302cdc16461203e8f9b3c7ef55e53c96bb1",
                "before": "e28da162719d6538b606599c8526e50a62fcf13d915681dbc3bc7795e96f3de9",
                "change": "changed",
                "equal": null,
                "expected": true,
                "inner": null,
                "path": "spec.template.metadata.annotations["checksum/config"]",
                "says": [
                  {
                    "by": "component",
                    "files": [
                      "packages/shop/cart",
                      "packages/shop/environments",
                    ],
                  },
                ],
              },
              {
                "after": "shop-cart:1.1.0",
                "before": "shop-cart:1.0.0",
                "change": "changed",
                "equal": null,
                "expected": true,
                "inner": null,
                "path": "spec.template.spec.containers[name=cart].image",
                "says": [
                  {
                    "by": "images",
                    "files": [
                      "overlays/dev/kustomization.yaml",
                      "overlays/prod/kustomization.yaml",
                    ],
                  },
                ],
              },
            ],
            "file": "generated/rendered/prod/18-deployment-cart.yaml",
            "group": "apps",
            "kind": "Deployment",
            "name": "cart",
            "namespace": null,
            "object": null,
            "previous": null,
            "says": [
              {
                "by": "overlay",
                "files": [
                  "overlays/prod/kustomization.yaml",
                ],
              },
            ],
          },
          {
            "change": "added",
            "expected": true,
            "fields": [],
            "file": "generated/rendered/prod/00-namespace-prod.yaml",
            "group": "",
            "kind": "Namespace",
            "name": "prod",
            "namespace": null,
            "object": {
              "apiVersion": "v1",
              "kind": "Namespace",
              "metadata": {
                "annotations": {
                  "argocd.argoproj.io/sync-options": "Prune=false,Delete=false",
                  "kustomize.toolkit.fluxcd.io/prune": "disabled",
                },
                "labels": {
                  "pod-security.kubernetes.io/enforce": "restricted",
                },
                "name": "prod",
              },
            },
            "previous": null,
            "says": [
              {
                "by": "component",
                "files": [
                  "packages/shop/environments",
                ],
              },
            ],
          },
        ],
        "unexpected": 2,
      }
    `);
  });

  test("finds every difference of two systems' environments in a package, or under images", async ({ expect }) => {
    using copy = exampleRepository();
    const pairs = [
      ["dev", "prod"],
      ["stall/dev", "stall/prod"],
    ];
    const sums = pairs.map(async (pair) => {
      const { stdout } = await runScript("review", { cwd: copy.path, args: ["--envs", ...pair, "--json"] });
      return (JSON.parse(stdout) as { unexpected: number }).unexpected;
    });
    expect(await Promise.all(sums)).toEqual([0, 0]);
  });

  test("says in one line that two deploy the same", async ({ expect }) => {
    const text = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n";
    const overlay = "resources:\n  - ../../generated/bases/shop/a\n";
    using directory = temporaryRepository({
      "generated/bases/shop/a/kustomization.yaml": "resources:\n- configmap-a.yaml\n",
      "generated/bases/shop/a/configmap-a.yaml": text,
      "overlays/dev/kustomization.yaml": overlay,
      "overlays/prod/kustomization.yaml": overlay,
      "generated/rendered/dev/10-configmap-a.yaml": `${text}  namespace: dev\n`,
      "generated/rendered/prod/10-configmap-a.yaml": text,
    });
    expect(await runScript("review", { cwd: directory.path, args: ["--envs", "dev", "prod"] })).toEqual({
      exitCode: 0,
      stderr: "",
      stdout: "dev and prod deploy the same\n",
    });
  });
});

describe.concurrent("pnpm review --envs refuses", () => {
  test("what are not two environments of one system", async ({ expect }) => {
    using copy = exampleRepository();
    const wrong = [[], ["dev"], ["dev", "dev"], ["dev", "prdo"], ["dev", "stall/prod"]];
    const said = wrong.map((args) => runScript("review", { cwd: copy.path, args: ["--envs", ...args] }));
    const results = await Promise.all(said);
    expect(results.map(({ exitCode, stdout }) => `${exitCode}${stdout}`)).toEqual(wrong.map(() => "2"));
    expect(results.map(({ stderr }) => stderr).join("")).toMatchInlineSnapshot(`
      "error[argument-value]: --envs compares two environments, not 0
        where:  the command's arguments
        to fix: write \`pnpm review --envs <environment> <environment>\`, such as \`pnpm review --envs dev prod\`
      error[argument-value]: --envs compares two environments, not 1
        where:  the command's arguments
        to fix: write \`pnpm review --envs <environment> <environment>\`, such as \`pnpm review --envs dev prod\`
      error[argument-value]: dev is the same as itself
        where:  the command's arguments
        to fix: write \`pnpm review --envs <environment> <environment>\`, such as \`pnpm review --envs dev prod\`
      error[environment-unknown]: no environment with the name "prdo" is rendered
        where:  the command's arguments
        to fix: these are: dev, prod, stall/dev, stall/prod. Did you mean prod?
      error[argument-value]: dev and stall/prod deploy no service in common: they are of two systems
        where:  the command's arguments
        to fix: compare dev with prod
      "
    `);
  });

  test("options that mean nothing for it", async ({ expect }) => {
    const wrong = [
      ["--format", "html"],
      ["--format", "sarif"],
      ["--fail-on", "breaks"],
      ["--live"],
      ["--context", "a"],
    ];
    const results = await Promise.all(wrong.map((options) => compare("dev", "prod", ...options)));
    expect(results.map(({ exitCode, stdout }) => `${exitCode}${stdout}`)).toEqual(wrong.map(() => "2"));
    expect(results.map(({ stderr }) => stderr).join("")).toMatchInlineSnapshot(`
      "error[argument-value]: --format cannot be "html" with --envs
        where:  the command's arguments
        to fix: the formats are: text, markdown, json
      error[argument-value]: --format cannot be "sarif" with --envs
        where:  the command's arguments
        to fix: the formats are: text, markdown, json
      error[argument-value]: --fail-on is not for --envs: its classes say what a change in time may do
        where:  the command's arguments
        to fix: leave it out; with --json, \`unexpected\` counts what nobody says
      error[argument-value]: --envs and --live cannot be given together
        where:  the command's arguments
        to fix: write one of them
      error[argument-value]: --context is for --live
        where:  the command's arguments
        to fix: write \`pnpm review --live <environment> --context NAME\`
      "
    `);
  });
});
