import { drawing, type Drawing } from "./drawing.ts";

const hex = "0123456789abcdef";
const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const words =
  "orders payments gateway checkout catalog search frontend backend worker scheduler prod staging eu-west-1 primary replica " +
  "cache queue events metrics admin internal public api web mail report invoice customer session analytics inventory";

/** A name and a value that is no secret, as manifests have them. */
export interface OrdinaryValue {
  readonly sort: string;
  readonly name: string;
  readonly value: string;
}

/** What stands in ordinary manifests beside secrets: much of it is random, long, or named like one. */
export function ordinaryValues(count: number, seed: number): OrdinaryValue[] {
  const draw = drawing(seed);
  const all = Object.entries(sorts);
  return Array.from({ length: count }, () => {
    const [sort, make] = draw.oneOf(all);
    const [name, value] = make(draw);
    return { sort, name, value };
  });
}

const word = (draw: Drawing): string => draw.oneOf(words.split(" "));
const name = (draw: Drawing): string => Array.from({ length: 2 + draw.below(3) }, () => word(draw)).join("-");
const host = (draw: Drawing): string =>
  `${name(draw)}.${draw.oneOf(["example.com", "svc.cluster.local", "corp.example.org"])}`;
const uuid = (draw: Drawing): string => [8, 4, 4, 4, 12].map((size) => draw.text(hex, size)).join("-");
const hashed = (draw: Drawing): string => `${name(draw)}-${draw.text("bcdfghkmt2456789", 10)}`;
const lines = (text: string): string => text.match(/.{1,64}/g)!.join("\n");
const pem = (label: string, body: string): string =>
  `-----BEGIN ${label}-----\n${lines(body)}\n-----END ${label}-----\n`;
const account = (draw: Drawing): string => draw.text("123456789", 12);

const sorts: Record<string, (draw: Drawing) => readonly [name: string, value: string]> = {
  "a name of a Secret": (draw) => [
    draw.oneOf(
      "existingSecret secretName secret imagePullSecret passwordSecret tlsSecret clientSecretName credentialsSecret".split(
        " ",
      ),
    ),
    draw.below(3) === 0 ? hashed(draw) : name(draw),
  ],
  "a key of a Secret": (draw) => [
    draw.oneOf(
      "passwordKey secretKey tokenKey key userPasswordKey existingSecretPasswordKey adminPasswordKey".split(" "),
    ),
    draw.oneOf([
      "postgres-password",
      "DATABASE_PASSWORD",
      "tls.key",
      "client-secret",
      "mongodb-root-password",
      name(draw),
    ]),
  ],
  "a path of a secret": (draw) => [
    draw.oneOf(
      "PASSWORD_FILE tokenPath DB_PASSWORD secret TOKEN_FILE credentials sslKey privateKey API_KEY".split(" "),
    ),
    draw.oneOf(["/etc/secrets/", "/var/run/secrets/kubernetes.io/serviceaccount/", "/run/secrets/", "./config/"]) +
      draw.oneOf(["token", "tls.key", "password", name(draw)]),
  ],
  "a reference": (draw) => [
    draw.oneOf("DB_PASSWORD API_KEY token clientSecret JWT_KEY".split(" ")),
    draw.oneOf([
      `$(${name(draw).replaceAll("-", "_").toUpperCase()})`,
      `\${${name(draw).replaceAll("-", "_").toUpperCase()}}`,
      `{{ .Values.${word(draw).replaceAll("-", "")}.password }}`,
      `<${name(draw)}>`,
      `vault:secret/data/${name(draw)}#password`,
      `arn:aws:secretsmanager:eu-west-1:${account(draw)}:secret:${name(draw)}-${draw.text("abcdefXYZ", 6)}`,
      `projects/${name(draw)}/secrets/${name(draw)}/versions/latest`,
      `op://${word(draw)}/${name(draw)}/password`,
    ]),
  ],
  "a placeholder": (draw) => [
    draw.oneOf("DB_PASSWORD API_KEY adminPassword token clientSecret SECRET_KEY_BASE".split(" ")),
    draw.oneOf([
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
  "a setting about secrets": (draw) =>
    draw.oneOf([
      ["passwordPolicy", "strong-with-symbols-and-digits"],
      ["PASSWORD_MIN_LENGTH", "12"],
      ["TOKEN_TTL_SECONDS", "86400"],
      ["tokenReview", "authentication.k8s.io/v1"],
      ["secretProviderClass", name(draw)],
      ["TOKEN_ENDPOINT", `https://${host(draw)}/oauth2/token`],
      ["token_endpoint_auth_method", "client_secret_basic"],
      ["API_KEY_HEADER", "X-Internal-Api-Key"],
      ["JWT_ALGORITHM", "RS256"],
      ["auth", draw.oneOf(["enabled", "basic", "oauth2-proxy-sidecar", `${name(draw)}/basic-auth-users`])],
      ["MAX_TOKENS", "4096"],
      ["nginx.ingress.kubernetes.io/auth-secret", `default/${name(draw)}`],
      ["vault.hashicorp.com/agent-inject-secret-config", `secret/data/${name(draw)}`],
      ["CACHE_KEY_PREFIX", name(draw)],
      ["PARTITION_KEY", "customerId"],
      ["sessionCookieName", "__Host-session-id"],
      ["credentialsProvider", "com.amazonaws.auth.WebIdentityTokenCredentialsProvider"],
      ["GOOGLE_APPLICATION_CREDENTIALS", "/var/secrets/google/key.json"],
    ] as const),
  "a checksum": (draw) => [
    draw.oneOf(
      "checksum/config checksum/secret checksum/secrets rollme/hash configHash PASSWORD_SHA256 gitCommit revision".split(
        " ",
      ),
    ),
    draw.text(hex, draw.oneOf([40, 64])),
  ],
  "an image": (draw) => [
    "image",
    `registry.example.com:5000/${name(draw)}:${draw.oneOf(["1.2.3", draw.text(hex, 40), "v2024.11.0-rc.1"])}@sha256:${draw.text(hex, 64)}`,
  ],
  "a digest": (draw) => [
    draw.oneOf(["digest", "integrity", "IMAGE_DIGEST"]),
    draw.oneOf([`sha256:${draw.text(hex, 64)}`, `sha512-${draw.text(base64, 86)}==`]),
  ],
  "an id": (draw) => [
    draw.oneOf(
      "uid requestId TENANT_ID CLIENT_ID AZURE_SUBSCRIPTION_ID secretId keyId kms-key-id AWS_KMS_KEY_ID".split(" "),
    ),
    draw.oneOf([uuid(draw), `arn:aws:kms:eu-west-1:${account(draw)}:key/${uuid(draw)}`, draw.text(hex, 24)]),
  ],
  "an ARN": (draw) => [
    draw.oneOf("eks.amazonaws.com/role-arn encryptionKey kmsKey SECRET_ARN".split(" ")),
    draw.oneOf([
      `arn:aws:iam::${account(draw)}:role/${name(draw)}`,
      `arn:aws:kms:eu-west-1:${account(draw)}:key/${uuid(draw)}`,
    ]),
  ],
  "a public key": (draw) => [
    draw.oneOf("publicKey JWT_PUBLIC_KEY authorized_keys ssh-public-key recipient cosign.pub".split(" ")),
    draw.oneOf([
      `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5${draw.text(base64, 48)} deploy@example.com`,
      `ssh-rsa AAAAB3NzaC1yc2E${draw.text(base64, 360)}== me@example.com`,
      pem("PUBLIC KEY", `MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE${draw.text(base64, 86)}==`),
      `age1${draw.text("023456789acdefghjklmnpqrstuvwxyz", 58)}`,
      `${draw.text(base64, 43)}=`,
    ]),
  ],
  "a certificate": (draw) => {
    const chain = Array.from({ length: 1 + draw.below(3) }, () =>
      pem("CERTIFICATE", `MIID${draw.text(base64, 600)}==`),
    ).join("");
    return draw.oneOf([
      ["ca.crt", chain],
      ["tls.crt", chain],
      ["caBundle", Buffer.from(chain).toString("base64")],
      ["certificate-authority-data", Buffer.from(chain).toString("base64")],
    ]);
  },
  "what is encrypted": (draw) => [
    draw.oneOf("API_TOKEN DB_PASSWORD database-url client-secret cert".split(" ")),
    draw.oneOf([
      `ENC[AES256_GCM,data:${draw.text(base64, 40)},iv:${draw.text(base64, 43)}=,tag:${draw.text(base64, 22)}==,type:str]`,
      Buffer.concat([Buffer.from([2, 0]), draw.bytes(512 + 16 + draw.below(200))]).toString("base64"),
      pem("AGE ENCRYPTED FILE", draw.text(base64, 300)),
      pem("PGP MESSAGE", draw.text(base64, 500)),
    ]),
  ],
  "a host or an address": (draw) => [
    draw.oneOf("DB_HOST FRONTEND_URL ISSUER REDIS_URL AUTH_URL KEYCLOAK_URL SENTRY_DSN DATABASE_URL".split(" ")),
    draw.oneOf([
      host(draw),
      `https://${host(draw)}/realms/${name(draw)}?client=${name(draw)}&state=${uuid(draw)}`,
      `redis://${host(draw)}:6379/0`,
      `postgresql://${word(draw)}@${host(draw)}:5432/${word(draw)}?sslmode=require`,
      `postgresql://shop:$(DB_PASSWORD)@${host(draw)}/shop`,
      `postgresql://user:password@${host(draw)}/db`,
      `mailto:${word(draw)}@example.com`,
      `git@github.com:example/${name(draw)}.git`,
      `https://${host(draw)}:8443/@${word(draw)}/${name(draw)}`,
    ]),
  ],
  "a flag": (draw) => [
    `FEATURE_${word(draw).replaceAll("-", "_").toUpperCase()}`,
    draw.oneOf(["true", "false", "on", "25%", "v2", name(draw)]),
  ],
  "a class or module": (draw) => [
    draw.oneOf("TOKEN_PROVIDER class driverClassName AUTHENTICATOR secretsManager JAVA_OPTS".split(" ")),
    draw.oneOf([
      "org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager",
      "com.zaxxer.hikari.HikariDataSource",
      "-XX:MaxRAMPercentage=75 -Djava.security.egd=file:/dev/./urandom",
      "io.confluent.kafka.serializers.KafkaAvroSerializer",
    ]),
  ],
  "a text in base64": (draw) => [
    "binaryData.txt",
    Buffer.from(`LOG_LEVEL: INFO\nhost: ${host(draw)}\nport: 8080\n`).toString("base64"),
  ],
  "a pod's name": (draw) => [
    draw.oneOf(["POD_NAME", "hostname", "target"]),
    `${name(draw)}-${draw.text("bcdf2456789", 9)}-${draw.text("bcdfghjklmnpqrstvwxz2456789", 5)}`,
  ],
  "a time": (draw) => [
    draw.oneOf(["rotatedAt", "TOKEN_EXPIRES", "kubectl.kubernetes.io/restartedAt", "lastRotatedToken"]),
    `2026-0${1 + draw.below(9)}-1${draw.below(10)}T0${draw.below(10)}:15:30.${draw.text("0123456789", 6)}Z`,
  ],
  "a script": (draw) => [
    draw.oneOf(["init.sh", "command", "run"]),
    draw.oneOf([
      `PGPASSWORD="$DB_PASSWORD" psql -h ${host(draw)} -U ${word(draw)}`,
      `mysqldump -h ${host(draw)} -u backup -p"$MYSQL_PASSWORD" --all-databases`,
      `mkdir -p /var/lib/${name(draw)} && exec ${word(draw)} --token-file /etc/token`,
      `curl -H "Authorization: Bearer $(cat /var/run/secrets/kubernetes.io/serviceaccount/token)" https://${host(draw)}`,
      `redis-cli -a "$REDIS_PASSWORD" ping`,
      `if [ -z "$TOKEN" ]; then echo "token is missing, see the documentation of ${name(draw)}"; exit 1; fi`,
      `kubectl create secret generic ${name(draw)} --from-literal=password="$PASSWORD"`,
    ]),
  ],
};
