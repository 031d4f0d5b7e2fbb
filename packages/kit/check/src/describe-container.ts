import type { ContainerView } from "./view/index.ts";

/** `container web`, `init container migrate`: how a message names a container. */
export function describeContainer({ role, name }: ContainerView): string {
  return role === "container" ? `container ${name}` : `${role} container ${name}`;
}
