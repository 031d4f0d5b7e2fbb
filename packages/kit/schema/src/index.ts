export { checkStructure } from "./check-structure.ts";
export { filledInOf } from "./defaults.ts";
export { isQuantity } from "./formats.ts";
export { matches } from "./matches.ts";
export { groupOf } from "./group-of.ts";
export { kindOfDefinition } from "./custom/kind-of-definition.ts";
export {
  allKinds,
  customMetadata,
  findKind,
  isBuiltInGroup,
  isPinned,
  isSameKind,
  knownKinds,
  kubernetesMinor,
  kubernetesVersion,
  nextMinor,
  servedVersions,
  typeAt,
  useRepositoryKinds,
} from "./lookups.ts";

export { kubernetesMinors } from "./minors.ts";

export type { KubernetesMinor } from "./minors.ts";
export type { DefinedVersion } from "./custom/kind-of-definition.ts";
export type { RepositoryKind, RepositoryKinds } from "./lookups.ts";
export type { OpenApiSchema } from "./make/open-api.ts";
export type { FilledField, FilledIn } from "./defaults.ts";
export type { Fields, KindSchema, Limits, Path, TypeName, TypeSchema } from "./schema.ts";
export type { Structure, StructureProblem } from "./structure.ts";
