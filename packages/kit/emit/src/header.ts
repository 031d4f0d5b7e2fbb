/** The first line of a generated file, which says what wrote it. */
export function header(from: string): string {
  return `# Written by \`pnpm build\` from ${from}. Do not edit: change the package and build.\n`;
}

/** What a generated file says of where it comes from, such as `packages/a/b and packages/a/environments`. */
export function writtenFrom(text: string): string | undefined {
  return /^# Written by `pnpm build` from (.*)\. Do not edit/.exec(text)?.[1];
}
