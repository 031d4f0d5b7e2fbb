/** What a valid value of a Secret's key looks like: said in words, so that a message never needs the value. */
export interface SecretValue {
  /** Completes "must be". Two rules with the same words are the same rule. */
  readonly expected: string;
  readonly accepts: (value: string) => boolean;
  /** What it leads to, where it is an address: `PostgreSQL`. Topology draws it. */
  readonly leadsTo?: string;
}

/** Any text but an empty one: say more where more is known. */
export function anyText(): SecretValue {
  return { expected: "any text", accepts: (value) => value.trim() !== "" };
}

/** A text of exactly so many characters, none of them white space: a generated key, say. */
export function exactLength(length: number): SecretValue {
  return {
    expected: `exactly ${length} characters without white space`,
    accepts: (value) => isSolid(value) && lengthOf(value) === length,
  };
}

/** A text of so many characters or more, none of them white space: a password, say. */
export function minLength(length: number): SecretValue {
  return {
    expected: `at least ${length} characters without white space`,
    accepts: (value) => isSolid(value) && lengthOf(value) >= length,
  };
}

/** A text that begins with a prefix that its issuer gives to all, such as `sk-`, and goes on. */
export function startsWith(prefix: string): SecretValue {
  return {
    expected: `a text that starts with ${prefix}, without white space`,
    accepts: (value) => isSolid(value) && value.startsWith(prefix) && value.length > prefix.length,
  };
}

/** The connection string of a PostgreSQL database. */
export function postgresUrl(): SecretValue {
  return {
    expected: "a postgresql:// or postgres:// URL with a host and a database",
    accepts: isPostgresUrl,
    leadsTo: "PostgreSQL",
  };
}

/** One or more PEM blocks of a label such as `CERTIFICATE`, or of one that ends so: `EC PRIVATE KEY` is a `PRIVATE KEY`. */
export function pem(label: "CERTIFICATE" | "PRIVATE KEY" | "PUBLIC KEY"): SecretValue {
  const block = `-----BEGIN (?:[A-Z]+ )?${label}-----\\n(?:[A-Za-z0-9+/=]+\\n)+-----END (?:[A-Z]+ )?${label}-----`;
  const blocks = new RegExp(`^${block}(?:\\n+${block})*\\n*$`);
  return { expected: `PEM, with BEGIN ${label}`, accepts: (value) => blocks.test(value.replaceAll("\r\n", "\n")) };
}

function isPostgresUrl(value: string): boolean {
  if (!isSolid(value) || !URL.canParse(value)) return false;
  const { protocol, hostname, pathname } = new URL(value);
  return ["postgresql:", "postgres:"].includes(protocol) && hostname !== "" && pathname.length > 1;
}

function isSolid(value: string): boolean {
  return value !== "" && !/\s/.test(value);
}

/** In code points, which a database or `wc -m` counts too. */
function lengthOf(value: string): number {
  return Array.from(value).length;
}
