/** A check of ours, and where its findings are to be: `=spec.a` is exactly there, other text is somewhere in the path. */
export interface Own {
  readonly check: string;
  readonly at?: string;
}

/** What kube-score's checks are here. Those that it has alone are not in it. */
export const pairs: Readonly<Record<string, readonly Own[]>> = {
  "container-ephemeral-storage-request-and-limit": [{ check: "ephemeral-storage" }],
  "container-image-pull-policy": [{ check: "image-pull-policy-always" }],
  "container-image-tag": [{ check: "image-tag-latest" }],
  "container-memory-requests-equal-limits": [{ check: "memory-limit-is-request" }],
  "container-ports-check": [
    { check: "container-port" },
    { check: "duplicate-list-key", at: "ports" },
    { check: "field-required", at: "ports" },
  ],
  "container-resources": [
    { check: "cpu-limit" },
    { check: "cpu-request" },
    { check: "memory-limit" },
    { check: "memory-request" },
  ],
  "container-seccomp-profile": [{ check: "pss-seccomp-restricted" }],
  "container-security-context-privileged": [{ check: "pss-privileged" }],
  "container-security-context-readonlyrootfilesystem": [{ check: "readonly-rootfs" }],
  "container-security-context-user-group-id": [{ check: "run-as-user", at: "runAsUser" }],
  "cronjob-has-deadline": [{ check: "cronjob-deadline" }],
  "cronjob-restartpolicy": [{ check: "workload-restart-policy" }],
  "deployment-has-host-podantiaffinity": [{ check: "spread-missing" }],
  "deployment-has-poddisruptionbudget": [{ check: "pdb-missing" }],
  "deployment-pod-selector-labels-match-template-metadata-labels": [
    { check: "field-required", at: "selector" },
    { check: "workload-selector" },
  ],
  "deployment-replicas": [{ check: "replicas-minimum" }],
  "deployment-strategy": [{ check: "rolling-update" }],
  "deployment-targeted-by-hpa-does-not-have-replicas-configured": [{ check: "hpa-with-replicas" }],
  "environment-variable-key-duplication": [{ check: "duplicate-list-key", at: "env" }],
  "horizontalpodautoscaler-has-target": [{ check: "hpa-target-missing" }],
  "horizontalpodautoscaler-replicas": [{ check: "hpa-min-replicas" }],
  "ingress-targets-service": [{ check: "ingress-backend-missing" }],
  "label-values": [{ check: "label-syntax" }],
  "networkpolicy-targets-pod": [{ check: "network-policy-selects-nothing" }],
  "pod-networkpolicy": [{ check: "network-policy-missing" }],
  "pod-probes": [{ check: "probes-required" }],
  "pod-probes-identical": [{ check: "probes-identical" }],
  "pod-topology-spread-constraints": [
    { check: "field-enum", at: "topologySpread" },
    { check: "field-required", at: "topologySpread" },
    { check: "spread-selects-others" },
    { check: "topology-spread" },
  ],
  "poddisruptionbudget-has-policy": [{ check: "pdb-blocks-eviction", at: "=spec.maxUnavailable" }],
  "service-targets-pod": [{ check: "service-selects-nothing" }],
  "service-type": [{ check: "exposed-node-port" }],
  "stable-version": [{ check: "api-version-served" }, { check: "deprecated-api" }],
  "statefulset-has-host-podantiaffinity": [{ check: "spread-missing" }],
  "statefulset-has-poddisruptionbudget": [{ check: "pdb-missing" }],
  "statefulset-has-servicename": [{ check: "statefulset-service-headless" }, { check: "statefulset-service-missing" }],
  "statefulset-pod-selector-labels-match-template-metadata-labels": [
    { check: "field-required", at: "selector" },
    { check: "workload-selector" },
  ],
};
