import { forTerminal } from "./for-terminal.ts";

/**
 * The message of one of GitHub's workflow commands, of lines that may hold other people's text.
 *
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function forAnnotationData(lines: readonly string[]): string {
  return lines.map(percent).join("%0A");
}

/** The value of a property of one, such as `file`. */
export function forAnnotationProperty(text: string): string {
  return percent(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// Line breaks are written out by now.
function percent(text: string): string {
  return forTerminal(text).replaceAll("%", "%25");
}
