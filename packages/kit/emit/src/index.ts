export { emit } from "./emit.ts";
export { generatedFile } from "./kustomization.ts";
export { toYaml } from "./to-yaml.ts";
export { findLost } from "./find-lost.ts";
export type { Json, JsonObject } from "@kit/kube";
export type { ServiceSource, SystemSource } from "./system-source.ts";
