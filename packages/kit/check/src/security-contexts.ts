import type { Path } from "@kit/schema";
import type { IPodSecurityContext } from "kubernetes-models/v1/PodSecurityContext";
import type { ISecurityContext } from "kubernetes-models/v1/SecurityContext";
import { describeContainer } from "./describe-container.ts";
import type { ContainerView, LooseKind, PodView } from "./view/index.ts";

/** The security context of a pod or of one of its containers. */
export interface ContextView<Context> {
  /** `the pod`, `container web`. */
  readonly owner: string;
  /** Where it is, or would be. */
  readonly path: Path;
  readonly context: LooseKind<Context>;
}

/** The fields that a pod and a container both have; the container's win. */
type SharedContext = Pick<IPodSecurityContext, keyof IPodSecurityContext & keyof ISecurityContext>;

/** The pod's own security context, empty where it has none. */
export function podContext(pod: PodView): ContextView<IPodSecurityContext> {
  return { owner: "the pod", path: [...pod.path, "securityContext"], context: pod.spec.securityContext ?? {} };
}

/** A container's security context, empty where it has none. */
export function containerContext(container: ContainerView): ContextView<ISecurityContext> {
  const path = [...container.path, "securityContext"];
  return { owner: describeContainer(container), path, context: container.container.securityContext ?? {} };
}

/** The pod's security context and those of its containers. */
export function contextsOf(pod: PodView): ContextView<SharedContext>[] {
  return [podContext(pod), ...pod.containers.map(containerContext)];
}
