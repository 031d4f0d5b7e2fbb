// What `sops` writes for a value. Anything between the brackets but base64 could be the plain value itself.
const encrypted =
  /^ENC\[AES256_GCM,data:[A-Za-z0-9+/=]*,iv:[A-Za-z0-9+/=]+,tag:[A-Za-z0-9+/=]+,type:(str|bytes|int|float|bool)\]$/;

/** Whether a text is a value that SOPS has encrypted. */
export function isEncrypted(text: unknown): boolean {
  return typeof text === "string" && encrypted.test(text);
}

/**
 * Why a Secret may not be in the repository, or undefined where it may: every value is encrypted by SOPS, and its
 * `sops` block is there. Names keys, never a value.
 *
 * @param manifest An object of kind Secret.
 */
export function plainSecretReason(manifest: object): string | undefined {
  const { data, stringData, metadata, sops } = manifest as Secret;
  const values = { ...data, ...stringData };
  const plain = Object.keys(values).filter((key) => !isEncrypted(values[key]));
  if (plain.length > 0) return `SOPS has not encrypted ${plain.join(", ")}`;
  if (metadata?.annotations?.[lastApplied] !== undefined) return `its annotation ${lastApplied} repeats its values`;
  if (typeof sops !== "object" || sops === null) return "it has no sops block";
  return undefined;
}

interface Secret {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly stringData?: Readonly<Record<string, unknown>>;
  readonly metadata?: { readonly annotations?: Readonly<Record<string, unknown>> };
  readonly sops?: unknown;
}

// `kubectl apply` writes it, and `kubectl get -o yaml` reads it.
const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";
