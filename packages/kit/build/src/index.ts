export { build } from "./build.ts";
export { drift } from "./drift.ts";
export { formatDrift } from "./format-drift.ts";
export { generate } from "./generate.ts";
export { overlayTexts } from "./overlay-texts.ts";
export { selectEnvironments } from "./select-environments.ts";
export type { Built } from "./build.ts";
export type { Drift } from "./drift.ts";
export type { Generated, GenerateOptions } from "./generate.ts";
