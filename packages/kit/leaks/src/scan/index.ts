export { findLeaks } from "./find-leaks.ts";
export { plainSecrets } from "./plain-secrets.ts";
