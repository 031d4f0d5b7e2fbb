export { checkStructure } from "./check-structure.ts";
export { isQuantity } from "./formats.ts";
export { groupOf } from "./group-of.ts";
export {
  allKinds,
  findKind,
  isBuiltInGroup,
  kubernetesMinor,
  kubernetesVersion,
  servedVersions,
  typeAt,
} from "./lookups.ts";

export type { Fields, KindSchema, Limits, Path, TypeName, TypeSchema } from "./schema.ts";
export type { Structure, StructureProblem } from "./structure.ts";
