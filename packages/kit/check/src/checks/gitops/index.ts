import { applySize } from "./apply-size.ts";
import { argocdSourceFile } from "./argocd-source-file.ts";
import { canonicalQuantity } from "./canonical-quantity.ts";
import { fluxSubstitution } from "./flux-substitution.ts";
import { generatePaths } from "./generate-paths.ts";
import { generatedNamePruned } from "./generated-name-pruned.ts";
import { imageWriteBack } from "./image-write-back.ts";
import { instanceLabel } from "./instance-label.ts";
import { jobImmutable } from "./job-immutable.ts";
import { namespaceMissing } from "./namespace-missing.ts";
import { projectKind } from "./project-kind.ts";
import { pruneLast } from "./prune-last.ts";
import { pruneProtection } from "./prune-protection.ts";
import { syncPath } from "./sync-path.ts";
import { syncWave } from "./sync-wave.ts";
import { trackingId } from "./tracking-id.ts";

/** What Argo CD or Flux would do with it. */
export const gitops = [
  applySize,
  argocdSourceFile,
  canonicalQuantity,
  fluxSubstitution,
  generatePaths,
  generatedNamePruned,
  imageWriteBack,
  instanceLabel,
  jobImmutable,
  namespaceMissing,
  projectKind,
  pruneLast,
  pruneProtection,
  syncPath,
  syncWave,
  trackingId,
] as const;
