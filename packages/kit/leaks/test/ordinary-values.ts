import { seededRandom, type SeededRandom } from "./seeded-random.ts";

const hex = "0123456789abcdef";
const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const words =
  "orders payments gateway checkout catalog search frontend backend worker scheduler prod staging eu-west-1 primary replica " +
  "cache queue events metrics admin internal public api web mail report invoice customer session analytics inventory";

/** A name and a value that is not a secret, as manifests have them. */
export interface OrdinaryValue {
  readonly sort: string;
  readonly name: string;
  readonly value: string;
}

/** What stands in ordinary manifests beside secrets: much of it is random, long, or named like one. */
export function ordinaryValues(count: number, seed: number): OrdinaryValue[] {
  const random = seededRandom(seed);
  const all = Object.entries(sorts);
  return Array.from({ length: count }, () => {
    const [sort, make] = random.oneOf(all);
    const [name, value] = make(random);
    return { sort, name, value };
  });
}

const word = (random: SeededRandom): string => random.oneOf(words.split(" "));
const name = (random: SeededRandom): string =>
  Array.from({ length: 2 + random.below(3) }, () => word(random)).join("-");
const host = (random: SeededRandom): string =>
  `${name(random)}.${random.oneOf(["example.com", "svc.cluster.local", "corp.example.org"])}`;
const uuid = (random: SeededRandom): string => [8, 4, 4, 4, 12].map((size) => random.text(hex, size)).join("-");
const hashed = (random: SeededRandom): string => `${name(random)}-${random.text("bcdfghkmt2456789", 10)}`;
const lines = (text: string): string => text.match(/.{1,64}/g)!.join("\n");
const pem = (label: string, body: string): string =>
  `-----BEGIN ${label}-----\n${lines(body)}\n-----END ${label}-----\n`;
const account = (random: SeededRandom): string => random.text("123456789", 12);

const sorts: Record<string, (random: SeededRandom) => readonly [name: string, value: string]> = {
  "a name of a Secret": (random) => [
    random.oneOf(
      "existingSecret secretName secret imagePullSecret passwordSecret tlsSecret clientSecretName credentialsSecret".split(
        " ",
      ),
    ),
    random.below(3) === 0 ? hashed(random) : name(random),
  ],
  "a key of a Secret": (random) => [
    random.oneOf(
      "passwordKey secretKey tokenKey key userPasswordKey existingSecretPasswordKey adminPasswordKey".split(" "),
    ),
    random.oneOf([
      "postgres-password",
      "DATABASE_PASSWORD",
      "tls.key",
      "client-secret",
      "mongodb-root-password",
      name(random),
    ]),
  ],
  "a path of a secret": (random) => [
    random.oneOf(
      "PASSWORD_FILE tokenPath DB_PASSWORD secret TOKEN_FILE credentials sslKey privateKey API_KEY".split(" "),
    ),
    random.oneOf(["/etc/secrets/", "/var/run/secrets/kubernetes.io/serviceaccount/", "/run/secrets/", "./config/"]) +
      random.oneOf(["token", "tls.key", "password", name(random)]),
  ],
  "a reference": (random) => [
    random.oneOf("DB_PASSWORD API_KEY token clientSecret JWT_KEY".split(" ")),
    random.oneOf([
      `$(${name(random).replaceAll("-", "_").toUpperCase()})`,
      `\${${name(random).replaceAll("-", "_").toUpperCase()}}`,
      `{{ .Values.${word(random).replaceAll("-", "")}.password }}`,
      `<${name(random)}>`,
      `vault:secret/data/${name(random)}#password`,
      `arn:aws:secretsmanager:eu-west-1:${account(random)}:secret:${name(random)}-${random.text("abcdefXYZ", 6)}`,
      `projects/${name(random)}/secrets/${name(random)}/versions/latest`,
      `op://${word(random)}/${name(random)}/password`,
    ]),
  ],
  "a placeholder": (random) => [
    random.oneOf("DB_PASSWORD API_KEY adminPassword token clientSecret SECRET_KEY_BASE".split(" ")),
    random.oneOf([
      "changeme",
      "change-me-in-production",
      "your-api-key-here",
      "xxxxxxxxxxxxxxxxxxxxxxxx",
      "REPLACE_ME_WITH_A_SECRET",
      "not-a-real-password",
      "placeholder-for-the-token",
      "aaaaaaaaaaaaaaaaaaaaaaaa",
      "0000000000000000",
      "********************",
      "insert-your-token-here",
    ]),
  ],
  "a setting about secrets": (random) =>
    random.oneOf([
      ["passwordPolicy", "strong-with-symbols-and-digits"],
      ["PASSWORD_MIN_LENGTH", "12"],
      ["TOKEN_TTL_SECONDS", "86400"],
      ["tokenReview", "authentication.k8s.io/v1"],
      ["secretProviderClass", name(random)],
      ["TOKEN_ENDPOINT", `https://${host(random)}/oauth2/token`],
      ["token_endpoint_auth_method", "client_secret_basic"],
      ["API_KEY_HEADER", "X-Internal-Api-Key"],
      ["JWT_ALGORITHM", "RS256"],
      ["auth", random.oneOf(["enabled", "basic", "oauth2-proxy-sidecar", `${name(random)}/basic-auth-users`])],
      ["MAX_TOKENS", "4096"],
      ["nginx.ingress.kubernetes.io/auth-secret", `default/${name(random)}`],
      ["vault.hashicorp.com/agent-inject-secret-config", `secret/data/${name(random)}`],
      ["CACHE_KEY_PREFIX", name(random)],
      ["PARTITION_KEY", "customerId"],
      ["sessionCookieName", "__Host-session-id"],
      ["credentialsProvider", "com.amazonaws.auth.WebIdentityTokenCredentialsProvider"],
      ["GOOGLE_APPLICATION_CREDENTIALS", "/var/secrets/google/key.json"],
    ] as const),
  "a checksum": (random) => [
    random.oneOf(
      "checksum/config checksum/secret checksum/secrets rollme/hash configHash PASSWORD_SHA256 gitCommit revision".split(
        " ",
      ),
    ),
    random.text(hex, random.oneOf([40, 64])),
  ],
  "an image": (random) => [
    "image",
    `registry.example.com:5000/${name(random)}:${random.oneOf(["1.2.3", random.text(hex, 40), "v2024.11.0-rc.1"])}@sha256:${random.text(hex, 64)}`,
  ],
  "a digest": (random) => [
    random.oneOf(["digest", "integrity", "IMAGE_DIGEST"]),
    random.oneOf([`sha256:${random.text(hex, 64)}`, `sha512-${random.text(base64, 86)}==`]),
  ],
  "an id": (random) => [
    random.oneOf(
      "uid requestId TENANT_ID CLIENT_ID AZURE_SUBSCRIPTION_ID secretId keyId kms-key-id AWS_KMS_KEY_ID".split(" "),
    ),
    random.oneOf([uuid(random), `arn:aws:kms:eu-west-1:${account(random)}:key/${uuid(random)}`, random.text(hex, 24)]),
  ],
  "an ARN": (random) => [
    random.oneOf("eks.amazonaws.com/role-arn encryptionKey kmsKey SECRET_ARN".split(" ")),
    random.oneOf([
      `arn:aws:iam::${account(random)}:role/${name(random)}`,
      `arn:aws:kms:eu-west-1:${account(random)}:key/${uuid(random)}`,
    ]),
  ],
  "a public key": (random) => [
    random.oneOf("publicKey JWT_PUBLIC_KEY authorized_keys ssh-public-key recipient cosign.pub".split(" ")),
    random.oneOf([
      `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5${random.text(base64, 48)} deploy@example.com`,
      `ssh-rsa AAAAB3NzaC1yc2E${random.text(base64, 360)}== me@example.com`,
      pem("PUBLIC KEY", `MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE${random.text(base64, 86)}==`),
      `age1${random.text("023456789acdefghjklmnpqrstuvwxyz", 58)}`,
      `${random.text(base64, 43)}=`,
    ]),
  ],
  "a certificate": (random) => {
    const chain = Array.from({ length: 1 + random.below(3) }, () =>
      pem("CERTIFICATE", `MIID${random.text(base64, 600)}==`),
    ).join("");
    return random.oneOf([
      ["ca.crt", chain],
      ["tls.crt", chain],
      ["caBundle", Buffer.from(chain).toString("base64")],
      ["certificate-authority-data", Buffer.from(chain).toString("base64")],
    ]);
  },
  "what is encrypted": (random) => [
    random.oneOf("API_TOKEN DB_PASSWORD database-url client-secret cert".split(" ")),
    random.oneOf([
      `ENC[AES256_GCM,data:${random.text(base64, 40)},iv:${random.text(base64, 43)}=,tag:${random.text(base64, 22)}==,type:str]`,
      Buffer.concat([Buffer.from([2, 0]), random.bytes(512 + 16 + random.below(200))]).toString("base64"),
      pem("AGE ENCRYPTED FILE", random.text(base64, 300)),
      pem("PGP MESSAGE", random.text(base64, 500)),
    ]),
  ],
  "a host or an address": (random) => [
    random.oneOf("DB_HOST FRONTEND_URL ISSUER REDIS_URL AUTH_URL KEYCLOAK_URL SENTRY_DSN DATABASE_URL".split(" ")),
    random.oneOf([
      host(random),
      `https://${host(random)}/realms/${name(random)}?client=${name(random)}&state=${uuid(random)}`,
      `redis://${host(random)}:6379/0`,
      `postgresql://${word(random)}@${host(random)}:5432/${word(random)}?sslmode=require`,
      `postgresql://shop:$(DB_PASSWORD)@${host(random)}/shop`,
      `postgresql://user:password@${host(random)}/db`,
      `mailto:${word(random)}@example.com`,
      `git@github.com:example/${name(random)}.git`,
      `https://${host(random)}:8443/@${word(random)}/${name(random)}`,
    ]),
  ],
  "a flag": (random) => [
    `FEATURE_${word(random).replaceAll("-", "_").toUpperCase()}`,
    random.oneOf(["true", "false", "on", "25%", "v2", name(random)]),
  ],
  "a class or module": (random) => [
    random.oneOf("TOKEN_PROVIDER class driverClassName AUTHENTICATOR secretsManager JAVA_OPTS".split(" ")),
    random.oneOf([
      "org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager",
      "com.zaxxer.hikari.HikariDataSource",
      "-XX:MaxRAMPercentage=75 -Djava.security.egd=file:/dev/./urandom",
      "io.confluent.kafka.serializers.KafkaAvroSerializer",
    ]),
  ],
  "a text in base64": (random) => [
    "binaryData.txt",
    Buffer.from(`LOG_LEVEL: INFO\nhost: ${host(random)}\nport: 8080\n`).toString("base64"),
  ],
  "a pod's name": (random) => [
    random.oneOf(["POD_NAME", "hostname", "target"]),
    `${name(random)}-${random.text("bcdf2456789", 9)}-${random.text("bcdfghjklmnpqrstvwxz2456789", 5)}`,
  ],
  "a time": (random) => [
    random.oneOf(["rotatedAt", "TOKEN_EXPIRES", "kubectl.kubernetes.io/restartedAt", "lastRotatedToken"]),
    `2026-0${1 + random.below(9)}-1${random.below(10)}T0${random.below(10)}:15:30.${random.text("0123456789", 6)}Z`,
  ],
  "a script": (random) => [
    random.oneOf(["init.sh", "command", "run"]),
    random.oneOf([
      `PGPASSWORD="$DB_PASSWORD" psql -h ${host(random)} -U ${word(random)}`,
      `mysqldump -h ${host(random)} -u backup -p"$MYSQL_PASSWORD" --all-databases`,
      `mkdir -p /var/lib/${name(random)} && exec ${word(random)} --token-file /etc/token`,
      `curl -H "Authorization: Bearer $(cat /var/run/secrets/kubernetes.io/serviceaccount/token)" https://${host(random)}`,
      `redis-cli -a "$REDIS_PASSWORD" ping`,
      `if [ -z "$TOKEN" ]; then echo "token is missing, see the documentation of ${name(random)}"; exit 1; fi`,
      `kubectl create secret generic ${name(random)} --from-literal=password="$PASSWORD"`,
    ]),
  ],
};
