export { definePolicy } from "./policy/define-policy.ts";
export {
  annotationStandard,
  boundedResources,
  forbiddenMetadata,
  guaranteedMemory,
  labelStandard,
  localImagesOnly,
  nonRootUsers,
  prefixedNames,
  probed,
  replicated,
  versionFromTag,
  withinCapacity,
} from "./policy/packs.ts";
export type { Pack } from "./policy/pack.ts";
