import { annotationStandard } from "./annotation-standard.ts";
import { labelStandard } from "./label-standard.ts";
import { memoryLimitIsRequest } from "./memory-limit-is-request.ts";
import { metadataForbidden } from "./metadata-forbidden.ts";
import { namePrefix } from "./name-prefix.ts";
import { requestsBelowLimits } from "./requests-below-limits.ts";
import { runAsUser } from "./run-as-user.ts";
import { versionLabel } from "./version-label.ts";

/** What teams agree on, each in its own way: off until a policy switches it on. */
export const conventions = [
  annotationStandard,
  labelStandard,
  memoryLimitIsRequest,
  metadataForbidden,
  namePrefix,
  requestsBelowLimits,
  runAsUser,
  versionLabel,
] as const;
