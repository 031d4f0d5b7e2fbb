export { environmentView } from "./environment-view.ts";
export { isKind } from "./view.ts";
export type { Delivery, SyncEngine } from "./delivery.ts";
export type { KindName, LooseKind } from "./kinds.ts";
export type { OverlayView } from "./overlay-view.ts";
export type { Selector } from "./selector.ts";
export type { SourceObject } from "./source-object.ts";
export type { ContainerView, EnvironmentFacts, EnvironmentView, LooseContainer, PodView, View } from "./view.ts";
