import { builtInCheck } from "../../define-check.ts";

/** Reported where exemptions are applied, after every check has run. */
export const exemptionExpired = builtInCheck({
  id: "exemption-expired",
  group: "exemptions",
  severity: "warning",
  title: "an exemption whose last day is over",
});
