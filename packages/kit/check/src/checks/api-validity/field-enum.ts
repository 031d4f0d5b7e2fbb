import { structureCheck } from "../../define-check.ts";

export const fieldEnum = structureCheck({
  id: "field-enum",
  group: "api-validity",
  severity: "error",
  title: "a word that the field does not take",
  code: "enum",
});
