export { guessHost, guessNamespace, shortName } from "./new/environment-choice.ts";
export { environmentHosts, planEnvironment } from "./new/plan-environment.ts";
export { environmentTypeIn, pascalCase } from "./new/environment-type.ts";
export { nameProblems, reservedProblems, takenProblems, unknownSystem } from "./new/name-problems.ts";
export { imageLike } from "./new/overlay-entries.ts";
export { planService } from "./new/plan-service.ts";
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
export { packageJson, serviceFiles, servicePackageJson } from "./templates/service-files.ts";
export { serviceKinds } from "./templates/service.ts";
export type { EnvironmentInUse, OverlayPart, ServiceFacts, SystemFacts } from "./new/facts.ts";
export type { ImageToSet } from "./new/overlay-entries.ts";
export type { ServiceChoice, ServiceKind, SystemNames } from "./templates/service.ts";
export type { EnvironmentChoice, Stage } from "./new/environment-choice.ts";
export type { EnvironmentPlan } from "./new/plan-environment.ts";
export { planSystem } from "./new/plan-system.ts";
export { gitopsEntry } from "./new/gitops-entry.ts";
export { namesOfSystem, systemFiles } from "./templates/system-files.ts";
export type { SystemChoice, Taken } from "./new/plan-system.ts";
export type { NewEnvironment } from "./templates/system-files.ts";
