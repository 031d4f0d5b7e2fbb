import { existsSync } from "node:fs";
import { join } from "node:path";
import { exampleSystem, filesBelow, runScript, temporaryRepository } from "@kit/testing";
import { describe, test } from "vitest";

const overlay = "overlays/dev/kustomization.yaml";
const cart = "packages/shop/cart/src/index.ts";
const files = exampleSystem();

/** What a build says, and what it has rendered for dev, of a repository with some other files. */
async function build(more: Readonly<Record<string, string>>): Promise<{ said: string; rendered: string }> {
  using repository = temporaryRepository({ ...files, ...more });
  const { exitCode, stderr } = await runScript("build", { cwd: repository.path });
  const isBuilt = existsSync(join(repository.path, "generated"));
  const rendered = isBuilt ? [...filesBelow(repository.path, "generated/rendered/dev").values()] : [];
  return { said: `${exitCode}\n${stderr}`, rendered: rendered.join("---\n") };
}

function withResource(file: string): string {
  return files[overlay]!.replace("resources:\n", `resources:\n  - ${file}\n`);
}

describe.concurrent("an overlay", () => {
  test("whose aliases would fill the memory is refused at once", async ({ expect }) => {
    const lists = Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(10)}]\n`);
    const bomb = `kind: First\n---\n\nkind: Bomb\na0: &a0 [${"x, ".repeat(10)}]\n${lists.join("")}`;
    const { said, rendered } = await build({ [overlay]: withResource("bomb.yaml"), "overlays/dev/bomb.yaml": bomb });
    expect({ said, rendered }).toEqual({
      rendered: "",
      said: `2
error[overlay-yaml]: not YAML that kustomize can build: its aliases make more than 200,000 values of it
  where:  overlays/dev/bomb.yaml:5
  to fix: write out what is meant, or take the aliases of aliases away
`,
    });
  });

  test("with an integer that no number holds is built, digit by digit", async ({ expect }) => {
    const runner = "apiVersion: example.com/v1\nkind: Runner\nmetadata: {name: r}\nspec: {f: 9007199254740993}\n";
    const { said, rendered } = await build({ [overlay]: withResource("own.yaml"), "overlays/dev/own.yaml": runner });
    expect(said).toBe("0\n");
    expect(rendered).toContain("  f: 9007199254740993\n");
  });

  test("whose generator merges into what the component puts in place is refused", async ({ expect }) => {
    const { said } = await build({
      [cart]: files[cart]!.replace(
        'metadata: { name: "cart-config", labels } }',
        String.raw`metadata: { name: "cart-config", labels }, data: { f: "\ttab\nx\n" } }`,
      ),
      [overlay]: `${files[overlay]!}configMapGenerator:\n  - {name: cart-config, behavior: merge, literals: [z=lost]}\n`,
    });
    expect(said).toBe(`2
error[overlay-overwritten]: kustomize cannot build what lies below the component of "dev", so nobody can tell what of it the component overwrites
  where:  overlays/dev/kustomization.yaml
  to fix: take the changes out of the folder below, or out of the generators that merge into an object of a package: write them in the environment's own package
`);
  });
});

test("an object without a namespace beside one of its name in the namespace default", async ({ expect }) => {
  const two =
    '  resources: [new ConfigMap({ metadata: { name: "x" } }), new ConfigMap({ metadata: { name: "x", namespace: "default" } }), ';
  const { said } = await build({ [cart]: files[cart]!.replace("  resources: [", two) });
  expect(said.split("\n\n")[0]).toBe(`2
error[object-duplicate]: ConfigMap "x" is in the namespace "default" in packages/shop/cart, and without a namespace in packages/shop/cart: kustomize takes the two for one
  where:  packages/shop/cart
  to fix: rename one of them`);
});
