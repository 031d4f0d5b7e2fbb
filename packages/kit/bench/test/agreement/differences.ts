/**
 * Where the two do not agree, by why: `docs/agreement.md` argues each. A line is kube-score's check, the file of its tests, the
 * object, and who finds something.
 */
export const differences: Readonly<Record<string, readonly string[]>> = {
  // A limit alone is the request too: the API server fills it in.
  limitIsRequest: [
    "container-ephemeral-storage-request-and-limit pod-ephemeral-storage-missing-request.yaml Pod/pod-test-1 theirs",
    "container-ephemeral-storage-request-and-limit statefulset-nested-ignores.yaml StatefulSet/trivy theirs",
    "container-memory-requests-equal-limits deployment-test-resources.yaml Deployment/deployment-test-1 theirs",
    "container-memory-requests-equal-limits kube-score-ignore-annotations.yaml Pod/kube-score-ignore-annotations theirs",
    "container-memory-requests-equal-limits pod-ephemeral-storage-annotation-ignore.yaml Pod/pod-ephemeral-storage-annotation-ignore theirs",
    "container-memory-requests-equal-limits pod-test-resources-only-limits.yaml Pod/pod-test-1 theirs",
    "container-memory-requests-equal-limits statefulset-test-resources.yaml StatefulSet/statefulset-test-1 theirs",
    "container-resources deployment-test-resources.yaml Deployment/deployment-test-1 theirs",
    "container-resources pod-test-resources-only-limits.yaml Pod/pod-test-1 theirs",
    "container-resources statefulset-test-resources.yaml StatefulSet/statefulset-test-1 theirs",
  ],
  // The API server refuses the object (no containers, no image, a field that there is not), and that is said instead.
  refused: [
    "container-ephemeral-storage-request-and-limit linenumbers-helm.yaml Deployment/foo theirs",
    "container-ephemeral-storage-request-and-limit linenumbers-helm.yaml Deployment/foo2 theirs",
    "container-ephemeral-storage-request-and-limit linenumbers.yaml Deployment/foo theirs",
    "container-ephemeral-storage-request-and-limit linenumbers.yaml Deployment/foo2 theirs",
    "container-image-tag pod-topology-spread-constraints-two-constraints.yaml Pod/mypod theirs",
    "container-image-tag security-inherit-pod-security-context.yaml Deployment/test theirs",
    "container-resources linenumbers-helm.yaml Deployment/foo theirs",
    "container-resources linenumbers-helm.yaml Deployment/foo2 theirs",
    "container-resources linenumbers.yaml Deployment/foo theirs",
    "container-resources linenumbers.yaml Deployment/foo2 theirs",
    "container-seccomp-profile linenumbers-helm.yaml Deployment/foo theirs",
    "container-seccomp-profile linenumbers-helm.yaml Deployment/foo2 theirs",
    "container-seccomp-profile linenumbers.yaml Deployment/foo theirs",
    "container-seccomp-profile linenumbers.yaml Deployment/foo2 theirs",
    "ingress-targets-service ingress-v1-invalid-backend.yaml Ingress/whatever theirs",
    "ingress-targets-service ingress_issue363.yaml Ingress/app-ingress theirs",
    "networkpolicy-targets-pod networkpolicy-not-matching.yaml NetworkPolicy/testapp-netpol theirs",
  ],
  // What it scales is not there, which hpa-target-missing says.
  saidOnce: ["horizontalpodautoscaler-replicas hpa-has-no-target.yaml HorizontalPodAutoscaler/php-apache theirs"],
  // Each container is judged: a probe of one says nothing of the other.
  eachContainer: ["pod-probes pod-probes-on-different-containers.yaml Pod/pod-test-1 ours"],
  // The annotation has had no meaning since Kubernetes 1.27.
  oldAnnotation: [
    "container-seccomp-profile pod-seccomp-annotated-annotation-optional.yaml Pod/pod-test-1 ours",
    "container-seccomp-profile pod-seccomp-annotated.yaml Pod/pod-test-1 ours",
  ],
  // The user counts, and not the group.
  users: ["container-security-context-user-group-id pod-security-context-low-group-id.yaml Pod/pod-test-1 theirs"],
  // A liveness probe that asks the same, and is more patient, is right.
  patience: ["pod-probes-identical statefulset-nested-ignores.yaml StatefulSet/trivy theirs"],
};
