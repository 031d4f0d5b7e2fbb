export { readLock, lockFile, lockText, objectsFile, textDigest, valuesFile } from "./lock.ts";
export { planVendored } from "./plan-vendored.ts";
export { readVendored } from "./read-vendored.ts";
export { valuesText } from "./values-text.ts";
export { sourceOf, vendorDifference } from "./vendor-difference.ts";
export type { VendorLock } from "./lock.ts";
