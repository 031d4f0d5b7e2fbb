/**
 * Whether a pattern of an AppProject takes a text: `*` for any part, up to the separator where there is one, `**` for
 * any part at all, `?` for a character, `{a,b}` for one of several.
 */
export function globTakes(pattern: string, text: string, separator?: string): boolean {
  if (pattern === "*") return true;
  const part = separator === undefined ? "." : `[^${separator}]`;
  const source = pattern.replaceAll(/\*\*|[*?{},]|[\\^$.|+()[\]]/g, (sign) => {
    if (sign === "**") return ".*";
    if (sign === "*") return `${part}*`;
    if (sign === "?") return part;
    return { "{": "(?:", "}": ")", ",": "|" }[sign] ?? `\\${sign}`;
  });
  try {
    return new RegExp(`^(?:${source})$`, "s").test(text);
  } catch {
    return false;
  }
}
