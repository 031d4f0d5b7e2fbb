export { patchesFor, triedText } from "./patches-for.ts";
export { previewTemplate } from "./preview-template.ts";
export type { PreviewTemplate } from "./preview-template.ts";
export type { MadePreview, SyncedPreview } from "../plan.ts";
