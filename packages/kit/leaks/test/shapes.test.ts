import { expect, test } from "vitest";
import { findSecrets, maskSecrets } from "../src/index.ts";
import { findLeaks } from "../src/scan/index.ts";
import { seededRandom } from "./seeded-random.ts";

const seed = Date.now() % 2 ** 31;
const random = seededRandom(seed);
const hex = "0123456789abcdef";
const digits = "0123456789";
const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const alphanumeric = `${upper}${upper.toLowerCase()}${digits}`;
const base64 = `${alphanumeric}+/`;
const urlSafe = `${alphanumeric}-_`;
const { text } = { text: (characters: string, length: number) => random.text(characters, length) };
const encoded = (plain: string): string => Buffer.from(plain).toString("base64");
const password = (): string => text(alphanumeric, 20);
const pem = (): string =>
  ["-----BEGIN", ` PRIVATE KEY-----\n${text(base64, 64)}\n${text(base64, 40)}\n-----END`, " PRIVATE KEY-----\n"].join(
    "",
  );

/** What issuers give, under names that say nothing, with the part that nobody may see. */
const given: Record<string, readonly [text: string, secret: string]> = Object.fromEntries(
  (
    [
      [
        "a storage account of Azure",
        (s) => `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${s};EndpointSuffix=core.windows.net`,
        () => `${text(base64, 86)}==`,
      ],
      [
        "a signed address of Azure",
        (s) => `https://shop.blob.core.windows.net/c?sv=2022-11-02&sig=${s}`,
        () => `${text(alphanumeric, 40)}%3D`,
      ],
      ["a client secret of Azure", (s) => `value: ${s}`, () => `${text(alphanumeric, 3)}8Q~${text(alphanumeric, 34)}`],
      ["PyPI", (s) => `value: ${s}`, () => `pypi-AgEIcHlwaS5vcmc${text(urlSafe, 80)}`],
      ["DigitalOcean", (s) => `value: ${s}`, () => `dop_v1_${text(hex, 64)}`],
      ["Google's client secret", (s) => `value: ${s}`, () => `GOCSPX-${text(urlSafe, 28)}`],
      ["Google's API key", (s) => `value: ${s}`, () => `AIza${text(urlSafe, 35)}`],
      ["Atlassian", (s) => `value: ${s}`, () => `ATATT3xFfGF0${text(urlSafe, 120)}=${text(hex, 8)}`],
      ["Bitbucket", (s) => `value: ${s}`, () => `ATBB${text(alphanumeric, 32)}`],
      [
        "Telegram",
        (s) => `https://api.telegram.org/bot${s}/sendMessage`,
        () => `${text("123456789", 10)}:AA${text(urlSafe, 33)}`,
      ],
      [
        "Slack's webhook",
        (s) => `https://hooks.slack.com/services/${s}`,
        () => `T0${text(upper + digits, 9)}/B0${text(upper + digits, 9)}/${text(alphanumeric, 24)}`,
      ],
      ["Discord's webhook", (s) => `https://discord.com/api/webhooks/123456789012345678/${s}`, () => text(urlSafe, 68)],
      [
        "Teams' webhook",
        (s) => `https://shop.webhook.office.com/webhookb2/${s}`,
        () => `${uuid()}@${uuid()}/IncomingWebhook/${text(hex, 32)}/${uuid()}`,
      ],
      [
        "Google Chat's webhook",
        (s) => `https://chat.googleapis.com/v1/spaces/AAAA/messages?${s}`,
        () => `key=AIza${text(urlSafe, 35)}&token=${text(urlSafe, 43)}`,
      ],
      [
        "a bot of Discord",
        (s) => `value: ${s}`,
        () => `MTA${text(alphanumeric, 21)}.G${text(alphanumeric, 5)}.${text(urlSafe, 38)}`,
      ],
      ["GitHub", (s) => `value: ${s}`, () => `ghp_${text(alphanumeric, 36)}`],
      ["GitLab", (s) => `value: ${s}`, () => `glpat-${text(urlSafe, 20)}`],
      ["npm", (s) => `//registry.example.com/:_authToken=${s}`, () => `npm_${text(alphanumeric, 36)}`],
      ["Stripe", (s) => `value: ${s}`, () => `sk_live_${text(alphanumeric, 24)}`],
      ["OpenAI", (s) => `value: ${s}`, () => `sk-proj-${text(urlSafe, 100)}`],
      ["Anthropic", (s) => `value: ${s}`, () => `sk-ant-api03-${text(urlSafe, 93)}AA`],
      ["SendGrid", (s) => `value: ${s}`, () => `SG.${text(urlSafe, 22)}.${text(urlSafe, 43)}`],
      ["Twilio", (s) => `value: ${s}`, () => `SK${text(hex, 32)}`],
      ["Mailgun", (s) => `value: ${s}`, () => `key-${text(hex, 32)}`],
      ["Mailchimp", (s) => `value: ${s}`, () => `${text(hex, 32)}-us12`],
      ["AWS", (s) => `value: ${s}`, () => `AKIA${text(`${upper}234567`, 16)}`],
      ["an AWS secret", (s) => `aws_secret_access_key = ${s}`, () => text(base64, 40)],
      ["age", (s) => `value: ${s}`, () => `AGE-SECRET-KEY-1${text("023456789ACDEFGHJKLMNPQRSTUVWXYZ", 58)}`],
      [
        "a JSON web token",
        (s) => `value: ${s}`,
        () =>
          [encoded('{"alg":"HS256"}'), encoded('{"sub":"1"}'), text(urlSafe, 43)]
            .map((part) => part.replace(/=+$/, ""))
            .join("."),
      ],
      ["an OpenShift token", (s) => `value: ${s}`, () => `sha256~${text(urlSafe, 43)}`],
      ["a private key", (s) => `value: |\n  ${s.replaceAll("\n", "\n  ")}`, pem],
      [
        "a private key without its armor",
        (s) => `value: ${s}`,
        () => `MIIEvQIBADANBgkqhkiG9w0BAQEFAASC${text(base64, 600)}==`,
      ],
      ["a URL", (s) => `value: postgresql://shop:${s}@db.example.com/shop`, password],
      [
        "a URL with signs in its password",
        (s) => `value: amqp://shop:${s}@mq:5672/`,
        () => `${text(alphanumeric, 8)}/${text(alphanumeric, 4)}#${text(alphanumeric, 4)}@x`,
      ],
      [
        "a URL that YAML has cut",
        (s) => `value: "postgresql://shop:${s.slice(0, 10)}\\\n    ${s.slice(10)}@db.example.com/shop"`,
        password,
      ],
      ["an address of Go's MySQL driver", (s) => `value: shop:${s}@tcp(db:3306)/shop?parseTime=true`, password],
      [
        "a connection string",
        (s) => `value: Server=db;Database=shop;User Id=shop;Password=${s};Encrypt=true`,
        password,
      ],
      ["a DSN of PHP", (s) => `value: "host=db user=shop password=${s} dbname=shop"`, password],
      ["MySQL's argument", (s) => `args: ["mysqldump", "-uroot", "-p${s}"]`, password],
      ["MySQL's argument in a line", (s) => `command: [sh, -c, "mysql -h db -uroot -p${s} < /init.sql"]`, password],
      ["MySQL's argument on a line of its own", (s) => `args:\n- mysqladmin\n- -uroot\n- -p${s}\n- ping\n`, password],
      ["curl's user", (s) => `curl --user admin:${s} https://example.com`, password],
      ["Redis' argument", (s) => `command: ["redis-server", "--requirepass", "${s}"]`, password],
      ["SQL", (s) => `CREATE USER shop IDENTIFIED BY '${s}';`, password],
      ["a header", (s) => `Authorization: Basic ${s}`, () => encoded(`shop:${password()}`)],
      [
        "a header in an argument",
        (s) => `curl -H "Authorization: Bearer ${s}" https://example.com`,
        () => text(hex, 40),
      ],
      ["a docker configuration", (s) => `{"auths":{"ghcr.io":{"auth":"${s}"}}}`, () => encoded(`bot:${password()}`)],
      [
        "a docker configuration in base64",
        (s) => `value: ${s}`,
        () => encoded(`{"auths":{"ghcr.io":{"auth":"${encoded(`bot:${password()}`)}"}}}`),
      ],
      ["a kubeconfig", (s) => `users:\n- user:\n    client-key-data: ${s}\n`, () => encoded(pem())],
      [
        "a kubeconfig in base64",
        (s) => `binaryData:\n  config: ${s}\n`,
        () => encoded(`users:\n- user:\n    client-key-data: ${encoded(pem())}\n`),
      ],
      [
        "a text in base64",
        (s) => `binaryData:\n  app.conf: ${s}\n`,
        () => encoded(`url = postgresql://shop:${password()}@db/shop\n`),
      ],
      [
        "a text in base64 on lines",
        (s) => `binaryData:\n  app.conf: |\n    ${s.match(/.{1,76}/g)!.join("\n    ")}\n`,
        () => encoded(`${"# a comment of a file\n".repeat(8)}DB_PASSWORD=${password()}\n`),
      ],
    ] as [string, (secret: string) => string, () => string][]
  ).map(([issuer, write, make]) => {
    const secret = make();
    return [issuer, [write(secret), secret]];
  }),
);

function uuid(): string {
  return [8, 4, 4, 4, 12].map((length) => text(hex, length)).join("-");
}

test(`secrets of well-known kinds are found and masked, seed ${seed}`, () => {
  const missed = Object.entries(given).filter(([, [line]]) => findSecrets(line).length === 0);
  const shown = Object.entries(given).filter(([, [line, secret]]) => {
    const masked = maskSecrets(line);
    const tail = secret
      .trim()
      .split("\n")
      .at(secret.includes("\n") ? 1 : 0)!
      .slice(-16, -4);
    return masked.includes(tail);
  });
  expect([missed, shown]).toEqual([[], []]);
});

test(`and are found by the scan, on their line, seed ${seed}`, async () => {
  const found = await findLeaks(Object.entries(given).map(([issuer, [line]]) => [issuer, `a: b\n${line}\n`] as const));
  expect(Object.keys(given).filter((issuer) => !found.some(({ where, line }) => where === issuer && line > 1))).toEqual(
    [],
  );
});

test.for([
  ["a token of words", "sk-learn-is-a-nice-package-name, task-abcdefghijklmnop1234567, npm_config_registry"],
  ["AWS' example", "AKIAIOSFODNN7EXAMPLE"],
  [
    "an address with a port",
    "http://a:8080/x?mail=b@c.example, registry.example.com:5000/acme/app:1.10@sha256:e3b0c44298fc1c149afb",
  ],
  ["an address of a package", "https://cdn.example.com/@scope/name@1.2.3/index.js"],
  [
    "placeholders",
    "postgres://user:pass@h/d, redis://:$(PW)@h, mysql://root:<password>@h, http://u:***@h, amqp://a:{{ .pw }}@h",
  ],
  ["other programs' -p", "mkdir -p /var/lib/mysql && ssh -p2222 host && docker run -p8080:80 nginx"],
  ["MySQL's -p with a variable", 'mysql -uroot -p"$MYSQL_ROOT_PASSWORD" -p$PW -p'],
  ["users by number", "docker run -u 1000:1000, --user=nobody:nogroup"],
  [
    "a kubeconfig's certificates",
    `certificate-authority-data: ${encoded(`-----BEGIN CERTIFICATE-----\n${"MIIDabcdefgh".repeat(6)}\n-----END CERTIFICATE-----\n`)}`,
  ],
] as const)("finds nothing in %s", async ([, line]) => {
  expect(await findLeaks([["a.yaml", line]])).toEqual([]);
});
