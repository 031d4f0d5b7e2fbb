export { argocdImageUpdater } from "./argocd-image-updater.ts";
export { fluxSetters } from "./flux-setters.ts";
export { renovate } from "./renovate.ts";
export { renovateUpdate } from "./renovate-update.ts";
export type { RenovateUpdate } from "./renovate-update.ts";
