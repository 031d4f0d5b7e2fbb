export { capacityReport, capacityVerdicts } from "./report/capacity-report.ts";
export { formatJson } from "./format/format-json.ts";
export { formatMarkdown } from "./format/format-markdown.ts";
export { formatText } from "./format/format-text.ts";
export { nodesOf } from "./scheduler/nodes.ts";
export type { ClusterVerdict } from "./report/cluster-verdict.ts";
export type { Deployed } from "./report/capacity-report.ts";
export type { ClusterNode } from "./scheduler/nodes.ts";
export type { ClusterReport, CapacityReport } from "./report/report.ts";
