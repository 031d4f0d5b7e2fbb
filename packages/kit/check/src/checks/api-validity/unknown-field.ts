import { structureCheck } from "../../define-check.ts";

export const unknownField = structureCheck({
  id: "unknown-field",
  group: "api-validity",
  severity: "error",
  title: "a field that the kind does not have",
  code: "unknown-field",
});
