import { structureCheck } from "../../define-check.ts";

export const fieldEnum = structureCheck({
  id: "field-enum",
  group: "api-validity",
  severity: "error",
  title: "a word that is none of those which the field takes",
  code: "enum",
});
