import { builtInCheck } from "../../define-check.ts";

/** Reported where exemptions are applied, after every check has run. */
export const exemptionUnused = builtInCheck({
  id: "exemption-unused",
  group: "exemptions",
  severity: "warning",
  title: "an exemption matches no finding",
});
