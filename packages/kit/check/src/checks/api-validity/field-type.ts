import { structureCheck } from "../../define-check.ts";

export const fieldType = structureCheck({
  id: "field-type",
  group: "api-validity",
  severity: "error",
  title: "a value of another type than the field has",
  code: "type",
});
