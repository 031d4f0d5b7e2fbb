export { environmentView } from "./environment-view.ts";
export { isKind } from "./view.ts";
export type { Delivery, SyncEngine } from "./delivery.ts";
export type { EnvironmentFacts, EnvironmentView } from "./environment-view.ts";
export type { KindName, Loose } from "./kinds.ts";
export type { OverlayView } from "./overlay-view.ts";
export type { ContainerView, LooseContainer, PodView } from "./pod-view.ts";
export type { Selector } from "./selector.ts";
export type { View } from "./view.ts";
