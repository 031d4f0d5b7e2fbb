export { findSecrets, type FindOptions } from "./find-secrets.ts";
export { isCiphertext, isEncrypted, isSealed, plainSecretReason } from "./ciphertext.ts";
export { isSecretName, shownToBrowsers, tellingOf, type Telling } from "./names.ts";
export { isRandomValue, mayBeSecret } from "./values.ts";
export { isSecretEntry, secretIn } from "./entries.ts";
export { maskData, maskPair, maskTextPair } from "./mask-data.ts";
export { maskSecrets } from "./mask-secrets.ts";
export { Steps } from "./steps.ts";
export type { Secret } from "./secret.ts";
