/**
 * Top-level functions of a Go file, as they stand there. The file is formatted by gofmt, as released Go is: such a
 * function ends with the first brace that begins a line.
 *
 * @throws Error where the file does not have one.
 */
export function takeFunctions(text: string, names: readonly string[]): string[] {
  const lines = text.split("\n");
  return names.map((name) => {
    const start = lines.findIndex((line) => line.startsWith(`func ${name}(`));
    const end = lines.indexOf("}", start);
    if (start === -1 || end === -1) throw new Error(`there is no function ${name}`);
    return `${lines.slice(start, end + 1).join("\n")}\n`;
  });
}
