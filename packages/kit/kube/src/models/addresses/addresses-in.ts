import { mapOf } from "../../loose.ts";

/** An address that a text names. */
export interface NamedAddress {
  /** As it is written there, without its scheme: `backend.shop.svc:8000`. */
  readonly written: string;
  /** The labels of the host's name: `["backend", "shop"]`, without `svc` and what follows. */
  readonly host: readonly string[];
  /** Whether it ends in `svc` or the cluster's domain, so that it is a Service's for sure. */
  readonly isService: boolean;
  readonly port: string | undefined;
  /** Such as `https`; undefined where none is written. */
  readonly scheme: string | undefined;
}

const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const name = `${label}(?:\\.${label})*`;
const address = new RegExp(
  String.raw`(?:([a-z][a-z0-9+.-]*):)?(//)(?:[^\s/@"']*@)?(${name})\.?(?::(\d{1,5}))?(?![\w-])(?!\.[a-z0-9])` +
    String.raw`|(?<![\w./@:-])(${name})\.?(?::(\d{1,5}))?(?![\w-]|[.@]?\w|\.?:)`,
  "gi",
);

/** The ports of schemes that a program takes where none is written. */
const ports: Readonly<Record<string, string>> = {
  amqp: "5672",
  amqps: "5671",
  http: "80",
  https: "443",
  mongodb: "27017",
  mysql: "3306",
  nats: "4222",
  postgres: "5432",
  postgresql: "5432",
  redis: "6379",
  rediss: "6379",
  ws: "80",
  wss: "443",
};

/**
 * The addresses that a text names: hosts of URLs, names with a port, names of Services with `svc`, and a name alone where the
 * key says that it is a host (`DB_HOST: db`, also in a text of several lines). What follows `image:` and such is an image and
 * its tag.
 *
 * @param key What the text is the value of, such as the name of a variable.
 */
export function addressesIn(text: string, key = ""): NamedAddress[] {
  const alone = text.trim();
  if (isHostKey(key) && new RegExp(`^${name}$`, "i").test(alone))
    return [addressOf(alone, alone, undefined, undefined)];
  if (/image$/i.test(key)) return [];
  return [...text.matchAll(address)].flatMap((match): NamedAddress[] => {
    const [, scheme, slashes, host = "", port, bare = "", barePort] = match;
    if (slashes !== undefined) return [addressOf(written(host, port), host, port, scheme?.toLowerCase())];
    const before = text.slice(text.lastIndexOf("\n", match.index) + 1, match.index);
    if (isImage(before)) return [];
    const isNamed =
      barePort !== undefined || isServiceName(bare) || isHostLine(before, text.slice(match.index + match[0].length));
    // Digits alone are a number or a time.
    if (!isNamed || /^[\d.]+$/.test(bare)) return [];
    return [addressOf(written(bare, barePort), bare, barePort, undefined)];
  });
}

/** The addresses that the texts of an object name, but for images. */
export function addressesOf(object: unknown): NamedAddress[] {
  return visit(object, "");
}

/** Whether an address is that of a Service, written in an object of a namespace. */
export function isAddressOf(
  { host, isService, port, scheme }: NamedAddress,
  service: { readonly name: string; readonly namespace: string | undefined },
  from: string | undefined,
): boolean {
  const local = service.namespace === undefined || from === undefined || from === service.namespace;
  // A pod of a StatefulSet has the Service's name behind its own.
  const own = host.length > 1 && /-\d+$/.test(host[0]!) && host[1] === service.name ? host.slice(1) : host;
  if (own[0] !== service.name || own.length > 2) return false;
  if (own.length === 1) return local;
  if (service.namespace !== undefined) return own[1] === service.namespace;
  return isService || port !== undefined || scheme !== undefined;
}

/** The port that is meant, also where the scheme alone tells it. */
export function portOf({ port, scheme }: NamedAddress): string | undefined {
  return port ?? (scheme === undefined ? undefined : ports[scheme]);
}

function visit(value: unknown, key: string): NamedAddress[] {
  if (typeof value === "string") return key === "image" ? [] : addressesIn(value, key);
  if (Array.isArray(value)) return (value as unknown[]).flatMap((one) => visit(one, key));
  const own = mapOf(value);
  // A variable's name stands beside its value.
  const variable = typeof own["name"] === "string" && typeof own["value"] === "string" ? own["name"] : undefined;
  return Object.entries(own).flatMap(([field, one]) =>
    visit(one, field === "value" && variable !== undefined ? variable : field),
  );
}

function addressOf(text: string, host: string, port: string | undefined, scheme: string | undefined): NamedAddress {
  const labels = host.toLowerCase().split(".");
  const end = labels.indexOf("svc");
  return { written: text, host: end > 0 ? labels.slice(0, end) : labels, isService: end > 0, port, scheme };
}

function written(host: string, port: string | undefined): string {
  return port === undefined ? host : `${host}:${port}`;
}

function isServiceName(host: string): boolean {
  return /\.svc(?:\.|$)/i.test(host);
}

const hostKey = /(?:^|[_.\-a-z])(?:host|hostname|hosts|addr|address|server|servers|endpoint|upstream|broker|brokers)$/i;

function isHostKey(key: string): boolean {
  return hostKey.test(key);
}

/** `host: db`, `db_host=db` at the end of a line of a text. */
function isHostLine(before: string, after: string): boolean {
  const [, key] = /([\w.-]+)["']?\s*[:=]\s*["']?$/.exec(before) ?? [];
  return key !== undefined && isHostKey(key) && /^["']?\s*(?:[,;#}]|$)/m.test(after.split("\n", 1)[0]!);
}

function isImage(before: string): boolean {
  return /(?:\bimage["']?\s*[:=]\s*["']?|\bFROM\s+|\bdocker (?:run|pull)\b.*\s)(?:[\w.:-]+\/)*$/i.test(before);
}
