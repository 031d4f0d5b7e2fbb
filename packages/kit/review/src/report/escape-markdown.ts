import { visible } from "./value-text.ts";

/** A text as Markdown shows it: nothing in it is a link, a tag, a mention or the end of a table's cell. */
export function escaped(text: string): string {
  return (
    visible(text)
      .replaceAll(/\s+/g, " ")
      .replaceAll(/[\\`*_{}[\]|~$]/g, String.raw`\$&`)
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      // A word joiner keeps it from being a mention, the number of an issue, or a link.
      .replaceAll(/[@#](?!8288;)/g, "$&&#8288;")
      .replaceAll("://", ":&#8288;//")
  );
}

/** A text inside of a tag, where Markdown has no say. */
export function escapedHtml(text: string): string {
  return visible(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("@", "@&#8288;");
}

/** A text as code in a line. */
export function code(text: string): string {
  const line = visible(text)
    .replaceAll(/\s+/g, " ")
    .replaceAll("|", String.raw`\|`);
  const fence = "`".repeat(longestRun(line) + 1);
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${space}${line}${space}${fence}`;
}

/** Lines as a block of code, behind a fence that is in none of them. */
export function fenced(language: string, lines: readonly string[]): string[] {
  const fence = "`".repeat(Math.max(3, longestRun(lines.join("\n")) + 1));
  return [`${fence}${language}`, ...lines, fence];
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
