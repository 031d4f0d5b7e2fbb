export { forAnnotationData, forAnnotationProperty } from "./for-annotation.ts";
export { forDiffPath } from "./for-diff-path.ts";
export { forHtml } from "./for-html.ts";
export { forJson } from "./for-json.ts";
export { forLog } from "./for-log.ts";
export { forMarkdown, forMarkdownCode, forMarkdownFence, forMarkdownHtml } from "./for-markdown.ts";
export { forMermaid, forMermaidTitle } from "./for-mermaid.ts";
export { forSarif, forUri } from "./for-sarif.ts";
export { forTerminal, forTerminalLines } from "./for-terminal.ts";
