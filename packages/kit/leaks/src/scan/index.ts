export { findLeaks } from "./find-leaks.ts";
export { generatorLiterals } from "./generator-literals.ts";
export { plainSecrets } from "./plain-secrets.ts";
