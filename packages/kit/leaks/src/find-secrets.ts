import { findEncoded } from "./encoded.ts";
import { findCommands } from "./commands.ts";
import { findNamed, type JudgeValue } from "./find-named.ts";
import { findPem } from "./pem.ts";
import { publicRanges } from "./public-ranges.ts";
import { findRandomRuns } from "./random-runs.ts";
import { findShapes } from "./find-shapes.ts";
import type { Range, Secret } from "./secret.ts";
import { Steps } from "./steps.ts";
import { findUrls } from "./urls.ts";
import { isGuardedValue, isPasswordOf, isPlaceholder, isRandomValue, mayBeSecret } from "./values.ts";
import { withoutEscapes } from "./without-escapes.ts";

export interface FindSecretsOptions {
  /** Values that are not secrets, although they look like one. Default: none. */
  readonly publicValues?: readonly string[];
  /** Counts the work. */
  readonly steps?: Steps;
}

/**
 * The secrets that stand in a text, of whatever language, in its order: what has the shape of one, and random values
 * whose name says that they are secret; also in base64. What is encrypted and what is public by its kind is not a secret.
 *
 * The work is in proportion to the text.
 */
export function findSecrets(text: string, options: FindSecretsOptions = {}): Secret[] {
  return find(text, { ...options, guards: false });
}

/** The same for what is shown: also short values whose name tells, and what is random and has no name. */
export function findToMask(text: string, options: FindSecretsOptions = {}): Secret[] {
  return find(text, { ...options, guards: true });
}

/** The same for data, where no code and no prose stands: also a word under the name of a password. */
export function findInData(text: string): Secret[] {
  return find(text, { guards: true, isData: true });
}

interface Options extends FindSecretsOptions {
  readonly guards: boolean;
  /** Whether it is data. Default: no. */
  readonly isData?: boolean;
  /** How many texts in base64 it is in. */
  readonly depth?: number;
  /** Whether its escapes have been taken out. */
  readonly isUnescaped?: boolean;
}

function find(text: string, options: Options): Secret[] {
  const { publicValues = [], steps = new Steps() } = options;
  const pem = findPem(text, steps);
  const harmless = [...pem.public, ...publicRanges(text, publicValues, steps)];
  const found = [
    ...pem.secrets,
    ...findUrls(text, options.guards, steps),
    ...findShapes(text, steps),
    ...findNamed(text, judgeOf(options), steps),
    ...findCommands(text, options.guards, steps),
    ...(options.guards ? findRandomRuns(text, steps).map((run) => ({ ...run, kind: "a random value" })) : []),
    ...encodedIn(text, { ...options, steps }),
    ...unescapedIn(text, { ...options, steps }),
  ];
  return apart(found, harmless);
}

function judgeOf({ guards, isData = false }: Options): JudgeValue {
  if (!guards) return random;
  return isData ? inData : guarded;
}

const random: JudgeValue = ({ value }) => isRandomValue(value);
const guarded: JudgeValue = ({ value, isLoose }, telling) =>
  telling === "surely" && !isLoose ? isGuardedValue(value) : isRandomValue(value);
const inData: JudgeValue = (value, telling, name, first) =>
  guarded(value, telling, name, first) ||
  // Up to a bracket it may be a switch or a reference.
  (!value.isLoose && mayBeSecret(first.value) && isPasswordOf(name, value.value));

/** Texts in base64 in texts in base64 are as deep as anybody goes. */
const deepest = 2;

function encodedIn(text: string, options: Options): Secret[] {
  const { depth = 0, steps = new Steps() } = options;
  if (depth >= deepest) return [];
  return findEncoded(
    text,
    (decoded) => userAndPassword(decoded) ?? find(decoded, { ...options, guards: false, depth: depth + 1 })[0]?.kind,
    steps,
  );
}

/** What `Authorization: Basic` and docker's `auth` have. */
function userAndPassword(text: string): string | undefined {
  const [, password] = /^[\w.@-]{1,64}:([!-~]{5,256})$/.exec(text) ?? [];
  if (password === undefined || password.length < 8 || isPlaceholder(password) || !isGuardedValue(password))
    return undefined;
  return "a user's password";
}

/** What only its escapes hide: a line that YAML has cut, or what Markdown does not take as it is. */
function unescapedIn(text: string, options: Options): Secret[] {
  const plain = options.isUnescaped === true ? undefined : withoutEscapes(text);
  if (plain === undefined) return [];
  return find(plain.text, { ...options, isUnescaped: true }).map((secret) => ({
    ...secret,
    at: plain.placeOf(secret.at),
    end: plain.placeOf(secret.end),
  }));
}

/**
 * In the order of the text, none in another, and none in what is for everybody. Of two at one place the first of the list
 * says what it is; the other adds what it covers beyond, but for a prefix that may be shown.
 */
function apart(found: readonly Secret[], harmless: readonly Range[]): Secret[] {
  const ranked = found.map((secret, rank) => ({ ...secret, rank })).toSorted(byPlace);
  const publicParts = harmless.toSorted(byPlace);
  const secrets: Ranked[] = [];
  let next = 0;
  for (const secret of ranked) {
    while (next < publicParts.length && publicParts[next]!.end <= secret.at) next++;
    const part = publicParts[next];
    if (part !== undefined && part.at <= secret.at && secret.end <= part.end) continue;
    const last = secrets.at(-1);
    if (last === undefined || secret.at >= last.end) secrets.push(secret);
    else secrets[secrets.length - 1] = joined(last, secret);
  }
  return secrets.map(({ rank: _rank, ...secret }) => secret);
}

type Ranked = Secret & { readonly rank: number };

function joined(one: Ranked, other: Ranked): Ranked {
  const first = one.rank < other.rank ? one : other;
  const isPrefix = first.at - one.at <= (first.shown ?? 0);
  return { ...first, at: isPrefix ? first.at : one.at, end: Math.max(one.end, other.end) };
}

function byPlace(one: Range, other: Range): number {
  return one.at - other.at || other.end - one.end;
}
