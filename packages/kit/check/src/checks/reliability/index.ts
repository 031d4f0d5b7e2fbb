import { cpuLimit } from "./cpu-limit.ts";
import { cpuRequest } from "./cpu-request.ts";
import { cronjobConcurrency } from "./cronjob-concurrency.ts";
import { cronjobDeadline } from "./cronjob-deadline.ts";
import { cronjobHistory } from "./cronjob-history.ts";
import { deploymentPaused } from "./deployment-paused.ts";
import { ephemeralStorage } from "./ephemeral-storage.ts";
import { hpaMaxEqualsMin } from "./hpa-max-equals-min.ts";
import { hpaMinReplicas } from "./hpa-min-replicas.ts";
import { imagePullPolicyMinikube } from "./image-pull-policy-minikube.ts";
import { imageTagLatest } from "./image-tag-latest.ts";
import { initOrder } from "./init-order.ts";
import { jobTtl } from "./job-ttl.ts";
import { memoryLimit } from "./memory-limit.ts";
import { memoryRequest } from "./memory-request.ts";
import { nakedPod } from "./naked-pod.ts";
import { pdbBlocksEviction } from "./pdb-blocks-eviction.ts";
import { pdbMissing } from "./pdb-missing.ts";
import { pdbUnhealthyEviction } from "./pdb-unhealthy-eviction.ts";
import { priorityClassUnset } from "./priority-class-unset.ts";
import { probesIdentical } from "./probes-identical.ts";
import { probesRequired } from "./probes-required.ts";
import { progressDeadline } from "./progress-deadline.ts";
import { replicasMinimum } from "./replicas-minimum.ts";
import { resourcesMissing } from "./resources-missing.ts";
import { rollingUpdate } from "./rolling-update.ts";
import { selectorDuplicate } from "./selector-duplicate.ts";
import { spreadMissing } from "./spread-missing.ts";
import { spreadSelectsOthers } from "./spread-selects-others.ts";
import { terminationGraceZero } from "./termination-grace-zero.ts";

/** What stands a lost node, an update and a busy hour, and what does not. */
export const reliability = [
  cpuLimit,
  cpuRequest,
  cronjobConcurrency,
  cronjobDeadline,
  cronjobHistory,
  deploymentPaused,
  ephemeralStorage,
  hpaMaxEqualsMin,
  hpaMinReplicas,
  imagePullPolicyMinikube,
  imageTagLatest,
  initOrder,
  jobTtl,
  memoryLimit,
  memoryRequest,
  nakedPod,
  pdbBlocksEviction,
  pdbMissing,
  pdbUnhealthyEviction,
  priorityClassUnset,
  probesIdentical,
  probesRequired,
  progressDeadline,
  replicasMinimum,
  resourcesMissing,
  rollingUpdate,
  selectorDuplicate,
  spreadMissing,
  spreadSelectsOthers,
  terminationGraceZero,
] as const;
