import { seededRandom } from "./seeded-random.ts";

const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = lower.toUpperCase();
const digits = "0123456789";

/** What generators of passwords, tokens and keys make them of. */
const alphabets = {
  lower,
  upper,
  hex: `${digits}abcdef`,
  "hex in capitals": `${digits}ABCDEF`,
  "lower and digits": lower + digits,
  base32: `${upper}234567`,
  letters: lower + upper,
  alphanumeric: lower + upper + digits,
  base64: `${lower}${upper}${digits}+/`,
  base64url: `${lower}${upper}${digits}-_`,
  "some symbols": `${lower}${upper}${digits}!@#$%^&*`,
  "all symbols": `${lower}${upper}${digits}!@#$%^&*()-_=+[]{}|;:,.<>?/~`,
} as const;

const names = [
  ..."DB_PASSWORD SMTP_PASS MYSQL_PWD ADMIN_PW REDIS_AUTH SECRET_KEY_BASE JWT_KEY SESSION_KEY APP_KEY".split(" "),
  ..."GITHUB_TOKEN CLIENT_SECRET STRIPE_API_KEY KEY_PASSPHRASE SERVICE_CREDENTIALS PASSWORD_2 ENCRYPTION_KEY".split(
    " ",
  ),
  ..."dbPassword clientSecret apiKey accessToken jwtKey smtpPass redisAuth keystorePassword".split(" "),
  ..."db-password client-secret api-key session-key admin-pw spring.datasource.password app.jwt.secret".split(" "),
  ..."example.com/api-token mail.smtp.pass dbpass rootpw".split(" "),
];

/** A random value in a text, under a name that tells. */
export interface NamedValue {
  readonly alphabet: string;
  readonly form: string;
  readonly value: string;
  readonly text: string;
}

/** Values of 16 to 64 characters, more often short ones, which are harder to tell. */
export function namedValues(count: number, seed: number): NamedValue[] {
  const random = seededRandom(seed);
  const ways = Object.entries(forms);
  return Array.from({ length: count }, () => {
    const [alphabet, characters] = random.oneOf(Object.entries(alphabets));
    const size = random.oneOf([16, 16 + random.below(9), 16 + random.below(49)]);
    const value = random.text(characters, size);
    const [form, write] = random.oneOf(ways);
    return { alphabet, form, value, text: write(random.oneOf(names), value) };
  });
}

type Form = (name: string, value: string) => string;

const json = JSON.stringify;
const plain = (value: string): string =>
  /^[A-Za-z0-9+/=_-]+$/.test(value) && !/^[-=]/.test(value) ? value : single(value);
const single = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const option = (name: string): string =>
  `--${name
    .replaceAll(/([a-z])([A-Z])/g, "$1-$2")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase()}`;

/** The ways in which a value and its name stand in files. */
const forms: Record<string, Form> = {
  "a ConfigMap's key": (name, value) =>
    `kind: ConfigMap\ndata:\n  LOG_LEVEL: info\n  ${name}: ${plain(value)}\n  PORT: "80"\n`,
  "a key in quotes": (name, value) => `data:\n  ${json(name)}: ${json(value)}\n`,
  "an annotation": (name, value) => `metadata:\n  annotations:\n    example.com/${name}: ${single(value)}\n`,
  "an environment variable": (name, value) => `env:\n  - name: ${name}\n    value: ${plain(value)}\n  - name: PORT\n`,
  "an environment variable as kustomize writes it": (name, value) =>
    `      - env:\n        - name: ${name}\n          value: ${single(value)}\n`,
  "an environment variable in TypeScript": (name, value) => `env: [{ name: ${json(name)}, value: ${json(value)} }],`,
  "an environment variable, its value first": (name, value) => `- value: ${json(value)}\n  name: ${name}\n`,
  "a JSON patch": (name, value) =>
    `- op: replace\n  path: /data/${name.replaceAll("/", "~1")}\n  value: ${json(value)}\n`,
  "two arguments": (name, value) => `args: ["serve", ${json(option(name))}, ${json(value)}]`,
  "two arguments on lines": (name, value) => `args:\n  - serve\n  - ${option(name)}\n  - ${plain(value)}\n`,
  "one argument": (name, value) => `args: ["serve", ${json(`${option(name)}=${value}`)}]`,
  "a block": (name, value) => `data:\n  ${name}: |\n    ${value}\n  B: c\n`,
  "a folded block": (name, value) => `data:\n  ${name}: >-\n    ${value}\n`,
  "properties in a block": (name, value) =>
    `data:\n  application.properties: |\n    a.b=c\n    ${name}=${value}\n    d=e\n`,
  "INI in a block": (name, value) => `data:\n  app.ini: |\n    [main]\n    ${name} = ${single(value)}\n`,
  "TOML in a block": (name, value) => `data:\n  app.toml: |\n    ${name} = ${json(value)}\n`,
  "YAML in a block": (name, value) => `data:\n  app.yaml: |\n    mail:\n      ${name}: ${json(value)}\n`,
  "JSON in a block": (name, value) => `data:\n  app.json: |\n    ${json({ a: 1, [name]: value, b: 2 })}\n`,
  "JSON in quotes": (name, value) => `data:\n  app.json: ${json(json({ a: 1, [name]: value, b: 2 }))}\n`,
  dotenv: (name, value) => `PORT=80\nexport ${name}=${single(value)}\n`,
  "a constant": (name, value) => `export const config = {\n  ${json(name)}: ${json(value)},\n};\n`,
  "lines in quotes": (name, value) => `data:\n  app.conf: ${json(`a=b\n${name}=${value}\nc=d\n`)}\n`,
};
