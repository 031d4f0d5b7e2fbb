import { structureCheck } from "../../define-check.ts";

export const fieldRequired = structureCheck({
  id: "field-required",
  group: "api-validity",
  severity: "error",
  title: "a field that must be there is missing",
  code: "required",
});
