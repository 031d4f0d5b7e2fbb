export { defineStation, input } from "./define-station.ts";
export type { AnyStation, Scope, Station } from "./define-station.ts";
