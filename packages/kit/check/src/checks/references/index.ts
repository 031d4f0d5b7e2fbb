import { configMapKeyMissing } from "./config-map-key-missing.ts";
import { configMapMissing } from "./config-map-missing.ts";
import { hpaTargetMissing } from "./hpa-target-missing.ts";
import { hpaWithReplicas } from "./hpa-with-replicas.ts";
import { ingressBackendMissing } from "./ingress-backend-missing.ts";
import { ingressTlsSecretMissing } from "./ingress-tls-secret-missing.ts";
import { networkPolicyPeerSelectsNothing } from "./network-policy-peer-selects-nothing.ts";
import { networkPolicySelectsNothing } from "./network-policy-selects-nothing.ts";
import { pdbSelectsNothing } from "./pdb-selects-nothing.ts";
import { priorityClassMissing } from "./priority-class-missing.ts";
import { probePort } from "./probe-port.ts";
import { probePortUndeclared } from "./probe-port-undeclared.ts";
import { probeProtocol } from "./probe-protocol.ts";
import { roleBindingTargetMissing } from "./role-binding-target-missing.ts";
import { secretKeyMissing } from "./secret-key-missing.ts";
import { secretMissing } from "./secret-missing.ts";
import { serviceAccountMissing } from "./service-account-missing.ts";
import { serviceMonitorSelectsNothing } from "./service-monitor-selects-nothing.ts";
import { serviceSelectsNothing } from "./service-selects-nothing.ts";
import { statefulsetServiceHeadless } from "./statefulset-service-headless.ts";
import { statefulsetServiceMissing } from "./statefulset-service-missing.ts";
import { targetPortMissing } from "./target-port-missing.ts";
import { targetPortUndeclared } from "./target-port-undeclared.ts";
import { variableUnresolved } from "./variable-unresolved.ts";
import { volumeClaimMissing } from "./volume-claim-missing.ts";

/** What objects name and what is not there. */
export const references = [
  configMapKeyMissing,
  configMapMissing,
  hpaTargetMissing,
  hpaWithReplicas,
  ingressBackendMissing,
  ingressTlsSecretMissing,
  networkPolicyPeerSelectsNothing,
  networkPolicySelectsNothing,
  pdbSelectsNothing,
  priorityClassMissing,
  probePort,
  probePortUndeclared,
  probeProtocol,
  roleBindingTargetMissing,
  secretKeyMissing,
  secretMissing,
  serviceAccountMissing,
  serviceMonitorSelectsNothing,
  serviceSelectsNothing,
  statefulsetServiceHeadless,
  statefulsetServiceMissing,
  targetPortMissing,
  targetPortUndeclared,
  variableUnresolved,
  volumeClaimMissing,
] as const;
