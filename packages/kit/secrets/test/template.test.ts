import { parseEnv } from "node:util";
import { anyText, defineSecret, externalSecrets, secretVariables, sopsFile, tlsSecret } from "@kit/model";
import { expect, test } from "vitest";
import { checkEnvFile, secretTemplate, secretTemplates } from "../src/index.ts";
import { cartSecret, environment, webSecret } from "./shop.ts";

const where = "packages/shop/environments";

test("one for each environment with Secrets", () => {
  const { secrets: _, ...without } = environment;
  const inFolder = { ...environment, id: "shop/prod", secrets: [tlsSecret("shop.example.com")] };
  const templates = secretTemplates([{ where, environments: [environment, without, inFolder] }], new Map());
  expect(Object.fromEntries(templates)).toMatchInlineSnapshot(`
    {
      "secrets/dev.env.example": "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the contracts and build.
    #
    # The values of the Secrets of dev. Copy this to .env.dev, which git ignores, and write the values there:
    #   pnpm secrets check dev --from-env-file .env.dev
    #   pnpm secrets apply dev --from-env-file .env.dev
    # A value with #, spaces or line breaks stands in quotes that it does not have: NAME='…'.

    # connection string of the database
    # must be a postgresql:// or postgres:// URL with a host and a database
    # for cart-secret, key database-url: read by cart
    #   created by hand
    DATABASE_URL=

    # signs sessions
    # must be exactly 43 characters without white space
    # for cart-secret, key session-key: read by cart
    #   created by hand
    # for web-secret, key SESSION_KEY: read by web, admin
    #   created by hand
    SESSION_KEY=

    # key of the mail service
    # must be a text that starts with sk-, without white space
    # for web-secret, key API_KEY: nothing reads it
    #   created by hand
    API_KEY=
    ",
      "secrets/shop/prod.env.example": "# Written by \`pnpm build\` from packages/shop/environments. Do not edit: change the contracts and build.

    # The platform provides these in the namespace of shop/prod, and nothing is to be written for them:
    #   shop-example-com-tls: tls.crt, tls.key
    ",
    }
  `);
});

test("says where the values belong that are not made by hand", () => {
  const store = { kind: "ClusterSecretStore", name: "production" } as const;
  const secretSource = [externalSecrets({ store }), sopsFile(webSecret, "web.enc.yaml")];
  const [[, text]] = secretTemplates([{ where, environments: [{ ...environment, secretSource }] }], new Map()) as [
    [string, string],
  ];
  expect(text).not.toContain("secrets apply");
  expect(text.match(/^# {3}.*/gm)).toEqual([
    "#   pnpm secrets check dev --from-env-file .env.dev",
    "#   from the ClusterSecretStore production, dev/cart-secret, property database-url",
    "#   from the ClusterSecretStore production, dev/cart-secret, property session-key",
    "#   encrypted by SOPS in overlays/dev/web.enc.yaml",
    "#   encrypted by SOPS in overlays/dev/web.enc.yaml",
  ]);
});

test("is an env file that lacks nothing but values", () => {
  const [[, text]] = secretTemplates([{ where, environments: [environment] }], new Map()) as [[string, string]];
  expect(parseEnv(text)).toEqual({ DATABASE_URL: "", SESSION_KEY: "", API_KEY: "" });
  const { findings } = checkEnvFile(text, secretVariables([cartSecret, webSecret]));
  expect(findings.map(({ message }) => message.replace(/:.*/, ""))).toEqual(Array(3).fill("has no value"));
});

test("says who reads a key, where its contract does not", () => {
  const value = anyText();
  const secret = defineSecret({
    name: "shared",
    provider: "team",
    keys: {
      A: { description: "a", value },
      B: { description: "b", value },
      C: { description: "c", value, consumers: [] },
    },
  });
  const readers = [
    { service: "cart", secret: "shared", key: "A" },
    { service: "web", secret: "shared", key: undefined },
    { service: "web", secret: "shared", key: "A" },
    { service: "admin", secret: "another", key: "B" },
  ];
  const text = secretTemplate({ ...environment, secrets: [secret] }, where, readers);
  expect(text.match(/^# for .*/gm)).toEqual([
    "# for shared, key A: read by cart, web",
    "# for shared, key B: read by web",
    "# for shared, key C: nothing reads it",
  ]);
});
