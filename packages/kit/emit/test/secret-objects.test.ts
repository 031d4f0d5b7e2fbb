import {
  anyText,
  defineEnvironment,
  defineSecret,
  defineService,
  environmentSchema,
  externalSecrets,
  sealedSecret,
  sopsFile,
  tlsSecret,
  type Environment,
  type KubeObject,
} from "@kit/model";
import { Secret } from "kubernetes-models/v1/Secret";
import { describe, expect, test } from "vitest";
import { emit } from "../src/index.ts";

const cluster = {
  id: "one",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
};
const key = { description: "a key", consumers: ["cart"], value: anyText() };
const cartSecret = defineSecret({
  name: "cart-secret",
  provider: "team",
  labels: { app: "cart" },
  keys: { TOKEN: key, "api-key": key },
});
const store = { kind: "ClusterSecretStore", name: "vault" } as const;
const sealed = Buffer.concat([Buffer.from([1, 0]), Buffer.alloc(256, 7), Buffer.alloc(20, 9)]).toString("base64");

/** The objects and patches that are emitted for an environment. */
function emitted(change: Partial<Environment>, resources: readonly KubeObject[] = []): Record<string, string> {
  const environment = defineEnvironment<Environment>({
    id: "dev",
    environment: "development",
    namespace: "dev",
    cluster,
    ...change,
  });
  const definition = defineService<Environment>({ resources });
  const services = [{ name: "cart", where: "packages/shop/cart", definition }];
  const where = "packages/shop/environments";
  const schema = environmentSchema({});
  const files = emit([{ name: "shop", where, schema, services, environments: [environment] }]).files;
  return Object.fromEntries([...files].filter(([path]) => !/\/(kustomization|namespace)\.yaml$/.test(path)));
}

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

describe("an ExternalSecret", () => {
  test("with what the operator would add", () => {
    expect(emitted({ secrets: [cartSecret, tlsSecret("a.example.com")], secretSource: externalSecrets({ store }) }))
      .toMatchInlineSnapshot(`
      {
        "environments/dev/externalsecret-cart-secret.yaml": "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
      apiVersion: external-secrets.io/v1
      kind: ExternalSecret
      metadata:
        name: cart-secret
        labels:
          app: cart
      spec:
        refreshInterval: "1h"
        secretStoreRef:
          kind: ClusterSecretStore
          name: vault
        target:
          name: cart-secret
          creationPolicy: Owner
          deletionPolicy: Retain
        data:
        - secretKey: TOKEN
          remoteRef:
            key: dev/cart-secret
            property: TOKEN
            conversionStrategy: Default
            decodingStrategy: None
            metadataPolicy: None
        - secretKey: api-key
          remoteRef:
            key: dev/cart-secret
            property: api-key
            conversionStrategy: Default
            decodingStrategy: None
            metadataPolicy: None
      ",
      }
    `);
  });

  test("as its source says, of another type", () => {
    const secretSource = externalSecrets({
      store: { kind: "SecretStore", name: "vault" },
      refreshInterval: "15m",
      remoteRef: (secret, name) => ({ key: `shop/${secret}/${name}`, version: "3" }),
      labels: (secret) => ({ tier: secret }),
      nullBytePolicy: "Ignore",
    });
    const certificate = { ...tlsSecret("a.example.com"), provider: "team" } as const;
    expect(emitted({ secrets: [certificate], secretSource })).toMatchInlineSnapshot(`
      {
        "environments/dev/externalsecret-a-example-com-tls.yaml": "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
      apiVersion: external-secrets.io/v1
      kind: ExternalSecret
      metadata:
        name: a-example-com-tls
        labels:
          tier: a-example-com-tls
      spec:
        refreshInterval: "15m"
        secretStoreRef:
          kind: SecretStore
          name: vault
        target:
          name: a-example-com-tls
          creationPolicy: Owner
          deletionPolicy: Retain
          template:
            engineVersion: v2
            mergePolicy: Replace
            type: kubernetes.io/tls
            metadata:
              labels:
                tier: a-example-com-tls
        data:
        - secretKey: tls.crt
          remoteRef:
            key: shop/a-example-com-tls/tls.crt
            version: "3"
            conversionStrategy: Default
            decodingStrategy: None
            metadataPolicy: None
            nullBytePolicy: Ignore
        - secretKey: tls.key
          remoteRef:
            key: shop/a-example-com-tls/tls.key
            version: "3"
            conversionStrategy: Default
            decodingStrategy: None
            metadataPolicy: None
            nullBytePolicy: Ignore
      ",
      }
    `);
  });

  test("in production where nothing is said", () => {
    const files = emitted({ environment: "production", secrets: [cartSecret] });
    expect(Object.values(files)[0]).toContain("kind: ClusterSecretStore\n    name: production\n");
  });

  test("whose source throws", () => {
    const secretSource = externalSecrets({
      store,
      remoteRef: () => {
        throw new Error("no such key");
      },
    });
    expect(messageOf(() => emitted({ secrets: [cartSecret], secretSource }))).toMatchInlineSnapshot(`
      "error[package-threw]: the source of cart-secret threw Error: no such key
        where:  environment "dev"
        to fix: correct its remoteRef or labels: both get the Secret's name, remoteRef the key too"
    `);
  });
});

test("a SealedSecret", () => {
  const secretSource = sealedSecret(cartSecret, { "api-key": sealed, TOKEN: sealed });
  const files = emitted({ secrets: [cartSecret], secretSource });
  expect(Object.values(files).map((text) => text.replaceAll(sealed, "<sealed>"))).toMatchInlineSnapshot(`
    [
      "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the package and build.
    apiVersion: bitnami.com/v1alpha1
    kind: SealedSecret
    metadata:
      name: cart-secret
      labels:
        app: cart
    spec:
      encryptedData:
        TOKEN: <sealed>
        api-key: <sealed>
      template:
        type: Opaque
        metadata:
          labels:
            app: cart
    ",
    ]
  `);
});

test("nothing for what comes otherwise", () => {
  expect(emitted({ secrets: [cartSecret] })).toEqual({});
  expect(emitted({ secrets: [cartSecret], secretSource: sopsFile(cartSecret, "cart.enc.yaml") })).toEqual({});
});

describe("a Secret in a package is refused, and not shown", () => {
  const secret = new Secret({ metadata: { name: "cart-secret" }, stringData: { TOKEN: "hunter2hunter2" } });

  test("of a service", () => {
    expect(messageOf(() => emitted({}, [secret]))).toMatchInlineSnapshot(`
      "error[secret-plain]: Secret "cart-secret" is in a package, and no Secret may be in the repository
        where:  packages/shop/cart
        to fix: write its contract, defineSecret({…}), and say with secretSource where its values come from"
    `);
  });

  test("of an environment", () => {
    expect(messageOf(() => emitted({ objects: [secret] }))).toMatchInlineSnapshot(`
      "error[secret-plain]: Secret "cart-secret" is in a package, and no Secret may be in the repository
        where:  packages/shop/environments
        to fix: write its contract, defineSecret({…}), and say with secretSource where its values come from"
    `);
  });
});
