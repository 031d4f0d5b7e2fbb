import { clusterAdminBinding } from "./cluster-admin-binding.ts";
import { defaultServiceAccount } from "./default-service-account.ts";
import { deprecatedApi } from "./deprecated-api.ts";
import { deprecatedField } from "./deprecated-field.ts";
import { deprecatedServiceAccountField } from "./deprecated-service-account-field.ts";
import { dockerSock } from "./docker-sock.ts";
import { exposedNodePort } from "./exposed-node-port.ts";
import { highUid } from "./high-uid.ts";
import { hostPathSensitive } from "./host-path-sensitive.ts";
import { imageDigest } from "./image-digest.ts";
import { imagePullPolicyAlways } from "./image-pull-policy-always.ts";
import { imageRegistry } from "./image-registry.ts";
import { ingressHost } from "./ingress-host.ts";
import { ingressSnippets } from "./ingress-snippets.ts";
import { ingressTls } from "./ingress-tls.ts";
import { namespaceDefault } from "./namespace-default.ts";
import { networkPolicyMissing } from "./network-policy-missing.ts";
import { podCreateAccess } from "./pod-create-access.ts";
import { podExecAccess } from "./pod-exec-access.ts";
import { privilegedPort } from "./privileged-port.ts";
import { rbacEscalation } from "./rbac-escalation.ts";
import { readonlyRootfs } from "./readonly-rootfs.ts";
import { removedNext } from "./removed-next.ts";
import { runAsGroupZero } from "./run-as-group-zero.ts";
import { secretEnv } from "./secret-env.ts";
import { secretsAccess } from "./secrets-access.ts";
import { serviceAccountToken } from "./service-account-token.ts";
import { serviceExternalIps } from "./service-external-ips.ts";
import { serviceLoadBalancer } from "./service-load-balancer.ts";
import { sshPort } from "./ssh-port.ts";
import { wildcardRbac } from "./wildcard-rbac.ts";
import { writableHostMount } from "./writable-host-mount.ts";

/** What gives somebody more than is needed. */
export const security = [
  clusterAdminBinding,
  defaultServiceAccount,
  deprecatedApi,
  deprecatedField,
  deprecatedServiceAccountField,
  dockerSock,
  exposedNodePort,
  highUid,
  hostPathSensitive,
  imageDigest,
  imagePullPolicyAlways,
  imageRegistry,
  ingressHost,
  ingressSnippets,
  ingressTls,
  namespaceDefault,
  networkPolicyMissing,
  podCreateAccess,
  podExecAccess,
  privilegedPort,
  rbacEscalation,
  readonlyRootfs,
  removedNext,
  runAsGroupZero,
  secretEnv,
  secretsAccess,
  serviceAccountToken,
  serviceExternalIps,
  serviceLoadBalancer,
  sshPort,
  wildcardRbac,
  writableHostMount,
] as const;
