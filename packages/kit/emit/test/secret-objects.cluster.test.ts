// Needs the control plane's programs: `pnpm test:cluster`.
import { installDefinitions, prepareDefinitions, startControlPlane } from "@kit/control-plane";
import { anyText, defineSecret, externalSecrets, sealedSecret, tlsSecret, type Environment } from "@kit/model";
import { expect, test } from "vitest";
import { secretObjects } from "../src/secret-objects.ts";

const key = { description: "a key", consumers: ["cart"], value: anyText() };
const opaque = defineSecret({ name: "opaque", provider: "team", labels: { app: "cart" }, keys: { TOKEN: key } });
const tls = { ...tlsSecret("a.example.com"), provider: "team" } as const;
const encrypted = defineSecret({ name: "encrypted", provider: "team", keys: { TOKEN: key } });
const sealed = Buffer.concat([Buffer.from([1, 0]), Buffer.alloc(256, 7), Buffer.alloc(20, 9)]).toString("base64");

const environment = {
  id: "dev",
  environment: "development",
  namespace: "default",
  secrets: [opaque, tls, encrypted],
  secretSource: [
    externalSecrets({ store: { kind: "ClusterSecretStore", name: "production" } }),
    sealedSecret(encrypted, { TOKEN: sealed }),
  ],
} as unknown as Environment;

interface Stored {
  readonly message?: string;
  readonly spec?: object;
}

test("a cluster adds nothing to what its operators read, so that a sync finds no difference", async () => {
  await using cluster = await startControlPlane({ env: process.env });
  const definitions = await prepareDefinitions(["external-secrets.io", "bitnami.com"], {
    env: process.env,
    onProgress: () => {},
  });
  await installDefinitions(cluster, definitions);
  const objects = secretObjects(environment);
  expect(objects.map(({ kind }) => kind)).toEqual(["ExternalSecret", "ExternalSecret", "SealedSecret"]);
  for (const object of objects) {
    const path = `/apis/${object.apiVersion}/namespaces/default/${object.kind.toLowerCase()}s?fieldValidation=Strict`;
    const { status, body } = await cluster.request<Stored>("POST", path, object.toJSON());
    expect({ status, message: body.message, spec: body.spec }).toEqual({
      status: 201,
      message: undefined,
      spec: (object.toJSON() as Stored).spec,
    });
  }
});
