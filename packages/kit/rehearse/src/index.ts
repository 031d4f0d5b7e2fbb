export { formatVerdicts } from "./format-verdicts.ts";
export { rehearsalsAsJson, rehearsalsAsMarkdown, rehearsalsAsText } from "./format-rehearsals.ts";
export { hurts } from "./rehearsal.ts";
export { rehearse } from "./rehearse.ts";
export { verify } from "./verify.ts";
export type { Verdict } from "./format-verdicts.ts";
export type { Manifest, ManifestData } from "./manifest.ts";
export type { Rehearsal } from "./rehearsal.ts";
export type { Refusal, VerifyOptions } from "./verify.ts";
