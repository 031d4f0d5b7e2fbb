export { joinPlans, planOf } from "./plan.ts";
export { addElement, addField, addImport, removeEntry, replaceNode } from "./source/edit.ts";
export {
  argumentAt,
  asList,
  asObject,
  asText,
  callNamed,
  fieldOf,
  fieldsOf,
  nameOf,
  objectArgument,
} from "./source/find.ts";
export { declaredIn, defaultExport, placeOf, readSource, resolved } from "./source/source.ts";
export { addToList, removeFromList } from "./kustomization/edit-kustomization.ts";
export type { FilePlan, PlannedFile } from "./plan.ts";
export type { Source } from "./source/source.ts";
