import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { planRepository } from "../src/repository/index.ts";
import { kit, workflows } from "./kit.ts";

const names = { name: "our-manifests", system: "our-shop", service: "cart" };
const files = new Map(planRepository(names, kit).map(({ path, after }) => [path, after!]));

test("its files", () => {
  expect([...files.keys()]).toMatchInlineSnapshot(`
    [
      ".gitattributes",
      ".github/workflows/ci.yml",
      ".github/workflows/comment.yml",
      ".github/workflows/pull-request.yml",
      ".github/workflows/render.yml",
      ".gitignore",
      ".oxlintrc.json",
      "README.md",
      "overlays/dev/kustomization.yaml",
      "overlays/prod/kustomization.yaml",
      "package.json",
      "packages/our-shop/cart/package.json",
      "packages/our-shop/cart/src/index.ts",
      "packages/our-shop/environments/package.json",
      "packages/our-shop/environments/src/index.ts",
      "packages/our-shop/package.json",
      "packages/our-shop/test/rendered.test.ts",
      "pnpm-workspace.yaml",
      "renovate.json",
      "scripts/released.ts",
      "tsconfig.json",
      "turbo.json",
    ]
  `);
});

test("all that is generated is new, and ends with a line break", () => {
  expect(
    planRepository(names, kit).filter(({ before, after }) => before !== undefined || !/[^\n]\n$/.test(after!)),
  ).toEqual([]);
});

test("versions and settings are the kit's own, and the kit is the file of its version", () => {
  const own = parse(kit.workspace) as Workspace;
  const made = parse(files.get("pnpm-workspace.yaml")!) as Workspace;
  const { "typed-manifests": version, ...others } = made.catalog;
  expect([version, made.overrides]).toEqual([
    "1.2.3",
    { "typed-manifests": "file:vendor/kit/typed-manifests-1.2.3.tgz" },
  ]);
  expect(Object.entries(others).filter(([name, one]) => own.catalog[name] !== one)).toEqual([]);
  const { packages: _, catalog: __, overrides: ___, ...settings } = made;
  expect(settings).toEqual(Object.fromEntries(Object.keys(settings).map((name) => [name, own[name]])));
});

test("each package names only what the catalog has, or the workspace", () => {
  const { catalog } = parse(files.get("pnpm-workspace.yaml")!) as Workspace;
  const packages = [...files].filter(([path]) => path.endsWith("package.json"));
  const all = packages.map(([, text]) => JSON.parse(text) as Package);
  const known = [...Object.keys(catalog), ...all.map(({ name }) => name)];
  const named = all.flatMap(({ dependencies = {}, devDependencies = {} }) =>
    Object.keys({ ...dependencies, ...devDependencies }),
  );
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
  expect(Object.keys(catalog).filter((name) => !named.includes(name))).toEqual([]);
});

test("each command is a script", () => {
  const { scripts } = JSON.parse(files.get("package.json")!) as { scripts: Record<string, string> };
  expect(kit.commands.map((name) => scripts[name])).toEqual(kit.commands.map((name) => `typed-manifests ${name}`));
});

test("the workflows are the kit's own, and CI pins the actions that they do", () => {
  expect(workflows.map((name) => files.get(`.github/workflows/${name}`))).toEqual(
    workflows.map((name) => kit.workflows.get(name)),
  );
  const pinned = [...kit.workflows.values()].flatMap((text) =>
    [...text.matchAll(/uses: (\S+ # \S+)$/gm)].map(([, one]) => one),
  );
  const used = [...files.get(".github/workflows/ci.yml")!.matchAll(/uses: (.*)$/gm)].map(([, one]) => one);
  expect(used).toHaveLength(2);
  expect(used.filter((one) => !pinned.includes(one))).toEqual([]);
});

test("nothing in the workflows is of the kit's own repository", () => {
  const texts = [...files].filter(([path]) => path.startsWith(".github/"));
  expect(texts.filter(([, text]) => /packages\/|\.ci\//.test(text))).toEqual([]);
});

describe("names that cannot be", () => {
  test.each([
    ["name", "Our Manifests"],
    ["name", "typed-manifests"],
    ["name", "@our-shop/cart"],
    ["name", "x".repeat(215)],
    ["system", "Shop"],
    ["system", "lib"],
    ["system", "1st"],
    ["service", "environments"],
    ["service", "cart-"],
    ["service", "x".repeat(64)],
  ] as const)("%s %j", (what, name) => {
    expect(() => planRepository({ ...names, [what]: name }, kit)).toThrowErrorMatchingSnapshot();
  });

  test("all are said at once", () => {
    const all = { name: "..", system: "kit", service: "lib" };
    expect(() => planRepository(all, kit)).toThrow(/no package[^]*the system[^]*the service/);
  });
});

interface Workspace {
  readonly catalog: Readonly<Record<string, string>>;
  readonly [setting: string]: unknown;
}

interface Package {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
