import { forLog } from "./for-log.ts";
import { forTerminal, forTerminalLines } from "./for-terminal.ts";

/**
 * Other people's text within a line of Markdown, a cell of a table, or after the mark of a list's entry, as GitHub shows
 * it: nothing in it is a link, a tag, an image, a mention, the number of an issue or the end of a cell, and no begin of a
 * block.
 */
export function forMarkdown(text: string): string {
  const own = apart(oneLine(text)).replaceAll(/[\\`*_{}[\]|~$]/g, String.raw`\$&`);
  // What begins a list or underlines a heading.
  const inline = own.replace(/^( ?)(?=[-+=])|^( ?\d{1,9})(?=[.)](?: |$))/, "$1$2\\");
  return withJoiners(entities(inline));
}

/** The same inside of a tag, where Markdown has no say. */
export function forMarkdownHtml(text: string): string {
  return withJoiners(entities(apart(oneLine(text))).replaceAll(/["']/g, (one) => `&#${one.charCodeAt(0)};`));
}

/** A text as code in a line, but not in a table. */
export function forMarkdownCode(text: string): string {
  const line = forLog(oneLine(text)) || " ";
  const fence = "`".repeat(longestRun(line) + 1);
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${space}${line}${space}${fence}`;
}

/** Lines as a block of code, behind a fence that is in none of them. */
export function forMarkdownFence(language: string, lines: readonly string[]): string[] {
  const own = lines.map((line) => forLog(forTerminalLines(line).replaceAll("\n", String.raw`\n`)));
  const fence = "`".repeat(Math.max(3, longestRun(own.join("\n")) + 1));
  return [`${fence}${language}`, ...own, fence];
}

function oneLine(text: string): string {
  return forTerminal(text).replaceAll(/\s+/g, " ");
}

// In other people's text it is written out, so that each is ours.
const joiner = "\u2060";
const linking = [
  // Mentions, and numbers of issues.
  /[@#]/g,
  /\bGH-(?=\d)/gi,
  // Addresses, with a scheme or without.
  /:(?=\/\/)/g,
  /www(?=\.)/gi,
  // An emoji's name, which a colon after the text may end.
  /:(?=[\w+-]+(?::|$))/g,
];

/** A text with a word joiner, which nobody sees, where GitHub would make a link or a picture of it. */
function apart(text: string): string {
  const named = linking.reduce((own, pattern) => own.replaceAll(pattern, `$&${joiner}`), text);
  // Seven digits may be the hash of a commit.
  return named.replaceAll(/\b[\da-f]{7,40}\b/gi, (hash) => hash.replaceAll(/.{6}(?=.)/g, `$&${joiner}`));
}

function entities(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function withJoiners(text: string): string {
  return text.replaceAll(joiner, "&#8288;");
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
