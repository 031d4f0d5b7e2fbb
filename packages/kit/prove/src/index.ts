export { changedConfigMaps } from "./changed-config-maps.ts";
export { overwritten } from "./overwritten.ts";
export { prove } from "./prove.ts";
export type { ChangedConfigMap } from "./changed-config-maps.ts";
export type { Layer } from "./layer.ts";
export type { RenderedObject } from "./match-objects.ts";
export type { DeclaredOperation } from "./meets.ts";
export type { Below } from "./overwritten.ts";
export type { NotProved, Proof, ToProve } from "./prove.ts";
