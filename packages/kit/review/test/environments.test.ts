import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import {
  compareEnvironments,
  documentsIn,
  formatComparisonText,
  type EnvironmentSide,
  type Part,
} from "../src/index.ts";

interface Parts {
  readonly rendered: string;
  readonly bases?: string;
  readonly patch?: Patch;
  readonly objects?: string;
  readonly files?: string;
  readonly namespace?: string;
  readonly overlay?: Partial<EnvironmentSide["overlay"]>;
}

/** A JSON 6902 patch of an object of the name `a`. */
interface Patch {
  readonly group?: string;
  readonly kind: string;
  readonly operations: string;
}

function side(
  id: string,
  { rendered, bases = "", patch, objects = "", files = "", namespace, overlay }: Parts,
): EnvironmentSide {
  const parts = (text: string, patches?: Part["patches"]): Part[] =>
    documentsIn("generated", text).map((document) => ({ document, patches, sources: [`packages/${id}.ts`] }));
  return {
    id,
    namespace: namespace === undefined ? undefined : { name: namespace, sources: [`packages/${id}.ts`] },
    documents: documentsIn(`generated/rendered/${id}/all.yaml`, rendered),
    overlay: {
      file: `overlays/${id}/kustomization.yaml`,
      images: [],
      hasReplacements: false,
      files: documentsIn(`overlays/${id}/by-hand.yaml`, files),
      ...overlay,
    },
    bases: parts(bases),
    component: [
      ...parts(objects),
      ...(patch === undefined ? [] : parts(patch.operations, { group: "", name: "a", ...patch })),
    ],
  };
}

function compare(dev: Parts, prod: Parts): string {
  const comparison = compareEnvironments(side("dev", dev), side("prod", prod));
  return stripVTControlCharacters(formatComparisonText(comparison, true));
}

/** What is said, object by object. */
function said(dev: Parts, prod: Parts): string[] {
  return compareEnvironments(side("dev", dev), side("prod", prod)).objects.map(
    ({ isExpected, id: { kind, name }, op, says }) =>
      `${isExpected ? "expected" : "unexpected"} ${op} ${kind} ${name}: ${says.map(({ by, files }) => `${by} ${files.join(", ")}`).join("; ")}`,
  );
}

const config = (data: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: ${data}\n`;
const configPatch = (operations: string): Patch => ({ kind: "ConfigMap", operations });
const setA = (value: string): Patch => configPatch(`[{op: add, path: /data/A, value: ${value}}]`);
const service = (spec: string): string => `apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: ${spec}\n`;
const pods = (spec: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: ${spec}}}\n`;

const binding = (namespace: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: a, namespace: ${namespace}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: a}
subjects: [{kind: ServiceAccount, name: default, namespace: ${namespace}}]
`;

const workload = (image: string, tag: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, labels: {version: "${tag}"}}\nspec: {template: {spec: {containers: [{name: a, image: "${image}"}]}}}\n`;

const secret = (value: string): string =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {KEY: ${value}}\nsops: {mac: ${value}}\n`;

const imageParts = (tag: string, rendered: string): Parts => ({
  bases: pods("{containers: [{name: a, image: shop}]}"),
  rendered: pods(`{containers: [{name: a, image: "shop:${rendered}"}]}`),
  overlay: { images: [{ name: "shop", newTag: tag }] },
});

const taggedParts = (tag: string): Parts => ({
  bases: workload("shop", "by-overlay"),
  rendered: workload(`r.example.com/shop:${tag}`, tag),
  overlay: { images: [{ name: "shop", newName: "r.example.com/shop", newTag: tag }], hasReplacements: true },
});

describe("is expected where a component", () => {
  const byProd = ["expected changed ConfigMap a: component packages/prod.ts"];

  test("sets a value, or both do", () => {
    const bases = config("{A: '1'}");
    expect(said({ bases, rendered: bases }, { bases, rendered: config("{A: '2'}"), patch: setA("'2'") })).toEqual(
      byProd,
    );
    const [dev, prod] = ["dev", "prod"].map((value) => ({
      bases,
      rendered: config(`{A: ${value}}`),
      patch: setA(value),
    }));
    expect(said(dev!, prod!)).toEqual(["expected changed ConfigMap a: component packages/dev.ts, packages/prod.ts"]);
  });

  test("takes one away", () => {
    const bases = config("{A: '1', B: '2'}");
    const taken = { bases, rendered: config("{B: '2'}") };
    expect(said({ bases, rendered: bases }, { ...taken, patch: configPatch("[{op: remove, path: /data/A}]") })).toEqual(
      byProd,
    );
  });

  test("changes an item of a list by its key, and replaces one without keys", () => {
    const bases = service("{ports: [{name: web, port: 80}, {name: admin, port: 81}]}");
    const rendered = service("{ports: [{name: web, port: 80, nodePort: 30000}, {name: admin, port: 81}]}");
    const operations = "[{op: add, path: /spec/ports/0/nodePort, value: 30000}]";
    expect(said({ bases, rendered: bases }, { bases, rendered, patch: { kind: "Service", operations } })).toEqual([
      "expected changed Service a: component packages/prod.ts",
    ]);
    const [one, other] = ["{containers: [{name: a, args: [x, y]}]}", "{containers: [{name: a, args: [z]}]}"].map(pods);
    const patch = {
      group: "apps",
      kind: "Deployment",
      operations:
        "[{op: test, path: /spec/template/spec/containers/0/args, value: [x, y]}, {op: replace, path: /spec/template/spec/containers/0/args, value: [z]}]",
    };
    expect(said({ bases: one!, rendered: one! }, { bases: one!, rendered: other!, patch })).toEqual([
      "expected changed Deployment a: component packages/prod.ts",
    ]);
  });

  test("has an object that the other does not have", () => {
    const objects = config("{}");
    expect(said({ rendered: "" }, { rendered: objects, objects })).toEqual([
      "expected added ConfigMap a: component packages/prod.ts",
    ]);
  });
});

describe("is expected where an environment or its overlay", () => {
  test("has a namespace, also where an object names it", () => {
    const [dev, prod] = ["one", "two"].map((namespace) => ({
      bases: binding("default").replaceAll("namespace: default", ""),
      rendered: binding(namespace),
      namespace,
    }));
    expect(compare(dev!, prod!)).toMatchInlineSnapshot(`
      "dev and prod: 1 not the same
      namespace: one in dev, two in prod

        expected RoleBinding a
          generated/rendered/prod/all.yaml  by namespace: in packages/{dev,prod}.ts
          ~ subjects[0].namespace: one → two

      0 unexpected, 1 expected
      "
    `);
  });

  test("sets an image, with labels that follow its tag", () => {
    expect(said(taggedParts("1.0.0"), taggedParts("1.1.0"))).toEqual([
      "expected changed Deployment a: images overlays/dev/kustomization.yaml, overlays/prod/kustomization.yaml",
    ]);
  });

  test("has a Secret that is encrypted, whose values are not shown", () => {
    const [dev, prod] = ["hidden-1", "hidden-2"].map((value) => ({ rendered: secret(value), files: secret(value) }));
    expect(said(dev!, prod!)).toEqual([
      "expected changed Secret a: component overlays/dev/by-hand.yaml, overlays/prod/by-hand.yaml",
    ]);
    expect(compare(dev!, prod!)).toContain("stringData.KEY: *** (before) → *** (after)");
  });
});

describe("is not expected where an overlay", () => {
  test("sets what its component sets too", () => {
    const bases = config("{A: base}");
    const [dev, prod] = ["dev", "prod"].map((value) => ({
      bases,
      rendered: config(`{A: ${value}}`),
      patch: setA(value),
    }));
    const byHand = { ...prod!, rendered: config("{A: by-hand}") };
    expect(said(dev!, byHand)).toEqual(["unexpected changed ConfigMap a: overlay overlays/prod/kustomization.yaml"]);
    expect(said(dev!, { ...byHand, files: config("{A: by-hand}") })).toEqual([
      "unexpected changed ConfigMap a: overlay overlays/prod/by-hand.yaml",
    ]);
  });

  test("sets a part of what its component adds", () => {
    const bases = config("{}");
    const rendered = config("{A: {x: '1', y: '2'}}");
    expect(said({ bases, rendered: bases }, { bases, rendered, patch: setA("{x: '1'}") })).toEqual([
      "unexpected changed ConfigMap a: overlay overlays/prod/kustomization.yaml",
    ]);
  });

  test("has an object of its own, or leaves one out", () => {
    expect(said({ rendered: "" }, { rendered: config("{}"), files: config("{}") })).toEqual([
      "unexpected added ConfigMap a: overlay overlays/prod/by-hand.yaml",
    ]);
    const bases = config("{}");
    expect(said({ bases, rendered: bases }, { bases, rendered: "" })).toEqual([
      "unexpected removed ConfigMap a: overlay overlays/prod/kustomization.yaml",
    ]);
  });

  test("has an image that its entry does not make", () => {
    expect(said(imageParts("1.0.0", "1.0.0"), imageParts("1.1.0", "2.0.0"))).toEqual([
      "unexpected changed Deployment a: overlay overlays/prod/kustomization.yaml",
    ]);
  });
});
