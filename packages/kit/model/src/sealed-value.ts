/**
 * Whether a text is a value that `kubeseal` has encrypted: in base64 the length of an encrypted session key, that key,
 * and what it encrypts with 16 bytes of proof
 * (https://github.com/bitnami-labs/sealed-secrets/blob/main/pkg/crypto/crypto.go).
 */
export function isSealed(text: unknown): boolean {
  if (typeof text !== "string" || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  const bytes = Buffer.from(text, "base64");
  if (bytes.length < smallestKey) return false;
  const keyLength = bytes.readUInt16BE(0);
  return keyLength >= smallestKey && bytes.length >= 2 + keyLength + 16;
}

// RSA of 2048 bits; the controller's own keys have 4096.
const smallestKey = 256;
