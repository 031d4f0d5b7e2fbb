import { createHash } from "node:crypto";

/** A value of a well-known kind that was never valid anywhere. */
export interface SecretSample {
  readonly kind: string;
  readonly value: string;
  /** The parts of the value that are secret, without what every value of the kind has. */
  readonly secret: readonly string[];
}

const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const digits = "0123456789";
const hex = `${digits}abcdef`;
const alphanumeric = upper + upper.toLowerCase() + digits;
const urlSafe = `${alphanumeric}-_`;
const base64 = `${alphanumeric}+/`;

/**
 * A value of each kind, made when it is asked for: none stands in a file. The kind `a random key` has no shape of its
 * own.
 *
 * @param seed The same seed makes the same values.
 */
export function madeSecrets(seed: number): SecretSample[] {
  const randomText = randomTexts(seed);
  const prefixed = (kind: string, prefix: string, length: number, alphabet = alphanumeric): SecretSample => {
    const text = randomText(length, alphabet);
    return { kind, value: prefix + text, secret: [text] };
  };
  const password = randomText(24, alphanumeric);
  const token = [randomText(40, urlSafe), randomText(80, urlSafe), randomText(43, urlSafe)];
  const pem = [randomText(64, base64), randomText(64, base64), randomText(24, base64)];
  const account = randomText(86, base64);
  const grid = [randomText(22, urlSafe), randomText(43, urlSafe)];
  return [
    { kind: "a PostgreSQL URL", value: `postgresql://shop:${password}@db.example.com/shop`, secret: [password] },
    prefixed("a random key", "", 43, urlSafe),
    prefixed("an OpenAI key", "sk-proj-", 64, urlSafe),
    prefixed("a short sk- key", "sk-", 32, hex),
    prefixed("an AWS access key", "AKIA", 16, upper + digits),
    prefixed("an AWS secret", "", 40, base64),
    prefixed("a GitHub token", "ghp_", 36),
    prefixed("a fine-grained GitHub token", "github_pat_", 82),
    prefixed("a GitLab token", "glpat-", 20, urlSafe),
    prefixed("an npm token", "npm_", 36),
    prefixed("a Slack token", `xoxb-${randomText(12, digits)}-`, 24),
    prefixed("a Slack webhook", "https://hooks.slack.com/services/", 44),
    prefixed("a Google API key", "AIza", 35, urlSafe),
    { kind: "a SendGrid key", value: `SG.${grid.join(".")}`, secret: grid },
    prefixed("a Stripe key", "sk_live_", 24),
    prefixed("a Vault token", "hvs.", 90, urlSafe),
    prefixed("a Telegram token", `${randomText(10, "123456789")}:AA`, 33, urlSafe),
    { kind: "an Azure key", value: `AccountName=shop;AccountKey=${account}==`, secret: [account] },
    { kind: "a JSON web token", value: `eyJ${token[0]}.eyJ${token[1]}.${token[2]}`, secret: token },
    {
      kind: "a private key",
      value: [pemLine("BEGIN"), ...pem, pemLine("END")].join("\n"),
      secret: pem,
    },
  ];
}

function pemLine(part: "BEGIN" | "END"): string {
  return ["-----", part, " PRIVATE KEY", "-----"].join("");
}

function randomTexts(seed: number): (length: number, alphabet: string) => string {
  let count = 0;
  const next = (below: number): number => {
    const digest = createHash("sha256").update(`${seed} ${count++}`).digest();
    return digest.readUInt32BE() % below;
  };
  return (length, alphabet) => Array.from({ length }, () => alphabet[next(alphabet.length)]).join("");
}
