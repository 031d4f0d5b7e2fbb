import { structureCheck } from "../../define-check.ts";

export const duplicateListKey = structureCheck({
  id: "duplicate-list-key",
  group: "api-validity",
  severity: "error",
  title: "two entries of a list have the same key",
  code: "duplicate-key",
});
