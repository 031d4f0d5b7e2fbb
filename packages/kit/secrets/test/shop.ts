import { defineSecret, exactLength, postgresUrl, startsWith, type Environment } from "@kit/model";
import { exampleSystem } from "@kit/testing";

/** A 43-character key, as `openssl rand` would make it, and no secret. */
export const sessionKey = "Zm9yIHRlc3RzIG9ubHkgLSBub3QgYSByZWFsIGtleSE";
export const databaseUrl = ["postgresql://shop", "c0rrect-h0rse@db.example.com/shop"].join(":");
export const apiKey = ["sk", "test", "4f9a1c77d2e84b0"].join("-");

export const cartSecret = defineSecret({
  name: "cart-secret",
  provider: "team",
  labels: { app: "cart" },
  keys: {
    "database-url": { description: "connection string of the database", consumers: ["cart"], value: postgresUrl() },
    "session-key": { description: "signs sessions", consumers: ["cart"], value: exactLength(43) },
  },
});

export const webSecret = defineSecret({
  name: "web-secret",
  provider: "team",
  keys: {
    SESSION_KEY: { description: "signs sessions", consumers: ["web", "admin"], value: exactLength(43) },
    API_KEY: { description: "key of the mail service", consumers: [], value: startsWith("sk-") },
  },
});

export const environment: Environment = {
  id: "dev",
  environment: "development",
  namespace: "dev",
  cluster: {
    id: "shop",
    nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
    reserve: { cpu: "1", memory: "2Gi" },
    target: 70,
  },
  secrets: [cartSecret, webSecret],
};

/** An env file with a valid value for each variable. */
export const envFile = `DATABASE_URL=${databaseUrl}\nSESSION_KEY=${sessionKey}\nAPI_KEY=${apiKey}\n`;

const contracts = `
const appSecret = defineSecret({
  name: "app-secret",
  provider: "team",
  labels: { app: "cart" },
  keys: {
    "database-url": { description: "connection string of the database", consumers: ["cart"], value: postgresUrl() },
    SESSION_KEY: { description: "signs sessions", consumers: ["cart"], value: exactLength(43) },
    "ca.crt": { description: "whom to trust", consumers: ["cart"], value: anyText() },
  },
});
`;

/**
 * The example system with a Secret in both environments, and what `pnpm secrets` reads of a build.
 *
 * @param source The `secretSource` of both. Default: none is given.
 * @param belonging What their cluster says besides, such as `context: "kind"`. Default: nothing.
 */
export function shopWithSecrets(source = "", belonging = ""): Record<string, string> {
  const files = exampleSystem();
  const entry = "packages/shop/environments/src/index.ts";
  const given = `  secrets: [appSecret, tlsSecret("shop.example.com")],\n${source === "" ? "" : `  secretSource: ${source},\n`}`;
  const text = `import { ${names.join(", ")} } from "typed-manifests";\n${files[entry]!}`
    .replace("defineCluster({", () => `defineCluster({ ${belonging === "" ? "" : `${belonging},`}`)
    .replace("const schema", () => `${contracts}\nconst schema`)
    .replaceAll(/^ {2}frontendUrl: "http.*$/gm, (line) => `${line}\n${given}`.trimEnd());
  return { ...files, [entry]: text, ...rendered("dev"), ...rendered("prod") };
}

const names = [
  "anyText",
  "secretsByHand",
  "defineSecret",
  "exactLength",
  "externalSecrets",
  "postgresUrl",
  "sealedSecret",
  "sopsFile",
  "tlsSecret",
];

function rendered(id: string): Record<string, string> {
  return {
    [`generated/rendered/${id}/10-configmap-cart-config.yaml`]: `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cart-config\n  namespace: ${id}\n`,
  };
}
