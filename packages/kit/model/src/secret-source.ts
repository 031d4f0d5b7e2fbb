import { shown, UserError } from "@kit/errors";
import type { SecretContract } from "./secret.ts";

/** Where the values of an environment's Secrets come from. One that names no Secrets is for all that no other names. */
export type SecretSource = ByHand | ExternalSecrets | Sealed | SopsFile;

interface Named {
  /** The names of the Secrets that it is for. */
  readonly secrets?: readonly string[];
}

export interface ByHand extends Named {
  readonly type: "by-hand";
}

export interface ExternalSecrets extends Named, StoreOptions {
  readonly type: "external";
}

export interface Sealed {
  readonly type: "sealed";
  readonly secrets: readonly [string];
  /** By key, as `kubeseal` prints it. */
  readonly encryptedData: Readonly<Record<string, string>>;
}

export interface SopsFile {
  readonly type: "sops";
  readonly secrets: readonly [string];
  /** Its path from the directory of the overlay. */
  readonly file: string;
}

/** A SecretStore of External Secrets Operator. */
interface Store {
  readonly name: string;
  readonly kind: "SecretStore" | "ClusterSecretStore";
}

/** Where a value is in the store; what its parts mean is the store's affair. */
interface RemoteRef {
  readonly key: string;
  readonly property?: string;
  readonly version?: string;
}

interface StoreOptions {
  readonly store: Store;
  /** How often the values are fetched anew, such as "15m". Default: "1h". */
  readonly refreshInterval?: string;
  /** Where the value of a Secret's key is. Default: the property `<key>` of `<environment's id>/<Secret's name>`. */
  readonly remoteRef?: (secret: string, key: string) => RemoteRef;
  /** Labels of the ExternalSecret beside those of the contract. The operator gives the Secret the same ones. */
  readonly labels?: (secret: string) => Readonly<Record<string, string>>;
  /**
   * What becomes of a value with a null byte. The operator has this from 2.3 on and adds `Ignore` itself; give it
   * there, so that a sync does not find a difference. Default: left out, because older ones refuse it.
   */
  readonly nullBytePolicy?: "Ignore" | "Fail";
}

/**
 * People create the Secrets, with `pnpm secrets apply`.
 *
 * @param contracts The Secrets that it is for. Default: all that no other source names.
 */
export function secretsByHand(...contracts: readonly SecretContract[]): ByHand {
  return { type: "by-hand", ...named(contracts) };
}

/**
 * External Secrets Operator creates the Secrets from what a store has.
 *
 * @param contracts The Secrets that it is for. Default: all that no other source names.
 */
export function externalSecrets(options: StoreOptions, ...contracts: readonly SecretContract[]): ExternalSecrets {
  return { type: "external", ...options, ...named(contracts) };
}

/**
 * The Sealed Secrets controller decrypts what stands here. A key that is missing or too many does not compile.
 *
 * @param encryptedData By key, as `kubeseal --raw` prints it for the Secret's name in the environment's namespace.
 */
export function sealedSecret<Key extends string>(
  contract: SecretContract<Key>,
  encryptedData: Readonly<Record<NoInfer<Key>, string>>,
): Sealed {
  return { type: "sealed", secrets: [contract.name], encryptedData };
}

/**
 * A Secret encrypted by SOPS stands beside the overlay, which lists it in `resources:`. Whoever syncs decrypts it.
 *
 * @param file Its path from the directory of the overlay.
 */
export function sopsFile(contract: SecretContract, file: string): SopsFile {
  return { type: "sops", secrets: [contract.name], file };
}

/** What is read of an environment. */
interface Place {
  readonly environment: string;
  readonly secretSource?: SecretSource | readonly SecretSource[] | undefined;
}

/** The sources that an environment gives, as a list. */
export function secretSources({ secretSource = [] }: Place): readonly SecretSource[] {
  return Array.isArray(secretSource) ? (secretSource as readonly SecretSource[]) : [secretSource as SecretSource];
}

/**
 * Where the values of a Secret come from; undefined where the platform provides it.
 *
 * Where the environment does not say: by hand, and in production from the ClusterSecretStore `production`.
 */
export function secretSourceOf(environment: Place, { name, provider }: SecretContract): SecretSource | undefined {
  if (provider !== "team") return undefined;
  const sources = secretSources(environment);
  const own = sources.find(({ secrets }) => secrets?.includes(name) === true);
  return own ?? sources.find(({ secrets }) => secrets === undefined) ?? defaultSource(environment);
}

/** What an ExternalSecret says of one Secret. */
interface ExternalParts {
  readonly labels: Readonly<Record<string, string>>;
  /** By the Secret's key. */
  readonly remoteRefs: Readonly<Record<string, RemoteRef>>;
}

/**
 * Asks a source's functions about a Secret.
 *
 * @param id The environment's.
 * @throws UserError where one of them throws.
 */
export function externalParts(
  id: string,
  source: ExternalSecrets,
  { name, labels, keys }: SecretContract,
): ExternalParts {
  const { remoteRef = (secret, key) => ({ key: `${id}/${secret}`, property: key }) } = source;
  try {
    const remoteRefs = Object.fromEntries(Object.keys(keys).map((key) => [key, remoteRef(name, key)]));
    return { labels: { ...labels, ...source.labels?.(name) }, remoteRefs };
  } catch (error) {
    throw new UserError(
      {
        code: "package-threw",
        what: `the source of ${name} threw ${(error as Error).name}: ${(error as Error).message}`,
        where: `environment ${shown(id)}`,
        next: "correct its remoteRef or labels: both get the Secret's name, remoteRef the key too",
      },
      { cause: error },
    );
  }
}

export function isSecretSource(value: unknown): boolean {
  const sources = (Array.isArray(value) ? value : [value]) as readonly ({ readonly type?: unknown } | null)[];
  return sources.every((source) => ["by-hand", "external", "sealed", "sops"].includes(String(source?.type)));
}

function defaultSource({ environment }: Place): SecretSource {
  if (environment !== "production") return secretsByHand();
  return externalSecrets({ store: { kind: "ClusterSecretStore", name: environment } });
}

function named(contracts: readonly SecretContract[]): Named {
  return contracts.length === 0 ? {} : { secrets: contracts.map(({ name }) => name) };
}
