// What `sops` writes for a value. Anything between the brackets but base64 could be the plain value itself.
const sops =
  /^ENC\[AES256_GCM,data:[A-Za-z0-9+/=]*,iv:[A-Za-z0-9+/=]+,tag:[A-Za-z0-9+/=]+,type:(?:str|bytes|int|float|bool|comment)\]$/;

/** Whether a text is a value that SOPS has encrypted. */
export function isEncrypted(text: unknown): boolean {
  return typeof text === "string" && sops.test(text);
}

/**
 * Whether a text is a value that `kubeseal` has encrypted: in base64 the length of an encrypted session key, that key,
 * and what it encrypts with 16 bytes of proof
 * (https://github.com/bitnami-labs/sealed-secrets/blob/main/pkg/crypto/crypto.go).
 */
export function isSealed(text: unknown): boolean {
  if (typeof text !== "string" || text.length < 4 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  const keyLength = Buffer.from(text.slice(0, 4), "base64").readUInt16BE(0);
  return keyLengths.has(keyLength) && Buffer.byteLength(text, "base64") >= 2 + keyLength + 16;
}

/** Whether a text is what a tool has encrypted for somebody: of SealedSecrets, SOPS, age or PGP. */
export function isCiphertext(text: string): boolean {
  return isEncrypted(text) || isSealed(text) || isArmored(text);
}

// RSA of 2048 bits and more; the controller's own keys have 4096.
const keyLengths = new Set([256, 384, 512, 768, 1024]);

function isArmored(text: string): boolean {
  return /^\s*-----BEGIN (?:AGE ENCRYPTED FILE|PGP MESSAGE)-----/.test(text);
}

/**
 * Why a Secret may not be in the repository, or undefined where it may: every value is encrypted by SOPS, and its
 * `sops` block is there. Names keys, never a value.
 *
 * @param manifest An object of kind Secret.
 */
export function plainSecretReason(manifest: object): string | undefined {
  const { data, stringData, metadata, sops: block } = manifest as SealedDocument;
  const values = { ...data, ...stringData };
  const plain = Object.keys(values).filter((key) => !isEncrypted(values[key]));
  if (plain.length > 0) return `SOPS has not encrypted ${plain.join(", ")}`;
  if (metadata?.annotations?.[lastApplied] !== undefined) return `its annotation ${lastApplied} repeats its values`;
  if (typeof block !== "object" || block === null) return "it has no sops block";
  return undefined;
}

interface SealedDocument {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly stringData?: Readonly<Record<string, unknown>>;
  readonly metadata?: { readonly annotations?: Readonly<Record<string, unknown>> };
  readonly sops?: unknown;
}

// `kubectl apply` writes it, and `kubectl get -o yaml` reads it.
const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";
