import { forTerminal } from "./for-terminal.ts";

/**
 * Other people's text in a Mermaid label with quotes: what would end it, or be read as something else, by its number.
 *
 * https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
export function forMermaid(text: string): string {
  return forTerminal(text).replaceAll(/[^\p{L}\p{N} .,;:()/_-]/gu, (character) => `#${character.codePointAt(0)};`);
}

/** A title for the YAML before a diagram: with quotes where YAML could take it for something else. */
export function forMermaidTitle(text: string): string {
  const isPlain = /^[a-z][\w./-]*$/i.test(text) && !/^(?:true|false|null|yes|no|on|off|[yn])$/i.test(text);
  return isPlain ? text : JSON.stringify(forTerminal(text));
}
