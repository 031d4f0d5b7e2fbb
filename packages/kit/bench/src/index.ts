export { bench } from "./bench.ts";
export { formatReport } from "./format-report.ts";
export { allSizes, parseSizes } from "./sizes.ts";
export type { BenchOptions, Results } from "./bench.ts";
