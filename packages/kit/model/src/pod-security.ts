import type { IPodSpec } from "kubernetes-models/v1/PodSpec";
import { Namespace } from "kubernetes-models/v1/Namespace";

/**
 * A pod that the Pod Security standard `restricted` admits, and that gets nothing it did not ask for: no token for the
 * Kubernetes API, and no variables for the Services of its namespace.
 *
 * Adds all that where the pod leaves it out, and changes nothing that is there:
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function restrictedPod(pod: IPodSpec): IPodSpec {
  return {
    automountServiceAccountToken: false,
    // A Service `api` would set API_PORT=tcp://… in the pods that start after it, and in no other.
    enableServiceLinks: false,
    ...pod,
    ...(pod.initContainers === undefined ? {} : { initContainers: pod.initContainers.map(restrictedContainer) }),
    containers: pod.containers.map(restrictedContainer),
    securityContext: {
      runAsNonRoot: true,
      ...pod.securityContext,
      seccompProfile: pod.securityContext?.seccompProfile ?? { type: "RuntimeDefault" },
    },
  };
}

/**
 * A container that the standard `restricted` admits: for one that a patch adds, which `restrictedPod` has not seen.
 *
 * Adds what the container leaves out, and changes nothing that is there.
 */
export function restrictedContainer<Container extends IPodSpec["containers"][number]>(container: Container): Container {
  return {
    ...container,
    securityContext: {
      allowPrivilegeEscalation: false,
      ...container.securityContext,
      capabilities: container.securityContext?.capabilities ?? { drop: ["ALL"] },
    },
  };
}

/**
 * A Namespace that refuses pods which are not `restricted`, and that no sync and no removal of an Application takes away.
 *
 * With it would go all that is in it, also what is not in the repository and comes back by no revert: Secrets made by hand,
 * the data of volumes. A mistake in an overlay, or of who generates Applications, must not be enough for that, and a
 * question that somebody confirms among others (`Prune=confirm`) is not either. Who means it uses kubectl.
 */
export function restrictedNamespace(name: string, labels: Readonly<Record<string, string>> = {}): Namespace {
  return new Namespace({
    metadata: {
      name,
      labels: { ...labels, "pod-security.kubernetes.io/enforce": "restricted" },
      annotations: {
        "argocd.argoproj.io/sync-options": "Prune=false,Delete=false",
        "kustomize.toolkit.fluxcd.io/prune": "disabled",
      },
    },
  });
}

/**
 * The Namespace of a preview: it refuses pods which are not `restricted` as well, and goes with all that is in it when the
 * pull request is closed. No other environment's does.
 */
export function previewNamespace(name: string, labels: Readonly<Record<string, string>> = {}): Namespace {
  return new Namespace({
    metadata: { name, labels: { ...labels, "pod-security.kubernetes.io/enforce": "restricted" } },
  });
}
