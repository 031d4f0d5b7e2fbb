/** What a new environment is to be. */
export interface EnvironmentChoice {
  readonly id: string;
  /** The id of the one that it begins as. */
  readonly like: string;
  readonly stage: Stage;
  readonly namespace: string;
  /** The id of a cluster of its own. Undefined: that of `like`. */
  readonly cluster: string | undefined;
  /** Its cluster's name in Argo CD. Undefined: as `like` where the cluster is the same, else the cluster's id. */
  readonly destination: string | undefined;
  /** What stands in the place of hosts, by the host of `like`: `shop.example.com`, `localhost:3000`. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Those of them that nobody said. */
  readonly guessed: ReadonlySet<string>;
}

export type Stage = "development" | "staging" | "production";

/** The last part of an id, which names its constant and file. */
export function shortName(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/** A text that has a word, with another one in its place; undefined where it does not have it. */
export function withWord(text: string, word: string, other: string): string | undefined {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const changed = text.replaceAll(new RegExp(`(?<![A-Za-z0-9])${escaped}(?![A-Za-z0-9])`, "g"), () => other);
  return changed === text ? undefined : changed;
}

/** A host like another one's: `staging.shop.example.com` for `dev.shop.example.com`, or for `shop.example.com`. */
export function guessHost(host: string, like: string, id: string): string {
  const [from, to] = [shortName(like), shortName(id)];
  if (/^(localhost|127\.|\[?::1)/.test(host)) return `${to}.example.com`;
  return withWord(host, from, to) ?? `${to}.${host}`;
}

/** A namespace like another one's that nobody has. */
export function guessNamespace(namespace: string, like: string, id: string, system: string): string {
  const [from, to] = [shortName(like), shortName(id)];
  if (namespace === "default") return `${system}-${to}`;
  return withWord(namespace, from, to) ?? `${namespace}-${to}`;
}
