export { groupOf, identityKey } from "./identity.ts";
export { isList, isMap } from "./json.ts";
export { isMeantByName } from "./kind-owner.ts";
export { listRule } from "./list-rule.ts";
export { clusterKindsNewToKustomize, definedKinds, isClusterScoped } from "./scope.ts";
export type { Identity } from "./identity.ts";
export type { Json, JsonObject } from "./json.ts";
export type { ListRule } from "./list-rule.ts";
export type { DefinedKind, GroupKind } from "./scope.ts";
