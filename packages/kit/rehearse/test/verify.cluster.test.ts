// Needs the control plane's programs: `pnpm test:cluster`.
import { startControlPlane } from "@kit/control-plane";
import { filesBelow, repositoryRoot } from "@kit/testing";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { formatVerdicts, verify, type Manifest, type ManifestData } from "../src/index.ts";

function manifest(where: string, text: string): Manifest {
  return { where, text, data: load(text) as ManifestData };
}

/** The committed objects of an environment, with one file edited. */
function objects(id: string, file = "", edit: (text: string) => string = (text) => text): Manifest[] {
  const files = [...filesBelow(repositoryRoot, `generated/rendered/${id}`)];
  return files.map(([path, text]) => manifest(path, path.endsWith(`/${file}`) ? edit(text) : text));
}

async function refusalsOf(manifests: Manifest[], base?: { ref: string; manifests: Manifest[] }): Promise<string> {
  await using cluster = await startControlPlane({ env: process.env });
  const refusals = await verify({ request: cluster.request, manifests, base });
  return formatVerdicts([{ environment: "prod", objects: manifests.length, refusals }]);
}

const deployment = "18-deployment-backend.yaml";

test.for(["dev", "prod", "two-tier/dev", "two-tier/prod"])("%s is taken as it is", async (id) => {
  expect(await refusalsOf(objects(id))).toMatch(/^prod: \d+ objects, all taken; applied again, nothing changes\n$/);
});

test("unknown and duplicate fields are refused, which kubectl only warns of", async () => {
  const unknown = objects("prod", deployment, (text) => text.replace("replicas: 2", "replica: 2"));
  const duplicate = objects("prod").map((one) =>
    one.where.endsWith(deployment)
      ? { ...one, text: one.text.replace("  replicas: 2", "  replicas: 2\n  replicas: 3") }
      : one,
  );
  expect(await refusalsOf(unknown)).toMatchInlineSnapshot(`
    "prod: 13 objects, 1 refused
      Deployment todo-app/backend, apply: failed to create typed patch object (todo-app/backend; apps/v1, Kind=Deployment): .spec.replica: field not declared in schema
        where: generated/rendered/prod/18-deployment-backend.yaml
    "
  `);
  expect(await refusalsOf(duplicate)).toMatchInlineSnapshot(`
    "prod: 13 objects, 1 refused
      Deployment todo-app/backend, apply: error strict decoding YAML: error converting YAML to JSON: yaml: unmarshal errors:
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
    "prod: 13 objects, 1 refused
      Deployment todo-app/backend, apply over main: Deployment.apps "backend" is invalid: spec.selector: Invalid value: {"matchLabels":{"app":"backend","tier":"api"}}: field is immutable
        where: generated/rendered/prod/18-deployment-backend.yaml
    "
  `);
});

test("pods that the namespace's Pod Security refuses are found behind their Deployment", async () => {
  const manifests = objects("prod", deployment, (text) => text.replace("runAsNonRoot: true", "runAsNonRoot: false"));
  expect(await refusalsOf(manifests)).toMatchInlineSnapshot(`
    "prod: 13 objects, 1 refused
      Deployment todo-app/backend, its pods: pods "backend-verify" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false)
        where: generated/rendered/prod/18-deployment-backend.yaml
    "
  `);
});

test("a NodePort that two environments of one cluster claim", async () => {
  const moved = objects("two-tier/dev").filter(({ data }) => data.kind === "Service");
  expect(await refusalsOf([...objects("dev"), ...moved])).toMatchInlineSnapshot(`
    "prod: 11 objects, 1 refused
      Service default/todo-frontend, apply: Service "todo-frontend" is invalid: spec.ports[0].nodePort: Invalid value: 30000: provided port is already allocated
        where: generated/rendered/two-tier/dev/13-service-todo-frontend.yaml
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
    "prod: 1 object, 1 refused
      Thing one, apply: the API server does not serve Thing in example.com/v1, and no CustomResourceDefinition here adds it
        where: thing.yaml
    "
  `);
  expect(await refusalsOf([definition, thing])).toBe("prod: 2 objects, all taken; applied again, nothing changes\n");
});
