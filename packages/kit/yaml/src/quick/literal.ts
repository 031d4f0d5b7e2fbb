/**
 * A literal text below a line that ends with `|`, `|-` or `|+`.
 *
 * @param column Of the key or entry that it belongs to.
 * @returns Its end is the line after it; undefined where its first line is empty or not further in.
 */
export function readLiteral(
  text: string,
  header: string,
  start: number,
  column: number,
): { readonly text: string; readonly end: number } | undefined {
  if (header !== "|" && header !== "|-" && header !== "|+") return undefined;
  let indent = 0;
  while (text.charCodeAt(start + indent) === 32) indent++;
  if (indent <= column || text.charCodeAt(start + indent) === 10) return undefined;
  const margin = text.slice(start, start + indent);
  let read = "";
  let at = start;
  while (at < text.length) {
    const end = text.indexOf("\n", at);
    const isInside = text.startsWith(margin, at);
    if (!isInside && text.slice(at, end).trim() !== "") break;
    read += isInside ? text.slice(at + indent, end + 1) : "\n";
    at = end + 1;
  }
  if (header === "|+") return { text: read, end: at };
  const kept = read.replace(/\n+$/, "");
  return { text: header === "|-" ? kept : `${kept}\n`, end: at };
}
