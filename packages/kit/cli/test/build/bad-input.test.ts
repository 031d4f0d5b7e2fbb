import { existsSync } from "node:fs";
import { exampleService, exampleSystem, packageJson, runScript, temporaryRepository } from "@kit/testing";
import { describe, expect, test } from "vitest";

const cart = "packages/shop/cart/src/index.ts";
const environments = "packages/shop/environments/src/index.ts";
const overlay = "overlays/dev/kustomization.yaml";

/** Builds the example with one change to it; returns what a person would see. */
async function buildWith(change: Record<string, string>): Promise<string> {
  using repository = temporaryRepository({ ...exampleSystem(), ...change });
  const { exitCode, stdout, stderr } = await runScript("build", { cwd: repository.path });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(existsSync(`${repository.path}/generated`), "nothing is written").toBe(false);
  return stderr;
}

/** A file of the example with a part replaced, which must be in it. */
function edit(file: string, from: string, to: string): Record<string, string> {
  const text = exampleSystem()[file]!;
  expect(text).toContain(from);
  return { [file]: text.replace(from, () => to) };
}

/** The same in code that TypeScript does not look at, as a plain JavaScript author would write it. */
function editUntyped(file: string, from: string, to: string): Record<string, string> {
  const { [file]: text } = edit(file, from, to);
  return { [file]: `// @ts-nocheck\n${text}` };
}

describe.concurrent("a service package", () => {
  test("without a default export", async ({ expect }) => {
    const stderr = await buildWith({ [cart]: "export const replicas = 2;\n" });
    expect(stderr).toMatchInlineSnapshot(`
      "error[service-export]: the service package has no default export
        where:  packages/shop/cart/src/index.ts
        to fix: export default defineService<Environment>({ resources: [...], configure: (env) => [...] })
      "
    `);
  });

  test("with none of the needed fields", async ({ expect }) => {
    const stderr = await buildWith({ [cart]: "export default { replicas: 2 };\n" });
    expect(stderr).toMatchInlineSnapshot(`
      "error[service-export]: the default export has neither resources nor configure, it is {"replicas":2}
        where:  packages/shop/cart/src/index.ts
        to fix: export default defineService<Environment>({ resources: [...], configure: (env) => [...] })
      "
    `);
  });

  test("with something else among its resources", async ({ expect }) => {
    const stderr = await buildWith(editUntyped(cart, "[config, deployment, service]", "[config, { kind: 'Service' }]"));
    expect(stderr).toMatchInlineSnapshot(`
      "error[service-export]: resources[1] is not an object of a kubernetes-models class, it is {"kind":"Service"}
        where:  packages/shop/cart/src/index.ts
        to fix: write new Deployment({…}), say
      "
    `);
  });

  test("that throws while it is imported", async ({ expect }) => {
    const stderr = await buildWith({ [cart]: 'throw new Error("boom");\nexport {};\n' });
    expect(stderr).toMatchInlineSnapshot(`
      "error[package-threw]: importing the package threw Error: boom
        where:  packages/shop/cart/src/index.ts:1:7
        to fix: correct what throws there
      "
    `);
  });

  test("that imports a name which there is not", async ({ expect }) => {
    const stderr = await buildWith(
      editUntyped(cart, "defineService, patch }", "defineServise as defineService, patch }"),
    );
    expect(stderr).toMatchInlineSnapshot(`
      "error[package-threw]: importing the package threw SyntaxError: The requested module 'typed-manifests' does not provide an export named 'defineServise'
        where:  packages/shop/cart/src/index.ts
        to fix: did you mean defineService?
      "
    `);
  });

  test("whose patch is for an object that is not there, or for a copy", async ({ expect }) => {
    const none = await buildWith(editUntyped(cart, "patch(config,", "patch([config].find(() => false),"));
    const copy = await buildWith(editUntyped(cart, "patch(config,", "patch({ ...config },"));
    expect(`${none}\n${copy}`).toMatchInlineSnapshot(`
      "error[patch-target]: a patch is for undefined, which is not an object
        where:  packages/shop/cart, environment "dev"
        to fix: give it the object itself; where it is looked for in a list, it is not there

      error[patch-target]: a patch is for undefined, which is not an object
        where:  packages/shop/cart, environment "prod"
        to fix: give it the object itself; where it is looked for in a list, it is not there

      error[patch-target]: a patch is for a copy of ConfigMap "cart-config", and not for the object of this service
        where:  packages/shop/cart, environment "dev"
        to fix: give patch the object that stands in resources, and not one that is equal to it

      error[patch-target]: a patch is for a copy of ConfigMap "cart-config", and not for the object of this service
        where:  packages/shop/cart, environment "prod"
        to fix: give patch the object that stands in resources, and not one that is equal to it
      "
    `);
  });

  test("whose configure throws", async ({ expect }) => {
    const stderr = await buildWith(editUntyped(cart, "env.frontendUrl", "env.urls.frontend"));
    expect(stderr).toMatchInlineSnapshot(`
      "error[package-threw]: configure threw for environment "dev": TypeError: Cannot read properties of undefined (reading 'frontend')
        where:  packages/shop/cart
        to fix: correct configure: it gets the environment's values and returns patches and objects
      "
    `);
  });

  test("that does not compile", async ({ expect }) => {
    const stderr = await buildWith(edit(cart, "replicas: 2", "replica: 2"));
    expect(stderr).toMatchInlineSnapshot(`
      "error[does-not-compile]: TypeScript does not compile:
      packages/shop/cart/src/index.ts(12,5): error TS2561: Object literal may only specify known properties, but 'replica' does not exist in type 'IDeploymentSpec'. Did you mean to write 'replicas'?
        where:  tsconfig.json
        to fix: correct what the compiler names; nothing was written
      "
    `);
  });

  test("that compiles, where tsconfig.json would have the compiler write", async ({ expect }) => {
    const tsconfig =
      '{ "compilerOptions": { "module": "nodenext", "skipLibCheck": true }, "include": ["packages/*/*/src"] }';
    using repository = temporaryRepository({
      ...exampleSystem(),
      "tsconfig.json": tsconfig,
      "packages/shop/cart/src/labels.ts": "export const labels = { app: 'cart' };\n",
    });
    await runScript("build", { cwd: repository.path });
    expect(existsSync(`${repository.path}/packages/shop/cart/src/labels.js`)).toBe(false);
  });

  test("that is not even TypeScript", async ({ expect }) => {
    const stderr = await buildWith({ [cart]: "export default {\n  resources: [\n" });
    expect(stderr).toMatchInlineSnapshot(`
      "error[does-not-compile]: TypeScript does not compile:
      packages/shop/cart/src/index.ts(3,1): error TS1005: ']' expected.
        where:  tsconfig.json
        to fix: correct what the compiler names; nothing was written
      "
    `);
  });

  test("with a wrong path in package.json", async ({ expect }) => {
    const stderr = await buildWith(edit("packages/shop/cart/package.json", "./src/index.ts", "./src/main.ts"));
    expect(stderr).toMatchInlineSnapshot(`
      "error[package-layout]: "exports" names ./src/main.ts, which does not exist
        where:  packages/shop/cart/package.json
        to fix: write "exports": "./src/index.ts"
      "
    `);
  });

  test("of a system without environments", async ({ expect }) => {
    const stderr = await buildWith({
      "packages/blog/posts/package.json": packageJson("@blog/posts"),
      "packages/blog/posts/src/index.ts": "export {};\n",
    });
    expect(stderr).toMatchInlineSnapshot(`
      "error[package-layout]: the system "blog" has no package "environments"
        where:  packages/blog
        to fix: add packages/blog/environments, which exports defineSystem({ schema, environments }) by default
      "
    `);
  });
});

describe.concurrent("objects", () => {
  test("with an undefined value, which the class of an object would drop", async ({ expect }) => {
    const stderr = await buildWith(
      editUntyped(cart, 'name: "cart-config", labels } }', 'name: "cart-config", labels }, data: { A: undefined } }'),
    );
    expect(stderr).toMatchInlineSnapshot(`
      "error[value-lost]: data.A is undefined
        where:  packages/shop/cart, ConfigMap "cart-config"
        to fix: give it a value, or leave it out
      "
    `);
  });

  test("that two services emit", async ({ expect }) => {
    const stderr = await buildWith({
      "packages/shop/basket/package.json": packageJson("@shop/basket"),
      "packages/shop/basket/src/index.ts": exampleService("cart"),
    });
    expect(stderr).toMatchInlineSnapshot(`
      "error[object-duplicate]: ConfigMap "cart-config" (v1) is in packages/shop/basket and in packages/shop/cart
        where:  packages/shop/cart
        to fix: rename one of them, or remove it

      error[object-duplicate]: Deployment "cart" (apps/v1) is in packages/shop/basket and in packages/shop/cart
        where:  packages/shop/cart
        to fix: rename one of them, or remove it

      error[object-duplicate]: Service "cart" (v1) is in packages/shop/basket and in packages/shop/cart
        where:  packages/shop/cart
        to fix: rename one of them, or remove it
      "
    `);
  });

  test("without a name", async ({ expect }) => {
    const stderr = await buildWith(edit(cart, 'name: "cart-config", ', ""));
    expect(stderr).toMatchInlineSnapshot(`
      "error[object-name]: ConfigMap has no metadata.name
        where:  packages/shop/cart
        to fix: give it one: metadata: { name: "…" }
      "
    `);
  });

  test("with a name that is not DNS-1123", async ({ expect }) => {
    const stderr = await buildWith(edit(cart, 'name: "cart-config"', 'name: "../Cart_Config"'));
    expect(stderr).toMatchInlineSnapshot(`
      "error[object-name]: ConfigMap name "../Cart_Config" is not a DNS-1123 subdomain
        where:  packages/shop/cart
        to fix: use lower-case letters, digits, - and ., with a letter or digit at both ends, at most 253
      "
    `);
  });

  test("with a value of the wrong type", async ({ expect }) => {
    const stderr = await buildWith(editUntyped(cart, "port: 8080", 'port: "http"'));
    expect(stderr).toMatchInlineSnapshot(`
      "error[object-invalid]: spec.ports[0].port must be integer, got "http"
        where:  packages/shop/cart, Service "cart"
        to fix: correct the value; the type in kubernetes-models says what it may be
      "
    `);
  });

  test("with a ConfigMap value that is not a string", async ({ expect }) => {
    const stderr = await buildWith(
      editUntyped(cart, "labels } });", "labels }, data: { PORT: 3000, DEBUG: true } });"),
    );
    expect(stderr).toMatchInlineSnapshot(`
      "error[config-map-value]: data.PORT must be a string, got the number 3000
        where:  packages/shop/cart, ConfigMap "cart-config"
        to fix: write "3000"

      error[config-map-value]: data.DEBUG must be a string, got the boolean true
        where:  packages/shop/cart, ConfigMap "cart-config"
        to fix: write "true"
      "
    `);
  });

  test("with a value that kustomize would lose", async ({ expect }) => {
    const stderr = await buildWith(edit(cart, "labels } });", 'labels }, data: { "<<": "a", NEXT: "b\\u0085c" } });'));
    expect(stderr).toMatchInlineSnapshot(`
      "error[value-lost]: data.<< is the key <<, which YAML 1.1 reads as a merge
        where:  packages/shop/cart, ConfigMap "cart-config"
        to fix: name the key differently

      error[value-lost]: data.NEXT has the control character U+0085, which kustomize turns into a space
        where:  packages/shop/cart, ConfigMap "cart-config"
        to fix: remove it
      "
    `);
  });
});

describe.concurrent("a patch", () => {
  test("for an object that the service does not have", async ({ expect }) => {
    const stderr = await buildWith(edit(cart, "[config, deployment, service]", "[deployment, service]"));
    expect(stderr).toMatchInlineSnapshot(`
      "error[patch-target]: a patch for ConfigMap "cart-config", which is not an object of this service
        where:  packages/shop/cart, environment "dev"
        to fix: patch one of its own: Deployment "cart", Service "cart"

      error[patch-target]: a patch for ConfigMap "cart-config", which is not an object of this service
        where:  packages/shop/cart, environment "prod"
        to fix: patch one of its own: Deployment "cart", Service "cart"
      "
    `);
  });

  test("with a ConfigMap value that is not a string", async ({ expect }) => {
    const stderr = await buildWith(editUntyped(cart, "FRONTEND_URL: env.frontendUrl", "FRONTEND_URL: 3000"));
    expect(stderr).toMatchInlineSnapshot(`
      "error[config-map-value]: data.FRONTEND_URL must be a string, got the number 3000
        where:  packages/shop/cart, ConfigMap "cart-config", environment "dev"
        to fix: write "3000"

      error[config-map-value]: data.FRONTEND_URL must be a string, got the number 3000
        where:  packages/shop/cart, ConfigMap "cart-config", environment "prod"
        to fix: write "3000"
      "
    `);
  });

  test("with an undefined value", async ({ expect }) => {
    const stderr = await buildWith(editUntyped(cart, "FRONTEND_URL: env.frontendUrl", "FRONTEND_URL: env.frontend"));
    expect(stderr).toMatchInlineSnapshot(`
      "error[value-lost]: data.FRONTEND_URL is undefined
        where:  packages/shop/cart, ConfigMap "cart-config", environment "dev"
        to fix: give it a value, or null to remove it in a patch

      error[value-lost]: data.FRONTEND_URL is undefined
        where:  packages/shop/cart, ConfigMap "cart-config", environment "prod"
        to fix: give it a value, or null to remove it in a patch
      "
    `);
  });

  test("that disagrees with another one", async ({ expect }) => {
    const stderr = await buildWith(
      edit(cart, "configure: (env) => [", 'configure: (env) => [\n patch(config, { data: { ENVIRONMENT: "test" } }), '),
    );
    expect(stderr).toMatchInlineSnapshot(`
      "error[patch-conflict]: two patches set data.ENVIRONMENT, to "test" and to "development"
        where:  packages/shop/cart, ConfigMap "cart-config", environment "dev"
        to fix: set it in one of them only: packages/shop/cart/src/index.ts:30:2 or packages/shop/cart/src/index.ts:30:52

      error[patch-conflict]: two patches set data.ENVIRONMENT, to "test" and to "production"
        where:  packages/shop/cart, ConfigMap "cart-config", environment "prod"
        to fix: set it in one of them only: packages/shop/cart/src/index.ts:30:2 or packages/shop/cart/src/index.ts:30:52
      "
    `);
  });

  test("that would leave a second port beside the one that it means", async ({ expect }) => {
    const stderr = await buildWith(
      edit(
        cart,
        "configure: (env) => [",
        'configure: (env) => [patch(service, { spec: { ports: [{ name: "http", port: 90 }] } }), ',
      ),
    );
    expect(stderr).toMatchInlineSnapshot(`
      "error[patch-entry]: spec.ports would have two entries with the name "http": { port: 8080 } and { port: 90 }
        where:  packages/shop/cart, Service "cart", environment "dev"
        to fix: write { $entry: { port: 8080 }, port: 90 } to change the one that is there, or give the new one another name

      error[patch-entry]: spec.ports would have two entries with the name "http": { port: 8080 } and { port: 90 }
        where:  packages/shop/cart, Service "cart", environment "prod"
        to fix: write { $entry: { port: 8080 }, port: 90 } to change the one that is there, or give the new one another name
      "
    `);
  });

  test("that renames its object", async ({ expect }) => {
    const stderr = await buildWith(
      editUntyped(cart, "configure: (env) => [", 'configure: (env) => [patch(service, { metadata: { name: "b" } }), '),
    );
    expect(stderr).toMatchInlineSnapshot(`
      "error[patch-target]: a patch cannot change metadata.name: that would be a different object
        where:  packages/shop/cart, Service "cart", environment "dev"
        to fix: return a new object for this environment instead

      error[patch-target]: a patch cannot change metadata.name: that would be a different object
        where:  packages/shop/cart, Service "cart", environment "prod"
        to fix: return a new object for this environment instead
      "
    `);
  });

  test("that is not a patch", async ({ expect }) => {
    const stderr = await buildWith(editUntyped(cart, "configure: (env) => [", "configure: (env) => [{ data: {} }, "));
    expect(stderr).toMatchInlineSnapshot(`
      "error[patch-target]: configure returned {"data":{}}, which is neither a patch nor an object
        where:  packages/shop/cart, environment "dev"
        to fix: return patch(object, {…}) or new objects

      error[patch-target]: configure returned {"data":{}}, which is neither a patch nor an object
        where:  packages/shop/cart, environment "prod"
        to fix: return patch(object, {…}) or new objects
      "
    `);
  });
});

describe.concurrent("an environment", () => {
  test("that names a service which does not exist", async ({ expect }) => {
    const stderr = await buildWith(
      edit(environments, 'environment: "development",', 'environment: "development", services: ["crat"],'),
    );
    expect(stderr).toMatchInlineSnapshot(`
      "error[service-unknown]: environment "dev": services names the service "crat", which does not exist
        where:  packages/shop/environments
        to fix: the services of shop are: cart. Did you mean cart?
      "
    `);
  });

  test("with http: for the public in production", async ({ expect }) => {
    const stderr = await buildWith(edit(environments, "https://shop", "http://shop"));
    expect(stderr).toMatchInlineSnapshot(`
      "error[environment-value]: environment "prod": frontendUrl must be https: because browsers read it in production, got "http://shop.example.com"
        where:  packages/shop/environments
        to fix: change frontendUrl in the environment's file
      "
    `);
  });

  test("with a development URL in production", async ({ expect }) => {
    const stderr = await buildWith(edit(environments, "https://shop.example.com", "http://localhost:3000"));
    expect(stderr).toMatchInlineSnapshot(`
      "error[environment-value]: environment "prod": frontendUrl must not be this computer in production, got "http://localhost:3000"
        where:  packages/shop/environments
        to fix: change frontendUrl in the environment's file
      "
    `);
  });

  test("with something that is not a URL", async ({ expect }) => {
    const stderr = await buildWith(edit(environments, "https://shop.example.com", "shop.example.com"));
    expect(stderr).toMatchInlineSnapshot(`
      "error[environment-value]: environment "prod": frontendUrl must be a URL such as https://shop.example.com, got "shop.example.com"
        where:  packages/shop/environments
        to fix: change frontendUrl in the environment's file
      "
    `);
  });

  test("with a password in a value that is wrong", async ({ expect }) => {
    const stderr = await buildWith(
      edit(environments, "https://shop.example.com", ["ftp://me", "hunter2@shop.example.com"].join(":")),
    );
    expect(stderr).toMatchInlineSnapshot(`
      "error[environment-value]: environment "prod": frontendUrl must be a URL such as https://shop.example.com, got "ftp://***@shop.example.com"
        where:  packages/shop/environments
        to fix: change frontendUrl in the environment's file
      "
    `);
  });

  test("with an unknown key from untyped code", async ({ expect }) => {
    const stderr = await buildWith(editUntyped(environments, 'frontendUrl: "https', 'frontendUrll: "https'));
    expect(stderr).toMatchInlineSnapshot(`
      "error[environment-value]: environment "prod": frontendUrl is missing
        where:  packages/shop/environments
        to fix: give frontendUrl a value in the environment's file

      error[environment-value]: environment "prod": frontendUrll is not a value of this system's environments
        where:  packages/shop/environments
        to fix: write frontendUrl, or remove it
      "
    `);
  });

  test("with an unusable cluster", async ({ expect }) => {
    const stderr = await buildWith(editUntyped(environments, 'memory: "8Gi"', 'memory: "8 GB"'));
    expect(stderr).toMatchInlineSnapshot(`
      "error[environment-value]: environment "dev": cluster.nodes.0.memory must be a quantity such as "500m" or "4Gi", got "8 GB"
        where:  packages/shop/environments
        to fix: change cluster.nodes.0.memory in the environment's file

      error[environment-value]: environment "prod": cluster.nodes.0.memory must be a quantity such as "500m" or "4Gi", got "8 GB"
        where:  packages/shop/environments
        to fix: change cluster.nodes.0.memory in the environment's file
      "
    `);
  });

  test("whose id is a path prefix of another", async ({ expect }) => {
    const stderr = await buildWith(edit(environments, 'id: "prod"', 'id: "dev/prod"'));
    expect(stderr).toMatchInlineSnapshot(`
      "error[environment-duplicate]: the environment id "dev" is a path prefix of "dev/prod"
        where:  packages/shop/environments
        to fix: rename one of them, with its overlay
      "
    `);
  });

  test("without an overlay", async ({ expect }) => {
    const stderr = await buildWith(edit(environments, 'id: "prod"', 'id: "production"'));
    expect(stderr).toMatchInlineSnapshot(`
      "error[overlay-missing]: the environment "production" has no overlay
        where:  overlays/production
        to fix: write overlays/production/kustomization.yaml, which lists the bases and the component generated/environments/production
      "
    `);
  });
});

describe.concurrent("an overlay", () => {
  test("that refers to a base which does not exist", async ({ expect }) => {
    const stderr = await buildWith(edit(overlay, "bases/shop/cart", "bases/shop/crat"));
    expect(stderr).toMatchInlineSnapshot(`
      "error[overlay-reference]: ../../generated/bases/shop/crat does not exist: no package writes it
        where:  overlays/dev/kustomization.yaml
        to fix: write ../../generated/bases/shop/cart
      "
    `);
  });

  test("with the component of another environment", async ({ expect }) => {
    const stderr = await buildWith(edit(overlay, "environments/dev", "environments/prod"));
    expect(stderr).toMatchInlineSnapshot(`
      "error[overlay-reference]: the overlay of "dev" has another environment's component: ../../generated/environments/prod
        where:  overlays/dev/kustomization.yaml
        to fix: write ../../generated/environments/dev
      "
    `);
  });

  test("without its component", async ({ expect }) => {
    const stderr = await buildWith(edit(overlay, "components:\n  - ../../generated/environments/dev\n", ""));
    expect(stderr).toMatchInlineSnapshot(`
      "error[overlay-reference]: the overlay of "dev" does not have its environment's component, so it would deploy without its values
        where:  overlays/dev/kustomization.yaml
        to fix: add
                components:
                  - ../../generated/environments/dev
      "
    `);
  });

  test("without the base of a service that its environment deploys", async ({ expect }) => {
    const stderr = await buildWith(edit(overlay, "resources:\n  - ../../generated/bases/shop/cart\n", ""));
    expect(stderr).toMatchInlineSnapshot(`
      "error[overlay-reference]: the overlay of "dev" does not have the base of cart, which its environment deploys
        where:  overlays/dev/kustomization.yaml
        to fix: add ../../generated/bases/shop/cart to its resources, or name the environment's \`services\` without cart
      "
    `);
  });

  test("with an image entry that matches no image", async ({ expect }) => {
    const stderr = await buildWith(edit(overlay, "name: shop-cart", "name: shop-crat"));
    expect(stderr).toMatchInlineSnapshot(`
      "error[image-unmatched]: images: shop-crat matches no image of this overlay
        where:  overlays/dev/kustomization.yaml
        to fix: the images are: shop-cart. Did you mean shop-cart?
      "
    `);
  });

  test("with a syntax error", async ({ expect }) => {
    const stderr = await buildWith(edit(overlay, "images:\n", "images: [\n"));
    expect(stderr).toMatchInlineSnapshot(`
      "error[overlay-yaml]: not YAML: did not find expected node content
        where:  overlays/dev/kustomization.yaml:8:3
        to fix: correct the YAML there; nothing was built
      "
    `);
  });

  test("with a list whose items do not say their kind", async ({ expect }) => {
    const list = "apiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata: { name: a }\n";
    const stderr = await buildWith({
      ...edit(overlay, "resources:\n", "resources:\n  - own.yaml\n"),
      "overlays/dev/own.yaml": list,
    });
    expect(stderr.split("\n").slice(-3)).toEqual([
      "  where:  overlays/dev/kustomization.yaml",
      "  to fix: name apiVersion and kind of each object in own.yaml: kubectl takes them from a list's kind, kustomize does not; nothing was written",
      "",
    ]);
  });

  test("that kustomize refuses", async ({ expect }) => {
    const stderr = await buildWith(edit(overlay, "resources:", "namespase: dev\nresources:"));
    const withoutEngine = stderr.replace(/kustomize \d\S+ \(.*?\)/, "kustomize <version> (<origin>)");
    expect(withoutEngine).toMatchInlineSnapshot(`
      "error[kustomize-failed]: kustomize <version> (<origin>) cannot build the overlay "dev":
      invalid Kustomization: json: unknown field "namespase"
        where:  overlays/dev/kustomization.yaml
        to fix: correct what kustomize names there; nothing was written
      "
    `);
  });
});
