import { exemptionExpired } from "./exemption-expired.ts";
import { exemptionUnused } from "./exemption-unused.ts";

/** What is wrong with exemptions themselves. */
export const exemptions = [exemptionExpired, exemptionUnused] as const;
