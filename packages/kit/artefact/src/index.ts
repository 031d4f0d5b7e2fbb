export { compileKit } from "./compile-kit.ts";
export { makeCurrent } from "./make-current.ts";
export type { CompiledKit } from "./compile-kit.ts";
