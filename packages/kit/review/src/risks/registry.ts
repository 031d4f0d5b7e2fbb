import type { Risk } from "../judge/define-risk.ts";
import { definitionBreaks } from "./breaks/definition-breaks.ts";
import { endpointsLost } from "./breaks/endpoints-lost.ts";
import { immutableField } from "./breaks/immutable-field.ts";
import { madeSecret } from "./breaks/made-secret.ts";
import { missingKey } from "./breaks/missing-key.ts";
import { networkCut } from "./breaks/network-cut.ts";
import { podsUnselected } from "./breaks/pods-unselected.ts";
import { refused } from "./breaks/refused.ts";
import { removedDefinition } from "./breaks/removed-definition.ts";
import { removedNamespace } from "./breaks/removed-namespace.ts";
import { removedReference } from "./breaks/removed-reference.ts";
import { removedStatefulSet } from "./breaks/removed-stateful-set.ts";
import { removedVolumeClaim } from "./breaks/removed-volume-claim.ts";
import { serviceName } from "./breaks/service-name.ts";
import { servicePort } from "./breaks/service-port.ts";
import { accessNarrowed } from "./caution/access-narrowed.ts";
import { accessWidened } from "./caution/access-widened.ts";
import { autoscalerReset } from "./caution/autoscaler-reset.ts";
import { configKeyRemoved } from "./caution/config-key-removed.ts";
import { dataDeleted } from "./caution/data-deleted.ts";
import { definitionNarrowed } from "./caution/definition-narrowed.ts";
import { drainsBlocked } from "./caution/drains-blocked.ts";
import { imageMajor } from "./caution/image-major.ts";
import { imageRegistry } from "./caution/image-registry.ts";
import { ingressHost } from "./caution/ingress-host.ts";
import { ingressShared } from "./caution/ingress-shared.ts";
import { ingressTls } from "./caution/ingress-tls.ts";
import { keptObject } from "./caution/kept-object.ts";
import { limitLowered } from "./caution/limit-lowered.ts";
import { movedEnvironment } from "./caution/moved-environment.ts";
import { networkNarrowed } from "./caution/network-narrowed.ts";
import { networkWidened } from "./caution/network-widened.ts";
import { nodePort } from "./caution/node-port.ts";
import { orderMeans } from "./caution/order-means.ts";
import { podsIsolated } from "./caution/pods-isolated.ts";
import { probeRemoved } from "./caution/probe-removed.ts";
import { quota } from "./caution/quota.ts";
import { removedEntry } from "./caution/removed-entry.ts";
import { removedWorkload } from "./caution/removed-workload.ts";
import { renamed } from "./caution/renamed.ts";
import { replicasLowered } from "./caution/replicas-lowered.ts";
import { rolloutStrategy } from "./caution/rollout-strategy.ts";
import { secretNeeded } from "./caution/secret-needed.ts";
import { securityWeakened } from "./caution/security-weakened.ts";
import { serviceAccount } from "./caution/service-account.ts";
import { serviceExposed } from "./caution/service-exposed.ts";
import { serviceJoined } from "./caution/service-joined.ts";
import { serviceNarrowed } from "./caution/service-narrowed.ts";
import { serviceSelector } from "./caution/service-selector.ts";
import { serviceType } from "./caution/service-type.ts";
import { variableRemoved } from "./caution/variable-removed.ts";
import { webhook } from "./caution/webhook.ts";
import { accessSame } from "./routine/access-same.ts";
import { addedObject } from "./routine/added-object.ts";
import { checksum } from "./routine/checksum.ts";
import { definitionWidened } from "./routine/definition-widened.ts";
import { endpointsSame } from "./routine/endpoints-same.ts";
import { equalValue } from "./routine/equal-value.ts";
import { imageTag } from "./routine/image-tag.ts";
import { label } from "./routine/label.ts";
import { networkSame } from "./routine/network-same.ts";
import { podOrder } from "./routine/pod-order.ts";
import { podsAnew } from "./routine/pods-anew.ts";
import { replicasRaised } from "./routine/replicas-raised.ts";
import { serviceAffinity } from "./routine/service-affinity.ts";
import { workloadSettings } from "./routine/workload-settings.ts";

/** Every rule, the worst class first. */
export const registry = [
  definitionBreaks,
  endpointsLost,
  immutableField,
  madeSecret,
  missingKey,
  networkCut,
  podsUnselected,
  refused,
  removedDefinition,
  removedNamespace,
  removedReference,
  removedStatefulSet,
  removedVolumeClaim,
  serviceName,
  servicePort,
  accessNarrowed,
  accessWidened,
  autoscalerReset,
  configKeyRemoved,
  dataDeleted,
  definitionNarrowed,
  drainsBlocked,
  imageMajor,
  imageRegistry,
  ingressHost,
  ingressShared,
  ingressTls,
  keptObject,
  limitLowered,
  movedEnvironment,
  networkNarrowed,
  networkWidened,
  nodePort,
  orderMeans,
  podsIsolated,
  probeRemoved,
  quota,
  removedEntry,
  removedWorkload,
  renamed,
  replicasLowered,
  rolloutStrategy,
  secretNeeded,
  securityWeakened,
  serviceAccount,
  serviceExposed,
  serviceJoined,
  serviceNarrowed,
  serviceSelector,
  serviceType,
  variableRemoved,
  webhook,
  accessSame,
  addedObject,
  checksum,
  definitionWidened,
  endpointsSame,
  equalValue,
  imageTag,
  label,
  networkSame,
  podOrder,
  podsAnew,
  replicasRaised,
  serviceAffinity,
  workloadSettings,
] as const satisfies readonly Risk[];

/** The id of a rule. */
export type RiskId = (typeof registry)[number]["id"];
