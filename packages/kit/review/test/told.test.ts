import { expect, test } from "vitest";
import { formatJson, formatMarkdown, formatText, review, type Document, type Review } from "../src/index.ts";
import { shown } from "./edits.ts";

interface Service {
  readonly name: string;
  readonly tag?: string;
  readonly memory?: string;
  readonly image?: string;
  readonly namespace?: string;
}

function deployment({ name, tag = "1.0.0", memory = "512Mi", image = `shop/${name}`, namespace }: Service): Document {
  const container = { name: "app", image: `${image}:${tag}`, resources: { limits: { memory } } };
  const labels = { app: name };
  const data = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [container] } },
    },
  };
  return { where: `18-deployment-${name}.yaml`, text: JSON.stringify(data) };
}

type Both = readonly [before: readonly Document[], after: readonly Document[]];

function reviewOf(environments: Readonly<Record<string, Both>>): Review {
  const sides = Object.entries(environments).map(([environment, [before, after]]) => {
    return { environment, before, after, overlay: undefined };
  });
  return review({ base: "main", head: "feature", sides });
}

function textOf(environments: Readonly<Record<string, Both>>): string {
  return shown(formatText(reviewOf(environments), false));
}

const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `s${String(at).padStart(4, "0")}`);

const release = (tag: string, count = 200): Document[] => names(count).map((name) => deployment({ name, tag }));

test("the same change of many objects is told once", () => {
  expect(textOf({ prod: [release("1.0.0"), release("1.0.1")] })).toMatchInlineSnapshot(`
    "prod: 200 changed

      routine image of 200 Deployments: 1.0.0 → 1.0.1  rolls the pods of <name>
        s0000, s0001, s0002, s0003, s0004, s0005, s0006, s0007 and 192 more (--all names them)
        routine image-tag: app runs 1.0.1 instead of 1.0.0
        1 field (--all shows them)

    200 changed: 200 routine (from main to feature)
    "
  `);
});

function cartIn(namespace: string, tag: string): Document[] {
  return [deployment({ name: "cart", tag, namespace })];
}

test("the same change in several environments is told once", () => {
  expect(
    textOf({
      dev: [cartIn("dev", "1.0.0"), cartIn("dev", "2.0.0")],
      prod: [cartIn("shop", "1.0.0"), cartIn("shop", "2.0.0")],
      qa: [cartIn("qa", "1.0.0"), cartIn("qa", "1.0.1")],
    }),
  ).toMatchInlineSnapshot(`
    "dev and prod: 1 changed in each

      caution Deployment cart  rolls 2 pods of cart
        caution image-major: the major version of app goes up from 1.0.0 to 2.0.0: it may break what it promised
          → rolls 2 pods of cart  docs/risks/image-major.md
        ~ spec.template.spec.containers[name=app].image: shop/cart:1.0.0 → shop/cart:2.0.0

    qa: 1 changed

      routine Deployment qa/cart  rolls 2 pods of cart
        18-deployment-cart.yaml
        routine image-tag: app runs 1.0.1 instead of 1.0.0
        1 field (--all shows them)

    3 changed: 2 caution, 1 routine (from main to feature)
    "
  `);
});

test("what differs in more than names is told apart", () => {
  const before = names(3).map((name) => deployment({ name }));
  const after = names(3).map((name, at) => deployment({ name, memory: ["256Mi", "256Mi", "128Mi"][at]! }));
  const { environments } = reviewOf({ prod: [before, after] });
  expect(environments[0]!.changes.map((change) => change.class)).toEqual(["caution", "caution", "caution"]);
  const text = textOf({ prod: [before, after] });
  expect(text.split("\n").filter((line) => line.startsWith("  caution"))).toEqual([
    "  caution spec.template.spec.containers[name=app].resources.limits.memory of 2 Deployments: 512Mi → 256Mi  rolls the pods of <name>",
    "  caution Deployment s0002  rolls 2 pods of s0002",
  ]);
});

function role(name: string, resource: string): Document {
  const data = {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "Role",
    metadata: { name },
    rules: [{ apiGroups: [""], resources: [resource], verbs: ["get"] }],
  };
  return { where: `${name}.yaml`, text: JSON.stringify(data) };
}

test("a wildcard is not taken for a name", () => {
  const before = [role("pods", "secrets"), role("configmaps", "secrets")];
  const text = textOf({ prod: [before, [role("pods", "*"), role("configmaps", "configmaps")]] });
  expect(text).toContain("Role configmaps");
  expect(text).toContain("Role pods");
});

/** A thousand releases of each its own version, and one object that breaks. */
function unlike(): Both {
  const before = [...release("1.0.0", 1_000), deployment({ name: "web" })];
  const after = names(1_000).map((name, at) => deployment({ name, tag: `1.0.${at + 1}` }));
  const broken = deployment({ name: "web" });
  return [before, [...after, { ...broken, text: broken.text.replaceAll('{"app":"web"}', '{"app":"other"}') }]];
}

test("1,001 changed objects are readable in one screen, and what is risky has its reason", () => {
  const text = textOf({ prod: unlike() });
  expect(text.split("\n").length).toBeLessThanOrEqual(60);
  expect(text.split("\n").slice(0, 12).join("\n")).toMatchInlineSnapshot(`
    "prod: 1001 changed

      breaks Deployment web  nothing happens to it: the API server refuses the change
        18-deployment-web.yaml
        breaks immutable-field: spec.selector.matchLabels.app of a Deployment cannot be changed in place
          → must be deleted and recreated  docs/risks/immutable-field.md
        ~ spec.selector.matchLabels.app: web → other
        ~ spec.template.metadata.labels.app: web → other

      routine Deployment s0000  image-tag: app runs 1.0.1 instead of 1.0.0
      routine Deployment s0001  image-tag: app runs 1.0.2 instead of 1.0.0
      routine Deployment s0002  image-tag: app runs 1.0.3 instead of 1.0.0"
  `);
  expect(text.split("\n").slice(-4).join("\n")).toMatchInlineSnapshot(`
    "  … and 955 more: 955 routine (image-tag) (--all shows them)

    1001 changed: 1 breaks, 1000 routine (from main to feature)
    "
  `);
  const markdown = formatMarkdown(reviewOf({ prod: unlike() }));
  expect(markdown.length).toBeLessThanOrEqual(65_536);
  expect(/- \*\*breaks\*\*[^]*?→ .*$/m.exec(markdown)?.[0]).toMatchInlineSnapshot(`
    "- **breaks** Deployment web
      - \`immutable-field\`: spec.selector.matchLabels.app of a Deployment cannot be changed in place → must be deleted and recreated"
  `);
  expect(/^A comment .*$/m.exec(markdown)?.[0]).toMatchInlineSnapshot(
    `"A comment is not long enough for all of it. Left out: values of 598 changes; 402 objects: 402 routine (image-tag). \`pnpm review --all\` shows them."`,
  );
});

test("with --all every object is told for itself", () => {
  const both = [release("1.0.0", 30), release("1.0.1", 30)] as const;
  const lines = shown(formatText(reviewOf({ prod: both }), true)).split("\n");
  expect(lines.filter((line) => line.startsWith("  routine Deployment s"))).toHaveLength(30);
});

test("environments that are new, gone or called otherwise are told as such", () => {
  const live = release("1.0.0", 3);
  expect(textOf({ qa: [[], live] })).toMatchInlineSnapshot(`
    "qa: a new environment, 3 added

      routine 3 Deployments (added)  starts the pods of <name>
        s0000, s0001, s0002
        routine added-object: nothing that is there changes

    3 added: 3 routine (from main to feature)
    "
  `);
  expect(textOf({ qa: [live, []] })).toMatchInlineSnapshot(`
    "qa: the environment is removed, 3 removed

      caution 3 Deployments (removed)  stops the pods of <name>
        s0000, s0001, s0002
        caution removed-workload: the Deployment <name> is not deployed any more
          → stops the pods of <name>  docs/risks/removed-workload.md
        3 objects (--all shows them)

    3 removed: 3 caution (from main to feature)
    "
  `);
  expect(textOf({ prod: [live, []], shop: [[], release("1.0.0", 2)] })).toMatchInlineSnapshot(`
    "prod: the environment is called shop now

      caution 2 Deployments (removed)
        s0000, s0001
        caution moved-environment: it is removed here, and new in shop
          → on one cluster the sync of this environment may delete what the other one has just taken over  docs/risks/moved-environment.md
        2 objects (--all shows them)

    shop: was prod, 2 objects as they were, 1 removed

      caution Deployment s0002 (removed)  stops 2 pods of s0002
        18-deployment-s0002.yaml
        caution removed-workload: the Deployment s0002 is not deployed any more
          → stops 2 pods of s0002  docs/risks/removed-workload.md
        - apiVersion: apps/v1
        - kind: Deployment
        - metadata:
        -   name: s0002
        - spec:
        -   replicas: 2
        -   selector:
        -     matchLabels:
        -       app: s0002
        -   template:
        -     metadata:
        -       labels:
          … 8 more lines (--all shows them)

    2 added, 3 removed: 3 caution, 2 routine (from main to feature)
    "
  `);
});

test("JSON has the groups beside the objects", () => {
  const json = JSON.parse(
    formatJson(reviewOf({ prod: [release("1.0.0", 2), release("1.0.1", 2)], qa: [[], release("1.0.0", 1)] })),
  ) as { readonly groups: unknown; readonly environments: readonly { readonly became: unknown }[] };
  expect(json.groups).toMatchInlineSnapshot(`
    [
      {
        "change": "changed",
        "class": "routine",
        "effects": [
          "rolls the pods of <name>",
        ],
        "fields": [
          {
            "after": "shop/<name>:1.0.1",
            "before": "shop/<name>:1.0.0",
            "change": "changed",
            "class": "routine",
            "equal": null,
            "inner": null,
            "path": "spec.template.spec.containers[name=app].image",
          },
        ],
        "kinds": [
          "Deployment",
        ],
        "objects": [
          {
            "environment": "prod",
            "group": "apps",
            "kind": "Deployment",
            "name": "s0000",
            "namespace": null,
          },
          {
            "environment": "prod",
            "group": "apps",
            "kind": "Deployment",
            "name": "s0001",
            "namespace": null,
          },
        ],
        "risks": [
          {
            "class": "routine",
            "consequence": "rolls the pods of <name>",
            "page": "docs/risks/image-tag.md",
            "paths": [
              "spec.template.spec.containers[name=app].image",
            ],
            "reason": "app runs 1.0.1 instead of 1.0.0",
            "risk": "image-tag",
          },
        ],
        "title": "image of 2 Deployments: 1.0.0 → 1.0.1",
      },
    ]
  `);
  expect(json.environments.map(({ became }) => became)).toEqual([null, { how: "new", other: null, changes: null }]);
});
