export { changedConfigMaps } from "./changed-config-maps.ts";
export { belowStation, proveStation } from "./station.ts";
export type { ChangedConfigMap } from "./changed-config-maps.ts";
export type { Layer } from "./layer.ts";
export type { RenderedObject } from "./match-objects.ts";
export type { Below, ChangeByComponent } from "./overwritten.ts";
export type { NotProved, Proof, ToProve } from "./prove.ts";
