import { structureCheck } from "../../define-check.ts";

export const fieldValue = structureCheck({
  id: "field-value",
  group: "api-validity",
  severity: "error",
  title: "a value out of the bounds that a custom resource's schema sets",
  code: "value",
});
