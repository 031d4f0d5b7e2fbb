// Needs the control plane's programs and kubectl: `pnpm test:cluster`.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { startControlPlane, type ControlPlane } from "@kit/control-plane";
import { exampleSystem, runScript, temporaryRepository, type ScriptResult, type TestDirectory } from "@kit/testing";
import { dump } from "js-yaml";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

let cluster: ControlPlane;
let repository: TestDirectory;
let namespace = "";
let count = 0;

beforeAll(async () => {
  cluster = await startControlPlane({ env: process.env });
});
afterAll(() => cluster[Symbol.asyncDispose]());

// A namespace of its own for each test: what another one left is not there.
beforeEach(async () => {
  namespace = `shop-${++count}`;
  await send("POST", "/api/v1/namespaces", { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } });
  repository = temporaryRepository(exampleSystem());
  return () => repository[Symbol.dispose]();
});

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Readonly<Record<string, unknown>> & { readonly name: string };
  readonly [field: string]: unknown;
}

const configMap = (data: Readonly<Record<string, string>> = { LOG_LEVEL: "INFO" }, name = "cart"): Manifest => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name, namespace },
  data,
});
const deployment = (spec: Readonly<Record<string, unknown>> = {}): Manifest => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "cart", namespace },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: "cart" } },
    template: {
      metadata: { labels: { app: "cart" } },
      spec: { containers: [{ name: "cart", image: "cart:1.0.0", ports: [{ containerPort: 80 }] }] },
    },
    ...spec,
  },
});

const secret = (value: string): Manifest => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "cart", namespace },
  data: { PASSWORD: Buffer.from(value).toString("base64") },
});
const labels = (): object => ({
  labels: {
    "kustomize.toolkit.fluxcd.io/name": `dev-${count}`,
    "kustomize.toolkit.fluxcd.io/namespace": "flux-system",
  },
});
const argo = ({ kind, metadata: { name } }: Manifest): object => ({
  annotations: { "argocd.argoproj.io/tracking-id": `dev-${count}:/${kind}:${namespace}/${name}` },
});

/** Puts objects below generated/rendered/dev. */
function render(...manifests: readonly Manifest[]): void {
  repository.write(
    Object.fromEntries(
      manifests.map((one) => [`generated/rendered/dev/${one.kind}-${one.metadata.name}.yaml`, dump(one)]),
    ),
  );
}

/** Applies objects as a sync engine does, with labels and annotations of its own. */
async function sync(
  manifests: readonly Manifest[],
  marks: (manifest: Manifest) => object = () => ({}),
  manager = "kubectl",
): Promise<void> {
  for (const one of manifests) {
    const marked = { ...one, metadata: { ...one.metadata, ...marks(one) } };
    const path = `${pathOf(one)}?fieldManager=${manager}&force=true`;
    await send("PATCH", path, JSON.stringify(marked), "application/apply-patch+yaml");
  }
}

function pathOf({ kind, metadata: { name } }: Manifest): string {
  const group = { ConfigMap: "api/v1", Deployment: "apis/apps/v1", Secret: "api/v1" }[kind]!;
  return `/${group}/namespaces/${namespace}/${kind.toLowerCase()}s/${name}`;
}

async function send(...request: Parameters<ControlPlane["request"]>): Promise<void> {
  const { status, body } = await cluster.request(...request);
  if (status >= 300) throw new Error(JSON.stringify(body));
}

/** Somebody changes an object by hand. */
function edit(manifest: Manifest, change: object): Promise<void> {
  const path = `${pathOf(manifest)}?fieldManager=somebody`;
  return send("PATCH", path, JSON.stringify(change), "application/merge-patch+json");
}

function plain(text: string): string {
  return text.replaceAll(namespace, "<namespace>").replaceAll(/https:\/\/127\.0\.0\.1:\d+/g, "<server>");
}

async function review(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<ScriptResult> {
  const { exitCode, stdout, stderr } = await runScript("review", {
    cwd: repository.path,
    args: ["--live", "dev", ...args],
    env: { KUBECONFIG: cluster.kubeconfig, ...env },
  });
  return { exitCode, stdout: plain(stdout), stderr: plain(stderr) };
}

describe("a sync", () => {
  test("of what is not there adds it as its file says, without the API server's defaults", async () => {
    render(configMap(), deployment());
    expect(await review(["--all"])).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "comparing dev with the cluster of context control-plane (<server>)
      ",
        "stdout": "dev: a new environment, 2 added

        routine ConfigMap <namespace>/cart (added)  restarts nothing
          generated/rendered/dev/ConfigMap-cart.yaml
          routine added-object: nothing that is there changes
            → restarts nothing  docs/risks/added-object.md
          + apiVersion: v1
          + kind: ConfigMap
          + metadata:
          +   name: cart
          +   namespace: <namespace>
          + data:
          +   LOG_LEVEL: INFO

        routine Deployment <namespace>/cart (added)  starts 2 pods of cart
          generated/rendered/dev/Deployment-cart.yaml
          routine added-object: nothing that is there changes
            → starts 2 pods of cart  docs/risks/added-object.md
          + apiVersion: apps/v1
          + kind: Deployment
          + metadata:
          +   name: cart
          +   namespace: <namespace>
          + spec:
          +   replicas: 2
          +   selector:
          +     matchLabels:
          +       app: cart
          +   template:
          +     metadata:
          +       labels:
          +         app: cart
          +     spec:
          +       containers:
          +         - name: cart
          +           image: cart:1.0.0
          +           ports:
          +             - containerPort: 80

      2 added: 2 routine (from context control-plane to generated/rendered/dev)
      ",
      }
    `);
  });

  test("of what is as it is changes nothing: neither defaults nor what the API server keeps is reported", async () => {
    render(configMap(), deployment());
    await sync([configMap(), deployment()]);
    expect(await review()).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "comparing dev with the cluster of context control-plane (<server>)
      no object of dev there has a mark of Argo CD or Flux, so nobody can tell what a sync would delete
      ",
        "stdout": "nothing changes from context control-plane to generated/rendered/dev
      ",
      }
    `);
  });

  test("takes back what somebody has changed, leaves what nobody renders, and brings what is new", async () => {
    await sync([configMap(), deployment()]);
    await edit(configMap(), { data: { LOG_LEVEL: "DEBUG", EXTRA: "1" } });
    await edit(deployment(), { spec: { replicas: 5 } });
    const limits = { resources: { limits: { memory: "1Gi" } } };
    const containers = [{ name: "cart", image: "cart:1.1.0", ports: [{ containerPort: 80 }], ...limits }];
    const template = { metadata: { labels: { app: "cart" } }, spec: { containers } };
    render(configMap(), deployment({ template }));
    expect(await review()).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "comparing dev with the cluster of context control-plane (<server>)
      no object of dev there has a mark of Argo CD or Flux, so nobody can tell what a sync would delete
      ",
        "stdout": "dev: 2 changed

        caution Deployment <namespace>/cart  rolls 2 pods of cart; stops 3 pods of cart
          generated/rendered/dev/Deployment-cart.yaml
          caution limit-lowered: the memory limit of cart goes down from no limit to 1Gi
            → cart is killed where it takes more  docs/risks/limit-lowered.md
          caution replicas-lowered: the replicas go down from 5 to 2
            → stops 3 pods of cart  docs/risks/replicas-lowered.md
          routine image-tag: cart runs 1.1.0 instead of 1.0.0
            → rolls 2 pods of cart  docs/risks/image-tag.md
          ~ spec.replicas: 5 → 2  set by somebody in the cluster
          ~ spec.template.spec.containers[name=cart].image: cart:1.0.0 → cart:1.1.0
          + spec.template.spec.containers[name=cart].resources.limits: {"memory":"1Gi"}

        unclassified ConfigMap <namespace>/cart  restarts nothing
          generated/rendered/dev/ConfigMap-cart.yaml, set by somebody in the cluster
          ~ data.LOG_LEVEL: DEBUG → INFO

      2 changed: 1 caution, 1 unclassified (from context control-plane to generated/rendered/dev)
      ",
      }
    `);
  });

  test("of what kubectl has applied on its side leaves what is not rendered any more, and says who has drifted", async () => {
    const own = configMap({ LOG_LEVEL: "INFO", OLD: "1" });
    repository.write({ "applied.yaml": dump(own) });
    const env = { ...process.env, KUBECONFIG: cluster.kubeconfig };
    execFileSync("kubectl", ["apply", "--filename", `${repository.path}/applied.yaml`], { env, stdio: "ignore" });
    await edit(own, { data: { LOG_LEVEL: "DEBUG" } });
    render(configMap());
    expect((await review()).stdout).toMatchInlineSnapshot(`
      "dev: 1 changed

        unclassified ConfigMap <namespace>/cart  restarts nothing
          generated/rendered/dev/ConfigMap-cart.yaml, set by somebody in the cluster
          ~ data.LOG_LEVEL: DEBUG → INFO

      1 changed: 1 unclassified (from context control-plane to generated/rendered/dev)
      "
    `);
  });

  test("shows no value of a Secret", async () => {
    await sync([secret("hunter2-hunter2")]);
    render(secret("hunter3-hunter3"));
    const { stdout, stderr } = await review(["--all"]);
    expect(stdout).toMatchInlineSnapshot(`
      "dev: 1 changed

        unclassified Secret <namespace>/cart  restarts nothing
          generated/rendered/dev/Secret-cart.yaml
          ~ data.PASSWORD: *** (before) → *** (after)

      1 changed: 1 unclassified (from context control-plane to generated/rendered/dev)
      "
    `);
    expect(stdout + stderr).not.toMatch(/hunter|aHVudGVy/);
  });
});

describe("what is not rendered any more", () => {
  test("a sync of Flux deletes, with fields that it has set", async () => {
    await sync([configMap({ LOG_LEVEL: "INFO", OLD: "1" }), configMap({}, "old")], labels, "kustomize-controller");
    const stays = { annotations: { "kustomize.toolkit.fluxcd.io/prune": "disabled" } };
    await sync([configMap({}, "kept")], (one) => ({ ...labels(), ...(one.metadata.name === "kept" ? stays : {}) }));
    await sync([configMap({}, "of-somebody")]);
    render(configMap());
    expect(await review()).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "comparing dev with the cluster of context control-plane (<server>)
      ",
        "stdout": "dev: 1 changed, 1 removed

        caution ConfigMap <namespace>/cart  restarts nothing
          generated/rendered/dev/ConfigMap-cart.yaml
          caution config-key-removed: the key OLD is gone, and nothing here reads it
            → restarts nothing  docs/risks/config-key-removed.md
          - data.OLD: "1"

        unclassified ConfigMap <namespace>/old (removed)  restarts nothing
          context control-plane
          - apiVersion: v1
          - kind: ConfigMap
          - metadata:
          -   name: old
          -   namespace: <namespace>

      1 changed, 1 removed: 1 caution, 1 unclassified (from context control-plane to generated/rendered/dev)
      ",
      }
    `);
  });

  test("a sync of Argo CD deletes, but no copy that has its mark", async () => {
    await sync([configMap(), configMap({}, "old")], argo);
    await sync([configMap({}, "copy")], () => argo(configMap()));
    render(configMap());
    expect(await review()).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "comparing dev with the cluster of context control-plane (<server>)
      ",
        "stdout": "dev: 1 removed

        unclassified ConfigMap <namespace>/old (removed)  restarts nothing
          context control-plane
          - apiVersion: v1
          - kind: ConfigMap
          - metadata:
          -   name: old
          -   namespace: <namespace>

      1 removed: 1 unclassified (from context control-plane to generated/rendered/dev)
      ",
      }
    `);
  });
});

describe("what the API server refuses", () => {
  test("is shown as what breaks, in its words", async () => {
    await sync([deployment()]);
    const template = {
      metadata: { labels: { app: "cart", tier: "api" } },
      spec: { containers: [{ name: "cart", image: "cart:1.0.0" }] },
    };
    render(configMap(), deployment({ selector: { matchLabels: { app: "cart", tier: "api" } }, template }));
    expect(await review(["--fail-on", "breaks"])).toMatchInlineSnapshot(`
      {
        "exitCode": 1,
        "stderr": "comparing dev with the cluster of context control-plane (<server>)
      no object of dev there has a mark of Argo CD or Flux, so nobody can tell what a sync would delete
      ",
        "stdout": "dev: 1 added, 1 changed

        breaks Deployment <namespace>/cart  nothing happens to it: the API server refuses it
          generated/rendered/dev/Deployment-cart.yaml
          breaks immutable-field: spec.selector.matchLabels.tier of a Deployment cannot be changed in place
            → must be deleted and recreated  docs/risks/immutable-field.md
          breaks refused: The Deployment "cart" is invalid: spec.selector: Invalid value: {"matchLabels":{"app":"cart","tier":"api"}}: field is immutable
            → the sync stops there  docs/risks/refused.md
          + spec.selector.matchLabels.tier: api
          + spec.template.metadata.labels.tier: api

        routine ConfigMap <namespace>/cart (added)  restarts nothing
          generated/rendered/dev/ConfigMap-cart.yaml
          routine added-object: nothing that is there changes

      1 added, 1 changed: 1 breaks, 1 routine (from context control-plane to generated/rendered/dev)
      ",
      }
    `);
  });

  test("also where it is not there yet", async () => {
    render(configMap(), deployment({ replicas: -1 }));
    expect((await review()).stdout).toMatchInlineSnapshot(`
      "dev: a new environment, 2 added

        breaks Deployment <namespace>/cart (added)  nothing happens to it: the API server refuses it
          generated/rendered/dev/Deployment-cart.yaml
          breaks refused: The Deployment "cart" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0
            → the sync stops there  docs/risks/refused.md
          + apiVersion: apps/v1
          + kind: Deployment
          + metadata:
          +   name: cart
          +   namespace: <namespace>
          + spec:
          +   replicas: -1
          +   selector:
          +     matchLabels:
          +       app: cart
          +   template:
          +     metadata:
            … 8 more lines (--all shows them)

        routine ConfigMap <namespace>/cart (added)  restarts nothing
          generated/rendered/dev/ConfigMap-cart.yaml
          routine added-object: nothing that is there changes

      2 added: 1 breaks, 1 routine (from context control-plane to generated/rendered/dev)
      "
    `);
  });

  test("but not for a namespace that the same sync makes", async () => {
    const made = `${namespace}-made`;
    render(
      { apiVersion: "v1", kind: "Namespace", metadata: { name: made } },
      { ...configMap(), metadata: { name: "cart", namespace: made } },
    );
    const { exitCode, stdout, stderr } = await review();
    expect({ exitCode, stderr, sums: stdout.split("\n").at(-2) }).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "comparing dev with the cluster of context control-plane (<server>)
      1 object shown as rendered: the cluster has no namespace <namespace>-made yet, which the sync makes
      ",
        "sums": "2 added: 2 routine (from context control-plane to generated/rendered/dev)",
      }
    `);
  });
});

describe("refuses to go on", () => {
  test("without a namespace, or a kind, which a sync would stop at", async () => {
    render({ ...configMap(), metadata: { name: "cart", namespace: "nowhere" } });
    expect(await review()).toMatchInlineSnapshot(`
      {
        "exitCode": 3,
        "stderr": "comparing dev with the cluster of context control-plane (<server>)
      failure[kubectl-failed]: a sync of dev would stop: the cluster of context control-plane has no
      namespace nowhere, which 1 object of dev needs
        to fix: make the namespace (\`kubectl create namespace NAME\`), or name another cluster: --context NAME
      ",
        "stdout": "",
      }
    `);
    render(configMap(), { apiVersion: "example.com/v1", kind: "Cart", metadata: { name: "cart", namespace } });
    expect((await review()).stderr).toMatchInlineSnapshot(`
      "comparing dev with the cluster of context control-plane (<server>)
      failure[kubectl-failed]: a sync of dev would stop: the cluster of context control-plane has no
      kind Cart in example.com/v1, which 1 object of dev needs
        to fix: install what defines the kind (its CustomResourceDefinition), or name another cluster: --context NAME
      "
    `);
  });

  test("without the rights", async () => {
    render(configMap());
    repository.write({
      ".kubeconfig": readFileSync(cluster.kubeconfig, "utf8").replace('"token":', '"as": "nobody", "token":'),
    });
    expect(await review([], { KUBECONFIG: `${repository.path}/.kubeconfig` })).toMatchInlineSnapshot(`
      {
        "exitCode": 3,
        "stderr": "comparing dev with the cluster of context control-plane (<server>)
      failure[kubectl-failed]: kubectl cannot compare with the cluster of context control-plane (<server>):
      Error from server (Forbidden): configmaps "cart" is forbidden: User "nobody" cannot get resource "configmaps" in API group "" in the namespace "<namespace>"
        to fix: use a context whose user may get and patch these objects: a dry run asks for the rights of a real one
      ",
        "stdout": "",
      }
    `);
  });

  test("without a cluster that answers, a context, or kubectl", async () => {
    render(configMap());
    const dead = readFileSync(cluster.kubeconfig, "utf8").replace(/https:\/\/127\.0\.0\.1:\d+/, "https://127.0.0.1:1");
    repository.write({ ".kubeconfig": dead, ".empty": "" });
    const { exitCode, stderr } = await review([], { KUBECONFIG: `${repository.path}/.kubeconfig` });
    expect({
      exitCode,
      stderr: stderr.replaceAll(/^(?!comparing|failure| {2}to fix).*\n/gm, "…\n"),
    }).toMatchInlineSnapshot(`
      {
        "exitCode": 3,
        "stderr": "comparing dev with the cluster of context control-plane (<server>)
      failure[kubectl-failed]: kubectl cannot compare with the cluster of context control-plane (<server>):
      …
        to fix: start the cluster or reach its network; --context NAME names another one, \`kubectl config get-contexts\` lists them
      ",
      }
    `);
    expect((await review(["--context", "none"])).stderr).toMatchInlineSnapshot(`
      "error[argument-value]: kubectl has no context "none"
        where:  the context of kubectl
        to fix: there are: "control-plane"
      "
    `);
    expect((await review([], { KUBECONFIG: `${repository.path}/.empty` })).stderr).toMatchInlineSnapshot(`
      "error[argument-missing]: kubectl has no current context, so nobody knows which cluster is meant
        where:  the command's arguments
        to fix: name one, --context NAME; \`kubectl config get-contexts\` lists them
      "
    `);
    expect((await review([], { PATH: "" })).stderr).toMatchInlineSnapshot(`
      "error[kubectl-missing]: there is no kubectl on PATH
        where:  PATH
        to fix: install it: https://kubernetes.io/docs/tasks/tools/
      "
    `);
  });
});
