// Needs the control plane's programs: `pnpm test:cluster`.
import { startControlPlane } from "@kit/control-plane";
import { exampleRoot, filesBelow } from "@kit/testing";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { formatVerdicts, missingDefinitions, verify, type Manifest, type ManifestData } from "../src/index.ts";

function manifest(where: string, text: string): Manifest {
  return { where, text, data: load(text) as ManifestData };
}

/** The committed objects of an environment, with one file edited. */
function objects(id: string, file = "", edit: (text: string) => string = (text) => text): Manifest[] {
  const files = [...filesBelow(exampleRoot, `generated/rendered/${id}`)];
  return files.map(([path, text]) => manifest(path, path.endsWith(`/${file}`) ? edit(text) : text));
}

async function refusalsOf(manifests: Manifest[], base?: { ref: string; manifests: Manifest[] }): Promise<string> {
  const definitions = await missingDefinitions(manifests, options);
  await using cluster = await startControlPlane({ env: process.env });
  const refusals = await verify({ cluster, manifests, definitions, base });
  // How many objects the environments have is not what is tested.
  const text = formatVerdicts([{ environment: "prod", objects: manifests.length, refusals }]);
  return text.replace(/^prod: \d+ objects?/, "prod");
}

const options = { env: process.env, onProgress: console.error };
const deployment = "18-deployment-backend.yaml";

test.for(["dev", "prod", "stall/dev", "stall/prod"])("%s is taken as it is", async (id) => {
  expect(await refusalsOf(objects(id))).toMatch(/^prod, all taken; applied again, nothing changes\n$/);
});

test("unknown and duplicate fields are refused, which kubectl only warns of", async () => {
  const unknown = objects("prod", deployment, (text) => text.replace("replicas: 2", "replica: 2"));
  const duplicate = objects("prod").map((one) =>
    one.where.endsWith(deployment)
      ? { ...one, text: one.text.replace("  replicas: 2", "  replicas: 2\n  replicas: 3") }
      : one,
  );
  expect(await refusalsOf(unknown)).toMatchInlineSnapshot(`
    "prod, 1 refused
      Deployment shop/backend, apply: failed to create typed patch object (shop/backend; apps/v1, Kind=Deployment): .spec.replica: field not declared in schema
        where: generated/rendered/prod/18-deployment-backend.yaml
    "
  `);
  expect(await refusalsOf(duplicate)).toMatchInlineSnapshot(`
    "prod, 1 refused
      Deployment shop/backend, apply: error strict decoding YAML: error converting YAML to JSON: yaml: unmarshal errors:
      line 12: key "replicas" already set in map
        where: generated/rendered/prod/18-deployment-backend.yaml
    "
  `);
});

test("a field that cannot be changed in place shows against the base", async () => {
  const manifests = objects("prod", deployment, (text) =>
    text.replace("matchLabels:\n      app: backend", "matchLabels:\n      app: backend\n      tier: api"),
  );
  expect(await refusalsOf(manifests)).toMatch(/all taken/);
  expect(await refusalsOf(manifests, { ref: "main", manifests: objects("prod") })).toMatchInlineSnapshot(`
    "prod, 1 refused
      Deployment shop/backend, apply over main: Deployment.apps "backend" is invalid: spec.selector: Invalid value: {"matchLabels":{"app":"backend","tier":"api"}}: field is immutable
        where: generated/rendered/prod/18-deployment-backend.yaml
    "
  `);
});

test("pods that the namespace's Pod Security refuses are found behind their Deployment", async () => {
  const manifests = objects("prod", deployment, (text) => text.replace("runAsNonRoot: true", "runAsNonRoot: false"));
  expect(await refusalsOf(manifests)).toMatchInlineSnapshot(`
    "prod, 1 refused
      Deployment shop/backend, its pods: pods "backend-verify" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false)
        where: generated/rendered/prod/18-deployment-backend.yaml
    "
  `);
});

test("a NodePort that two environments of one cluster claim", async () => {
  const moved = objects("stall/dev").filter(({ data }) => data.kind === "Service");
  expect(await refusalsOf([...objects("dev"), ...moved])).toMatchInlineSnapshot(`
    "prod, 1 refused
      Service default/shop-page, apply: Service "shop-page" is invalid: spec.ports[0].nodePort: Invalid value: 30000: provided port is already allocated
        where: generated/rendered/stall/dev/13-service-shop-page.yaml
    "
  `);
});

test("kinds that the server does not serve, and those that a definition adds", async () => {
  const thing = manifest("thing.yaml", "apiVersion: example.com/v1\nkind: Thing\nmetadata:\n  name: one\n");
  const schema = { openAPIV3Schema: { type: "object" } };
  const definition = manifest(
    "definition.yaml",
    JSON.stringify({
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: "things.example.com" },
      spec: {
        group: "example.com",
        names: { kind: "Thing", plural: "things" },
        scope: "Namespaced",
        versions: [{ name: "v1", served: true, storage: true, schema }],
      },
    }),
  );
  expect(await refusalsOf([thing])).toMatchInlineSnapshot(`
    "prod, 1 refused
      Thing one, apply: the API server does not serve Thing in example.com/v1, and no CustomResourceDefinition here adds it
        where: thing.yaml
    "
  `);
  expect(await refusalsOf([definition, thing])).toBe("prod, all taken; applied again, nothing changes\n");
});

const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: prod
  namespace: argocd
spec:
  project: default
  destination:
    server: https://kubernetes.default.svc
  source:
    repoURL: https://git.example.com/manifests
    path: generated/rendered/prod
`;
const externalSecret = `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: app-secrets
  namespace: shop
spec:
  secretStoreRef:
    name: vault
  data:
    - secretKey: DATABASE_URL
      remoteRef:
        key: todo/database
`;

function both(edit = (text: string) => text): Manifest[] {
  return [manifest("application.yaml", edit(application)), manifest("external-secret.yaml", edit(externalSecret))];
}

describe("custom resources that nobody defines here", () => {
  test("are judged by their projects' definitions", async () => {
    const misspelt = both((text) => text.replace("repoURL", "repoUrl").replace("remoteRef", "remoteref"));
    const definitions = await missingDefinitions(both(), options);
    expect(definitions.map(({ metadata }) => metadata.name)).toEqual([
      "applications.argoproj.io",
      "externalsecrets.external-secrets.io",
    ]);
    expect(await refusalsOf(both())).toBe("prod, all taken; applied again, nothing changes\n");
    expect(await refusalsOf(misspelt)).toMatchInlineSnapshot(`
      "prod, 2 refused
        Application argocd/prod, apply: failed to create typed patch object (argocd/prod; argoproj.io/v1alpha1, Kind=Application): .spec.source.repoUrl: field not declared in schema
          where: application.yaml
        ExternalSecret shop/app-secrets, apply: failed to create typed patch object (shop/app-secrets; external-secrets.io/v1, Kind=ExternalSecret): .spec.data[0].remoteref: field not declared in schema
          where: external-secret.yaml
      "
    `);
  });

  test("but not where the objects bring a definition themselves, or need none", async () => {
    const own = manifest(
      "definition.yaml",
      JSON.stringify({
        apiVersion: "apiextensions.k8s.io/v1",
        kind: "CustomResourceDefinition",
        metadata: { name: "applications.argoproj.io" },
        spec: { group: "argoproj.io", names: { kind: "Application", plural: "applications" } },
      }),
    );
    const [first] = both();
    expect(await missingDefinitions([own, first!], options)).toEqual([]);
    expect(await missingDefinitions(objects("dev"), options)).toEqual([]);
  });
});
