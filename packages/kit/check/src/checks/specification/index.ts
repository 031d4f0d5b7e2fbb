import { capacityFits } from "./capacity-fits.ts";
import { capacityTarget } from "./capacity-target.ts";
import { configMapSensitive } from "./config-map-sensitive.ts";
import { imagePullPolicyMinikube } from "./image-pull-policy-minikube.ts";
import { labelStandard } from "./label-standard.ts";
import { namePrefix } from "./name-prefix.ts";
import { probesRequired } from "./probes-required.ts";
import { replicasMinimum } from "./replicas-minimum.ts";
import { requestsBelowLimits } from "./requests-below-limits.ts";
import { runAsUser } from "./run-as-user.ts";
import { versionLabel } from "./version-label.ts";

/** The rules of the two specifications. */
export const specification = [
  capacityFits,
  capacityTarget,
  configMapSensitive,
  imagePullPolicyMinikube,
  labelStandard,
  namePrefix,
  probesRequired,
  replicasMinimum,
  requestsBelowLimits,
  runAsUser,
  versionLabel,
] as const;
