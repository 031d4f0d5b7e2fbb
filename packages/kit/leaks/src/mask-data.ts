import { passwordArgument, passwordOfUser, shortPassword } from "./commands.ts";
import { findInData } from "./find-secrets.ts";
import { HarmlessTexts } from "./harmless-texts.ts";
import { hidden, maskSecrets, replaced } from "./mask-secrets.ts";
import { tellingOf } from "./telling-names.ts";
import { isGuardedValue, isPasswordName, isPasswordOf, isRandomValue } from "./values.ts";

/** Says what stands in the place of a secret. */
export type Label = (secret: string) => string;

/**
 * Data, such as an object, with `***` in the place of each secret in it: in values and in keys. A value whose name says
 * that it is a password is hidden whatever it is, but for references, paths and switches. Data without a secret is given
 * back itself.
 */
export function maskData<Value>(data: Value, label: Label = () => hidden): Value {
  return maskValue(data, "", label) as Value;
}

/**
 * Two versions of data without their secrets. What both have is one text in both; what only one has says on which side,
 * so that a comparison still tells that it differs.
 */
export function maskPair<Value>(before: Value, after: Value): readonly [Value, Value] {
  return withLabels((one, label) => maskData(one, label), before, after);
}

/** The same for two texts, such as files, before they are compared line by line. */
export function maskTextPair(before: string, after: string): readonly [string, string] {
  return withLabels((text, label) => replaced(text, findInData(text), label), before, after);
}

/**
 * Hides in texts that were made of data, such as messages about an object, what is secret in the data, also where the
 * text does not say its name; and what looks like a secret by itself.
 */
export function secretHider(data: unknown): (text: string) => string {
  const secrets = [...secretsOf((value, label) => maskValue(value, "", label), data)].filter(
    ({ length }) => length > 3,
  );
  const forms = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  const longestFirst = forms.toSorted((one, other) => other.length - one.length);
  return (text) => maskSecrets(longestFirst.reduce((hiding, form) => hiding.replaceAll(form, hidden), text));
}

type Mask<Value> = (value: Value, label: Label) => Value;

function withLabels<Value>(mask: Mask<Value>, before: Value, after: Value): readonly [Value, Value] {
  const [own, other] = [secretsOf(mask, before), secretsOf(mask, after)];
  if (own.size === 0 && other.size === 0) return [before, after];
  const shared = [...own].filter((secret) => other.has(secret));
  // Two that have changed places have changed.
  const names = new Map(shared.map((secret, at) => [secret, at === 0 ? hidden : `${hidden} (${at + 1})`]));
  const labelOf =
    (side: string): Label =>
    (secret) =>
      names.get(secret) ?? `${hidden} (${side})`;
  return [mask(before, labelOf("before")), mask(after, labelOf("after"))];
}

function secretsOf<Value>(mask: Mask<Value>, value: Value): Set<string> {
  const secrets = new Set<string>();
  mask(value, (secret) => {
    secrets.add(secret);
    return hidden;
  });
  return secrets;
}

function maskValue(value: unknown, name: string, label: Label): unknown {
  if (typeof value === "string") return maskText(value, name, label);
  if (typeof value === "number") return isNumberSecret(value, name) ? label(String(value)) : value;
  if (Array.isArray(value)) return maskList(value as unknown[], name, label);
  return typeof value === "object" && value !== null ? maskMap(value as Fields, label) : value;
}

function maskText(text: string, name: string, label: Label): string {
  if (isSecretValue(text, name)) return label(text);
  if (harmless.has(text)) return text;
  const found = findInData(text);
  if (found.length === 0) harmless.add(text);
  return replaced(text, found, label);
}

const harmless = new HarmlessTexts();

function isSecretValue(text: string, name: string): boolean {
  const telling = name === "" ? undefined : tellingOf(name);
  if (telling === undefined) return false;
  if (telling === "random") return isRandomValue(text);
  return isGuardedValue(text) || isPasswordOf(name, text);
}

function isNumberSecret(value: number, name: string): boolean {
  return String(value).length >= 6 && isPasswordName.test(name);
}

/** An argument may be the value of the one before it. */
function maskList(list: readonly unknown[], name: string, label: Label): readonly unknown[] {
  const isMysql = list.some((one) => typeof one === "string" && mysql.test(one));
  const takesPassword = list.some((one) => typeof one === "string" && taking.test(one));
  const masked = list.map((item, at) => {
    const before = list[at - 1];
    const option = typeof before === "string" && /^--?[a-z][\w-]*$/i.test(before) ? before : name;
    if (isMysql && typeof item === "string" && /^-p[^-\s$].{3,}/.test(item)) return `-p${label(item.slice(2))}`;
    const secret = typeof item === "string" ? secretOf(option, item, takesPassword) : "";
    return secret === ""
      ? maskValue(item, option, label)
      : `${(item as string).slice(0, -secret.length)}${label(secret)}`;
  });
  return masked.some((item, at) => item !== list[at]) ? masked : list;
}

/** The password at the end of an argument, where the option before it says only to those who know that it has one. */
function secretOf(option: string, item: string, takesPassword: boolean): string {
  if (/^(?:-[a-zA-Z]{0,5}u|--(?:user|userpwd|proxy-user|basic-auth))$/.test(option)) return passwordOfUser(item);
  if (!/^-[pa]$/.test(option)) return "";
  return takesPassword ? passwordArgument(item) : shortPassword(item);
}

const taking = /(?:^|\/)(?:sshpass|redis-cli)$/;
const mysql = /(?:^|\/)(?:mysql|mariadb)[\w-]*$/;

type Fields = Readonly<Record<string, unknown>>;

function maskMap(map: Fields, label: Label): Fields {
  const entry = nameIn(map);
  const masked: Record<string, unknown> = {};
  let isSame = true;
  for (const [key, value] of Object.entries(map)) {
    const name = entry !== undefined && (key === "value" || key === "default") ? entry : key;
    const own = key.length < 8 ? key : maskText(key, "", label);
    const shown = maskValue(value, name, label);
    isSame &&= own === key && shown === value;
    // Two keys that are secrets stay two.
    masked[Object.hasOwn(masked, own) ? `${own} (${Object.keys(masked).length})` : own] = shown;
  }
  return isSame ? map : masked;
}

/** Of an entry, such as an environment variable, another of its fields has the name. */
function nameIn(map: Fields): string | undefined {
  if (!("value" in map) && !("default" in map)) return undefined;
  return [map["name"], map["path"], map["key"]].find((one) => typeof one === "string");
}
