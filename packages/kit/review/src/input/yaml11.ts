import {
  boolYaml11Tag,
  CORE_SCHEMA,
  floatYaml11Tag,
  intYaml11Tag,
  mergeTag,
  nullYaml11Tag,
  type Schema,
} from "js-yaml";

/** What kubectl and kustomize read. To them a date is a string. */
export const yaml11: Schema = CORE_SCHEMA.withTags(
  mergeTag,
  nullYaml11Tag,
  boolYaml11Tag,
  intYaml11Tag,
  floatYaml11Tag,
);
