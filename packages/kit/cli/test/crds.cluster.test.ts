// Needs the control plane's programs: `pnpm test:cluster`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { missingDefinitions, verify } from "@kit/rehearse";
import { startControlPlane } from "@kit/control-plane";
import { readAllRendered, usedDefinitions } from "@kit/repository";
import { runScript, temporaryRepository } from "@kit/testing";
import { expect, test } from "vitest";

const spec = { type: "object", properties: { mode: { type: "string", enum: ["Full"] } } };
const versions = [
  { name: "v1", served: true, storage: true, schema: { openAPIV3Schema: { type: "object", properties: { spec } } } },
];
const definition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "backups.example.com" },
  spec: {
    group: "example.com",
    scope: "Namespaced",
    names: { kind: "Backup", plural: "backups" },
    // Nobody answers it here.
    conversion: {
      strategy: "Webhook",
      webhook: { conversionReviewVersions: ["v1"], clientConfig: { url: "https://localhost:1/convert" } },
    },
    versions,
  },
};

test("an API server is given the repository's own definitions, and judges their objects", async () => {
  using repository = temporaryRepository({ "crds.json": JSON.stringify(definition) });
  const added = await runScript("crds", { cwd: repository.path, args: ["add", "crds.json"] });
  expect(added.exitCode).toBe(0);
  const kept = readFileSync(join(repository.path, "packages/definitions/example.com/Backup.json"), "utf8");
  expect(JSON.parse(kept)).toEqual(definition);

  const manifests = readAllRendered(new Map(["Full", "None"].map((mode) => [`${mode}.yaml`, backup(mode)])));
  const prepare = { env: process.env, onProgress: () => {} };
  const definitions = await missingDefinitions(manifests, prepare, usedDefinitions(repository.path, manifests));
  await using cluster = await startControlPlane({ env: process.env });
  const refusals = await verify({ cluster, manifests, definitions, base: undefined });
  expect(refusals.map(({ where }) => where)).toEqual(["None.yaml"]);
});

function backup(mode: string): string {
  const name = mode.toLowerCase();
  return `apiVersion: example.com/v1\nkind: Backup\nmetadata:\n  name: ${name}\n  namespace: default\nspec:\n  mode: ${mode}\n`;
}
