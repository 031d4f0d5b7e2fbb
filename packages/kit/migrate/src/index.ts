export { migrateOverlays } from "./migrate-overlays.ts";
export type { MigratedOverlay, Migration, OverlayFile } from "./migrate-overlays.ts";
