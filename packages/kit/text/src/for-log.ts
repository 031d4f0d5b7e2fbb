// Runners leave white space before it out.
const atStart = /^(\s*):(?=:)/gm;
// GitHub's older form, Azure's `##vso[` and TeamCity's `##teamcity[`, wherever they stand in a line.
export const markWithin = /#(?=#\w*\[)/g;

/**
 * Text that a CI's runner may read line by line, without a command for it: the first character of `::` at a line's begin
 * and of `##[` is written out.
 *
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands, and the runner's `ActionCommand`
 */
export function forLog(text: string): string {
  return text.replaceAll(atStart, String.raw`$1\u003a`).replaceAll(markWithin, String.raw`\u0023`);
}
