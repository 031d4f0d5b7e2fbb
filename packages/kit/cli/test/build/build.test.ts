import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { joinDocuments } from "@kit/render";
import { readTree } from "@kit/tree";
import {
  exampleOverlay,
  exampleRepository,
  exampleRoot,
  exampleSystem,
  runScript,
  temporaryDirectory,
  temporaryRepository,
  type TestDirectory,
} from "@kit/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generate } from "@kit/build";

/** Everything below a repository's `generated/`, as text by path. */
function generatedIn(root: string): Record<string, string> {
  const entries = [...readTree(join(root, "generated"))];
  return Object.fromEntries(entries.map(([path, entry]) => [path, entry.type === "file" ? entry.text : entry.type]));
}

async function build(cwd: string, ...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runScript("build", { cwd, args });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout
    .replace(/kustomize \d\S+ \(.*?\)/, "kustomize <version> (<origin>)")
    .replaceAll(/\d+ (checks|notes)/g, "<n> $1");
}

describe.concurrent("pnpm build", () => {
  test("writes bases, components and the rendered result", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    expect(await build(repository.path)).toMatchInlineSnapshot(`
      "generated/: 18 written, 0 removed, 0 unchanged
      rendered by kustomize <version> (<origin>):
        dev: 3 objects
        prod: 3 objects
      checked: 2 environments, 6 objects, <n> checks: 0 errors, 0 warnings, <n> notes
      "
    `);
    expect(generatedIn(repository.path)).toMatchInlineSnapshot(`
      {
        "bases/shop/cart/configmap-cart-config.yaml": "# Written by \`pnpm build\` from packages/shop/cart. Do not edit: change the package and build.
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cart-config
        labels:
          app: cart
      ",
        "bases/shop/cart/deployment-cart.yaml": "# Written by \`pnpm build\` from packages/shop/cart. Do not edit: change the package and build.
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: cart
        labels:
          app: cart
      spec:
        replicas: 2
        selector:
          matchLabels:
            app: cart
        template:
          metadata:
            labels:
              app: cart
          spec:
            containers:
            - name: cart
              image: shop-cart
              envFrom:
              - configMapRef:
                  name: cart-config
      ",
        "bases/shop/cart/kustomization.yaml": "# Written by \`pnpm build\` from packages/shop/cart. Do not edit: change the package and build.
      apiVersion: kustomize.config.k8s.io/v1beta1
      kind: Kustomization
      resources:
      - configmap-cart-config.yaml
      - deployment-cart.yaml
      - service-cart.yaml
      ",
        "bases/shop/cart/service-cart.yaml": "# Written by \`pnpm build\` from packages/shop/cart. Do not edit: change the package and build.
      apiVersion: v1
      kind: Service
      metadata:
        name: cart
        labels:
          app: cart
      spec:
        selector:
          app: cart
        ports:
        - name: http
          port: 8080
      ",
        "environments/dev/kustomization.yaml": "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
      apiVersion: kustomize.config.k8s.io/v1alpha1
      kind: Component
      patches:
      - path: patch-configmap-cart-config.yaml
        target:
          group: "^$"
          version: v1
          kind: ConfigMap
          name: cart-config
          namespace: "default|dev"
      - path: patch-deployment-cart.yaml
        target:
          group: apps
          version: v1
          kind: Deployment
          name: cart
          namespace: "default|dev"
      transformers:
      - namespace.yaml
      ",
        "environments/dev/namespace.yaml": "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
      apiVersion: builtin
      kind: NamespaceTransformer
      metadata:
        name: namespace
        namespace: dev
      unsetOnly: true
      setRoleBindingSubjects: allServiceAccounts
      ---
      apiVersion: builtin
      kind: PatchTransformer
      metadata:
        name: cluster-scoped
      target:
        group: "(admissionregistration[.]k8s[.]io|cert-manager[.]io|external-secrets[.]io|flowcontrol[.]apiserver[.]k8s[.]io|gateway[.]networking[.]k8s[.]io|generators[.]external-secrets[.]io|keda[.]sh|kyverno[.]io|networking[.]k8s[.]io|resource[.]k8s[.]io|snapshot[.]storage[.]k8s[.]io|storage[.]k8s[.]io)"
        kind: "(ClusterExternalSecret|ClusterGenerator|ClusterIssuer|ClusterPolicy|ClusterPushSecret|ClusterSecretStore|ClusterTriggerAuthentication|DeviceClass|FlowSchema|GatewayClass|IPAddress|MutatingAdmissionPolicy|MutatingAdmissionPolicyBinding|PriorityLevelConfiguration|ResourceSlice|ServiceCIDR|ValidatingAdmissionPolicy|ValidatingAdmissionPolicyBinding|VolumeAttributesClass|VolumeSnapshotClass)"
      patch: |
        - op: add
          path: /metadata/namespace
          value: none
        - op: remove
          path: /metadata/namespace
      ",
        "environments/dev/patch-configmap-cart-config.yaml": "# Written by \`pnpm build\` from packages/shop/cart and packages/shop/environments. Do not edit: change the package and build.
      # ConfigMap cart-config in namespace dev
      - op: add
        path: /data
        value:
          FRONTEND_URL: http://localhost:3000
          ENVIRONMENT: development
      ",
        "environments/dev/patch-deployment-cart.yaml": "# Written by \`pnpm build\` from packages/shop/cart and packages/shop/environments. Do not edit: change the package and build.
      # Deployment cart in namespace dev
      - op: add
        path: /spec/template/metadata/annotations
        value:
          checksum/config: e28da162719d6538b606599c8526e50a62fcf13d915681dbc3bc7795e96f3de9
      ",
        "environments/prod/kustomization.yaml": "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
      apiVersion: kustomize.config.k8s.io/v1alpha1
      kind: Component
      patches:
      - path: patch-configmap-cart-config.yaml
        target:
          group: "^$"
          version: v1
          kind: ConfigMap
          name: cart-config
          namespace: "default|prod"
      - path: patch-deployment-cart.yaml
        target:
          group: apps
          version: v1
          kind: Deployment
          name: cart
          namespace: "default|prod"
      transformers:
      - namespace.yaml
      ",
        "environments/prod/namespace.yaml": "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
      apiVersion: builtin
      kind: NamespaceTransformer
      metadata:
        name: namespace
        namespace: prod
      unsetOnly: true
      setRoleBindingSubjects: allServiceAccounts
      ---
      apiVersion: builtin
      kind: PatchTransformer
      metadata:
        name: cluster-scoped
      target:
        group: "(admissionregistration[.]k8s[.]io|cert-manager[.]io|external-secrets[.]io|flowcontrol[.]apiserver[.]k8s[.]io|gateway[.]networking[.]k8s[.]io|generators[.]external-secrets[.]io|keda[.]sh|kyverno[.]io|networking[.]k8s[.]io|resource[.]k8s[.]io|snapshot[.]storage[.]k8s[.]io|storage[.]k8s[.]io)"
        kind: "(ClusterExternalSecret|ClusterGenerator|ClusterIssuer|ClusterPolicy|ClusterPushSecret|ClusterSecretStore|ClusterTriggerAuthentication|DeviceClass|FlowSchema|GatewayClass|IPAddress|MutatingAdmissionPolicy|MutatingAdmissionPolicyBinding|PriorityLevelConfiguration|ResourceSlice|ServiceCIDR|ValidatingAdmissionPolicy|ValidatingAdmissionPolicyBinding|VolumeAttributesClass|VolumeSnapshotClass)"
      patch: |
        - op: add
          path: /metadata/namespace
          value: none
        - op: remove
          path: /metadata/namespace
      ",
        "environments/prod/patch-configmap-cart-config.yaml": "# Written by \`pnpm build\` from packages/shop/cart and packages/shop/environments. Do not edit: change the package and build.
      # ConfigMap cart-config in namespace prod
      - op: add
        path: /data
        value:
          FRONTEND_URL: https://shop.example.com
          ENVIRONMENT: production
      ",
        "environments/prod/patch-deployment-cart.yaml": "# Written by \`pnpm build\` from packages/shop/cart and packages/shop/environments. Do not edit: change the package and build.
      # Deployment cart in namespace prod
      - op: add
        path: /spec/template/metadata/annotations
        value:
          checksum/config: d40d12ddb14f3a9eadc523e080aac302cdc16461203e8f9b3c7ef55e53c96bb1
      ",
        "rendered/dev/10-configmap-cart-config.yaml": "apiVersion: v1
      data:
        ENVIRONMENT: development
        FRONTEND_URL: http://localhost:3000
      kind: ConfigMap
      metadata:
        labels:
          app: cart
        name: cart-config
        namespace: dev
      ",
        "rendered/dev/13-service-cart.yaml": "apiVersion: v1
      kind: Service
      metadata:
        labels:
          app: cart
        name: cart
        namespace: dev
      spec:
        ports:
        - name: http
          port: 8080
        selector:
          app: cart
      ",
        "rendered/dev/18-deployment-cart.yaml": "apiVersion: apps/v1
      kind: Deployment
      metadata:
        labels:
          app: cart
        name: cart
        namespace: dev
      spec:
        replicas: 2
        selector:
          matchLabels:
            app: cart
        template:
          metadata:
            annotations:
              checksum/config: e28da162719d6538b606599c8526e50a62fcf13d915681dbc3bc7795e96f3de9
            labels:
              app: cart
          spec:
            containers:
            - envFrom:
              - configMapRef:
                  name: cart-config
              image: shop-cart:1.0.0
              name: cart
      ",
        "rendered/prod/10-configmap-cart-config.yaml": "apiVersion: v1
      data:
        ENVIRONMENT: production
        FRONTEND_URL: https://shop.example.com
      kind: ConfigMap
      metadata:
        labels:
          app: cart
        name: cart-config
        namespace: prod
      ",
        "rendered/prod/13-service-cart.yaml": "apiVersion: v1
      kind: Service
      metadata:
        labels:
          app: cart
        name: cart
        namespace: prod
      spec:
        ports:
        - name: http
          port: 8080
        selector:
          app: cart
      ",
        "rendered/prod/18-deployment-cart.yaml": "apiVersion: apps/v1
      kind: Deployment
      metadata:
        labels:
          app: cart
        name: cart
        namespace: prod
      spec:
        replicas: 2
        selector:
          matchLabels:
            app: cart
        template:
          metadata:
            annotations:
              checksum/config: d40d12ddb14f3a9eadc523e080aac302cdc16461203e8f9b3c7ef55e53c96bb1
            labels:
              app: cart
          spec:
            containers:
            - envFrom:
              - configMapRef:
                  name: cart-config
              image: shop-cart:1.0.0
              name: cart
      ",
      }
    `);
  });

  test("changes nothing the second time, not even a file's time", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    await build(repository.path);
    const file = join(repository.path, "generated/rendered/dev/18-deployment-cart.yaml");
    utimesSync(file, 1, 1);
    expect(await build(repository.path)).toMatch(/^generated\/: 0 written, 0 removed, 18 unchanged\n/);
    expect(statSync(file).mtimeMs).toBe(1000);
  });

  test("makes a hand-edited, a missing and a stray file right again", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    await build(repository.path);
    const before = generatedIn(repository.path);
    repository.write({
      "generated/bases/shop/cart/service-cart.yaml": "edited\n",
      "generated/bases/old/a.yaml": "stray\n",
    });
    rmSync(join(repository.path, "generated/rendered/prod"), { recursive: true });
    expect(await build(repository.path)).toMatch(/^generated\/: 4 written, 1 removed, 14 unchanged\n/);
    expect(generatedIn(repository.path)).toEqual(before);
  });

  test("removes what a removed service had", async ({ expect }) => {
    using repository = temporaryRepository({
      ...exampleSystem(),
      "packages/shop/basket/package.json": exampleSystem()["packages/shop/cart/package.json"]!,
      "packages/shop/basket/src/index.ts": exampleSystem()["packages/shop/cart/src/index.ts"]!.replaceAll(
        "cart",
        "basket",
      ),
    });
    for (const id of ["dev", "prod"]) {
      repository.write({ [`overlays/${id}/kustomization.yaml`]: exampleOverlay(id, ["basket", "cart"]) });
    }
    await build(repository.path);
    rmSync(join(repository.path, "packages/shop/basket"), { recursive: true });
    for (const id of ["dev", "prod"]) {
      repository.write({ [`overlays/${id}/kustomization.yaml`]: exampleOverlay(id, ["cart"]) });
    }
    await build(repository.path);
    using fresh = temporaryRepository(exampleSystem());
    await build(fresh.path);
    expect(generatedIn(repository.path)).toEqual(generatedIn(fresh.path));
  });

  test("renders the named environments only, and leaves the others as they are", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    await build(repository.path);
    const overlay = readFileSync(join(repository.path, "overlays/prod/kustomization.yaml"), "utf8");
    for (const id of ["dev", "prod"]) {
      const text = overlay.replaceAll("prod", id).replace("1.0.0", "2.0.0");
      repository.write({ [`overlays/${id}/kustomization.yaml`]: text });
    }
    expect(await build(repository.path, "dev")).toMatchInlineSnapshot(`
      "generated/: 1 written, 0 removed, 14 unchanged
      rendered by kustomize <version> (<origin>):
        dev: 3 objects
      checked: 2 environments, 6 objects, <n> checks: 0 errors, 0 warnings, <n> notes
      "
    `);
    const images = ["dev", "prod"].map((id) => {
      const text = generatedIn(repository.path)[`rendered/${id}/18-deployment-cart.yaml`]!;
      return /image: (.*)/.exec(text)?.[1];
    });
    expect(images).toEqual(["shop-cart:2.0.0", "shop-cart:1.0.0"]);
  });

  test("renders again when any file that the overlay reads has changed", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    repository.write({
      "overlays/dev/kustomization.yaml": `${exampleSystem()["overlays/dev/kustomization.yaml"]}patches:\n  - path: replicas.yaml\n`,
      "overlays/dev/replicas.yaml": patchOf(3),
    });
    await build(repository.path);
    repository.write({ "overlays/dev/replicas.yaml": patchOf(5) });
    await build(repository.path);
    expect(generatedIn(repository.path)["rendered/dev/18-deployment-cart.yaml"]).toContain("replicas: 5\n");
  });

  test("compiles again when any source has changed", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    await build(repository.path);
    repository.write({ "packages/shop/cart/src/port.ts": 'export const port: number = "8080";\n' });
    const { exitCode, stderr } = await runScript("build", { cwd: repository.path });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("packages/shop/cart/src/port.ts(1,14): error TS2322");
    repository.write({ "packages/shop/cart/src/port.ts": "export const port: number = 8080;\n" });
    await build(repository.path);
  });

  test("an overlay may refer to a folder beside it", async ({ expect }) => {
    const shared = "overlays/dev/kustomization.yaml";
    using repository = temporaryRepository({
      ...exampleSystem(),
      [shared]: exampleSystem()[shared]!.replace("components:\n", "components:\n  - ../../shared/replicas\n"),
      "shared/replicas/kustomization.yaml":
        "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches:\n  - path: replicas.yaml\n",
      "shared/replicas/replicas.yaml": patchOf(3),
    });
    await build(repository.path);
    repository.write({ "shared/replicas/replicas.yaml": patchOf(7) });
    await build(repository.path);
    expect(generatedIn(repository.path)["rendered/dev/18-deployment-cart.yaml"]).toContain("replicas: 7\n");
  });

  test("says what kustomize warns of, each time", async ({ expect }) => {
    const overlay = "overlays/dev/kustomization.yaml";
    using repository = temporaryRepository({
      ...exampleSystem(),
      [overlay]: `${exampleSystem()[overlay]}commonLabels:\n  team: shop\n`,
    });
    for (const _ of ["first", "second"]) {
      const { exitCode, stderr } = await runScript("build", { cwd: repository.path });
      expect({ exitCode, stderr }).toMatchInlineSnapshot(`
        {
          "exitCode": 0,
          "stderr": "overlays/dev/kustomization.yaml: # Warning: 'commonLabels' is deprecated. Please use 'labels' instead. Run 'kustomize edit fix' to update your Kustomization automatically.
        ",
        }
      `);
    }
  });

  test("two at once end in one consistent tree", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    const results = await Promise.all([1, 2, 3].map(() => runScript("build", { cwd: repository.path })));
    const waits = /^(?:waiting for another build of this repository: process \d+\n)?$/;
    expect(results.map(({ exitCode, stderr }) => ({ exitCode, stderr }))).toEqual(
      [1, 2, 3].map(() => ({ exitCode: 0, stderr: expect.stringMatching(waits) as string })),
    );
    expect(await build(repository.path)).toMatch(/^generated\/: 0 written, 0 removed, 18 unchanged\n/);
  });

  test("a build that is killed is fixed by the next", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    for (const after of [300, 450, 600, 750]) {
      await runScript("build", { cwd: repository.path, signal: AbortSignal.timeout(after) });
    }
    await build(repository.path);
    expect(await build(repository.path)).toMatch(/^generated\/: 0 written, 0 removed, 18 unchanged\n/);
  });

  test("never writes through a link", async ({ expect }) => {
    using outside = temporaryDirectory({ "precious.txt": "precious\n" });
    using repository = temporaryRepository(exampleSystem());
    symlinkSync(outside.path, join(repository.path, "generated"));
    const { exitCode, stderr } = await runScript("build", { cwd: repository.path });
    expect({ exitCode, stderr }).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[generated-layout]: generated is a symbolic link, and the build writes only into a real directory
        where:  generated
        to fix: move it away; the build makes a new one
      ",
      }
    `);
    expect([...readTree(outside.path).keys()]).toEqual(["precious.txt"]);
  });
});

describe.concurrent("pnpm drift", () => {
  test("says that there is none", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    await build(repository.path);
    const { exitCode, stdout, stderr } = await runScript("drift", { cwd: repository.path });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^no drift: 18 files are what kustomize \d\S+ \(.+\) makes\n$/);
  });

  test("as JSON", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    await build(repository.path);
    const json = async (): Promise<unknown> => {
      const { stdout } = await runScript("drift", { cwd: repository.path, args: ["--json"] });
      return JSON.parse(stdout);
    };
    const engine = expect.stringMatching(/^kustomize \d/) as string;
    expect(await json()).toEqual({ engine, files: 18, differences: [] });
    rmSync(join(repository.path, "generated/bases/shop/cart/service-cart.yaml"));
    repository.write({ "generated/bases/old.yaml": "stray\n" });
    expect(await json()).toEqual({
      engine,
      files: 18,
      differences: [
        { path: "generated/bases/old.yaml", kind: "extra" },
        { path: "generated/bases/shop/cart/service-cart.yaml", kind: "missing" },
      ],
    });
  });

  test("shows a changed, a missing and an extra file, and touches nothing", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    await build(repository.path);
    const service = join(repository.path, "generated/rendered/dev/13-service-cart.yaml");
    writeFileSync(service, readFileSync(service, "utf8").replace("8080", "9090"));
    rmSync(join(repository.path, "generated/bases/shop/cart/service-cart.yaml"));
    repository.write({ "generated/bases/old.yaml": "stray\n" });
    const before = generatedIn(repository.path);
    const { exitCode, stdout, stderr } = await runScript("drift", { cwd: repository.path });
    expect(exitCode).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
      "--- a/generated/bases/old.yaml
      +++ /dev/null
      @@ -1,1 +0,0 @@
      -stray
      --- /dev/null
      +++ b/generated/bases/shop/cart/service-cart.yaml
      @@ -0,0 +1,13 @@
      +# Written by \`pnpm build\` from packages/shop/cart. Do not edit: change the package and build.
      +apiVersion: v1
      +kind: Service
      +metadata:
      +  name: cart
      +  labels:
      +    app: cart
      +spec:
      +  selector:
      +    app: cart
      +  ports:
      +  - name: http
      +    port: 8080
      --- a/generated/rendered/dev/13-service-cart.yaml
      +++ b/generated/rendered/dev/13-service-cart.yaml
      @@ -8,6 +8,6 @@
       spec:
         ports:
         - name: http
      -    port: 9090
      +    port: 8080
         selector:
           app: cart
      "
    `);
    expect(stderr.replace(/kustomize \d\S+ \(.*?\)/, "kustomize <version> (<origin>)")).toMatchInlineSnapshot(`
      "error: generated/ has drifted: 3 files differ from what the packages and overlays make with kustomize <version> (<origin>)
        to fix: run \`pnpm build\` and commit generated/
      "
    `);
    expect(generatedIn(repository.path)).toEqual(before);
  });
});

describe("a repository with two systems", () => {
  let repository: TestDirectory;
  let generated: ReturnType<typeof generate>;
  // Once: it compiles the whole repository.
  beforeAll(() => {
    repository = exampleRepository();
    generated = generate({ root: repository.path, env: process.env });
  });
  afterAll(() => repository[Symbol.dispose]());

  test.for(["dev", "prod", "stall/dev", "stall/prod"])(
    "%s: the rendered files joined are what kustomize prints, byte for byte",
    async (id) => {
      const { rendered, engine } = await generated;
      const printed = execFileSync(engine.file, [...engine.args, `overlays/${id}`], {
        cwd: repository.path,
        encoding: "utf8",
      });
      const { documents } = rendered.find(({ overlay }) => overlay.id === id)!;
      const files = documents.map(({ text }) => ({ text }));
      expect(joinDocuments(files)).toBe(printed);
      const committed = [...readTree(join(repository.path, "generated/rendered", id)).values()];
      expect(new Set(committed.map((entry) => (entry.type === "file" ? entry.text : entry.type)))).toEqual(
        new Set(documents.map(({ text }) => text)),
      );
    },
  );

  test("builds the same bytes in another place, language and time zone", async () => {
    using copy = exampleRepository();
    rmSync(join(copy.path, "generated"), { recursive: true });
    const env = { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" };
    const { exitCode, stderr } = await runScript("build", { cwd: copy.path, env });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    if (process.env["RECORD"] !== undefined) {
      rmSync(join(exampleRoot, "generated"), { recursive: true });
      cpSync(join(copy.path, "generated"), join(exampleRoot, "generated"), { recursive: true });
    }
    expect(generatedIn(copy.path)).toEqual(generatedIn(exampleRoot));
  });
});

function patchOf(replicas: number): string {
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\nspec:\n  replicas: ${replicas}\n`;
}
