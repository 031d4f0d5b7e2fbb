import { existsSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { exampleService, exampleSystem, filesBelow, runScript, temporaryRepository } from "@kit/testing";
import { describe, test } from "vitest";

const overlay = "overlays/dev/kustomization.yaml";
const cart = "packages/shop/cart/src/index.ts";

/** The example, whose overlay dev has a file of manifests more. */
function withManifests(manifests: readonly string[], change: Record<string, string> = {}): Record<string, string> {
  const files = { ...exampleSystem(), ...change };
  return {
    ...files,
    [overlay]: files[overlay]!.replace("resources:", "resources:\n  - more.yaml"),
    "overlays/dev/more.yaml": manifests.join("\n---\n"),
  };
}

function manifest(apiVersion: string, kind: string, metadata: object, rest: object = {}): string {
  return JSON.stringify({ apiVersion, kind, metadata, ...rest });
}

const scaler = `const scaler = new HorizontalPodAutoscaler({
  metadata: { name: "cart" },
  spec: { minReplicas: 2, maxReplicas: 3, scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "cart" } },
});`;
const withScaler = [
  'import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";',
  exampleService("cart")
    .replace("const service =", `${scaler}\nconst service =`)
    .replace("[config,", "[scaler, config,"),
].join("\n");

const rbac = "rbac.authorization.k8s.io/v1";
const rules = { rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }] };

describe.concurrent("every document has a file", () => {
  test("whatever it is called, and the file is called after it alone", async ({ expect }) => {
    const long = `a${"b".repeat(251)}c`;
    using repository = temporaryRepository(
      withManifests([
        ...["Abc", "abc", "app:reader", "app_reader"].map((name) => manifest(rbac, "Role", { name }, rules)),
        manifest("v1", "ConfigMap", { name: "config", namespace: "team-a" }),
        manifest("v1", "ConfigMap", { name: "a-config", namespace: "team" }),
        manifest("v1", "ConfigMap", { name: "config", namespace: "dev" }),
        manifest("v1", "ConfigMap", { name: long }),
        manifest("v1", "ConfigMap", { name: long.replace(/c$/, "d") }),
        manifest("serving.knative.dev/v1", "Service", { name: "cart" }),
        manifest(
          "networking.k8s.io/v1",
          "Ingress",
          { name: "cart" },
          { spec: { defaultBackend: { service: { name: "cart", port: { number: 8080 } } } } },
        ),
        manifest("extensions/v1beta1", "Ingress", { name: "cart" }),
        manifest("events.k8s.io/v1", "Event", { name: "cart" }),
        manifest("v1", "Event", { name: "cart" }),
        manifest("a-b.example.com/v1", "Widget", { name: "blue" }),
        manifest("a.example.com/v1", "Widget", { name: "b.example.com-blue" }),
      ]),
    );
    const cwd = repository.path;
    // 1: the checks have something to say of them.
    expect(await runScript("build", { cwd })).toMatchObject({ exitCode: 1, stderr: "" });
    const files = filesBelow(cwd, "generated/rendered/dev");
    const printed = execFileSync("kubectl", ["kustomize", "overlays/dev"], { cwd, encoding: "utf8" });
    expect([...files.values()].toSorted()).toEqual(printed.split(/^---\n/m).toSorted());
    const names = [...files.keys()].map((path) => path.split("/").at(-1)!);
    expect(names.map((name) => name.replace(/b{20,}/, "b…"))).toMatchInlineSnapshot(`
      [
        "06-role-abc.yaml",
        "06-role-abc__a29744a67d.yaml",
        "06-role-app_reader__3ed17dc461.yaml",
        "06-role-app_reader__5a9645c426.yaml",
        "10-configmap-ab…__14e5dc1e2f.yaml",
        "10-configmap-ab…__23ab8941dd.yaml",
        "10-configmap-cart-config.yaml",
        "10-configmap-config.yaml",
        "10-configmap-team-a_config.yaml",
        "10-configmap-team_a-config.yaml",
        "13-service-cart.yaml",
        "13-service.serving.knative.dev_cart.yaml",
        "18-deployment-cart.yaml",
        "50-event-cart.yaml",
        "50-event.events.k8s.io_cart.yaml",
        "50-ingress-cart.yaml",
        "50-ingress.extensions_cart.yaml",
        "50-widget.a-b.example.com_blue.yaml",
        "50-widget.a.example.com_b.example.com-blue.yaml",
      ]
    `);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(255);
    expect(await runScript("drift", { cwd })).toMatchObject({ exitCode: 0 });
  });

  test.for<[string, Record<string, string>, string]>([
    [
      "that a package and an overlay have",
      withManifests(
        [
          manifest(
            "autoscaling/v1",
            "HorizontalPodAutoscaler",
            { name: "cart" },
            { spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "cart" } } },
          ),
        ],
        {
          [cart]: withScaler,
        },
      ),
      `error[object-duplicate]: two documents that the overlay of "dev" renders are one object to the API server, which would keep the last:
HorizontalPodAutoscaler dev/cart (autoscaling/v1) of overlays/dev/more.yaml
HorizontalPodAutoscaler dev/cart (autoscaling/v2) of packages/shop/cart
  where:  overlays/dev/kustomization.yaml
  to fix: remove one of them, or rename it
`,
    ],
    [
      "that only an overlay has",
      withManifests([
        manifest("policy/v1", "PodDisruptionBudget", { name: "cart", namespace: "tools" }),
        manifest("policy/v1beta1", "PodDisruptionBudget", { name: "cart", namespace: "tools" }),
        manifest("rbac.authorization.k8s.io/v1", "ClusterRole", { name: "view" }, rules),
      ]),
      `error[object-duplicate]: two documents that the overlay of "dev" renders are one object to the API server, which would keep the last:
PodDisruptionBudget tools/cart (policy/v1) of overlays/dev/more.yaml
PodDisruptionBudget tools/cart (policy/v1beta1) of overlays/dev/more.yaml
  where:  overlays/dev/kustomization.yaml
  to fix: remove one of them, or rename it
`,
    ],
  ])("but two that are one object to the API server, %s", async ([, files, said], { expect }) => {
    using repository = temporaryRepository(files);
    const { exitCode, stdout, stderr } = await runScript("build", { cwd: repository.path });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(existsSync(`${repository.path}/generated`), "nothing is written").toBe(false);
    expect(stderr).toBe(said);
  });
});
