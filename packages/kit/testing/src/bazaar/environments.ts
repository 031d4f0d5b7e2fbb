/** The package `environments` of `bazaar`. */
export const environments = `import {
  defineCluster,
  defineEnvironment,
  defineSecret,
  defineSystem,
  environmentSchema,
  minLength,
  exposure,
  externalSecrets,
  integer,
  oneOf,
  perService,
  publicUrl,
  quantity,
  restrictedNamespace,
  tlsSecret,
  type EnvironmentOf,
} from "typed-manifests";

const schema = environmentSchema({
  shopUrl: publicUrl(),
  logLevel: oneOf("debug", "info", "warn"),
  replicas: integer(1, 10),
  databaseSize: quantity(),
  exposure: perService(["storefront"], exposure()),
});
export type BazaarEnvironment = EnvironmentOf<typeof schema>;

export const databaseSecret = defineSecret({
  name: "database",
  provider: "team",
  keys: {
    POSTGRES_PASSWORD: {
      description: "password of the database",
      consumers: ["database", "catalog", "checkout", "reviews", "report"],
      value: minLength(20),
    },
  },
});
export const mailSecret = defineSecret({
  name: "mail",
  provider: "team",
  keys: { SMTP_PASSWORD: { description: "password of the mail relay", consumers: ["mailer"], value: minLength(12) } },
});
const secrets = [databaseSecret, mailSecret];

function cluster(name: string, count: number) {
  return defineCluster({
    id: \`bazaar-\${name}\`,
    nodes: [{ count, cpu: "8", memory: "16Gi" }],
    reserve: { cpu: "500m", memory: "1Gi" },
    target: 80,
    ingressController: { namespace: "ingress-nginx", podLabels: { "app.kubernetes.io/name": "ingress-nginx" } },
  });
}

const dev = defineEnvironment<BazaarEnvironment>({
  id: "dev",
  environment: "development",
  namespace: "bazaar-dev",
  cluster: cluster("dev", 1),
  shopUrl: "http://localhost:30080",
  logLevel: "debug",
  replicas: 1,
  databaseSize: "1Gi",
  exposure: { storefront: { type: "NodePort", nodePort: 30080 } },
  objects: [restrictedNamespace("bazaar-dev")],
  secrets,
});

function deployed(id: string, environment: "staging" | "production", host: string, size: "3" | "5") {
  const namespace = environment === "staging" ? "bazaar-staging" : "bazaar";
  return defineEnvironment<BazaarEnvironment>({
    id,
    environment,
    namespace,
    cluster: cluster(id.replace("prod-", ""), Number(size)),
    shopUrl: \`https://\${host}\`,
    logLevel: environment === "staging" ? "info" : "warn",
    replicas: environment === "staging" ? 1 : 2,
    databaseSize: environment === "staging" ? "10Gi" : "50Gi",
    exposure: { storefront: { type: "Ingress", host } },
    objects: [restrictedNamespace(namespace)],
    secrets: [...secrets, tlsSecret(host)],
    secretSource: externalSecrets({
      store: { kind: "ClusterSecretStore", name: "vault" },
      remoteRef: (secret, key) => ({ key: \`bazaar/\${id}/\${secret}\`, property: key }),
    }),
  });
}

export default defineSystem({
  schema,
  environments: [
    dev,
    deployed("staging", "staging", "staging.bazaar.example.com", "3"),
    deployed("prod-eu", "production", "eu.bazaar.example.com", "5"),
    deployed("prod-us", "production", "us.bazaar.example.com", "5"),
  ],
});
`;
