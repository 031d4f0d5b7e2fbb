/** An import of names, each as in braces, on one line where it fits. */
export function importText(names: readonly string[], from: string, isType = false): string {
  const start = `import ${isType ? "type " : ""}{`;
  const line = `${start} ${names.join(", ")} } from ${JSON.stringify(from)};`;
  if (line.length <= 120) return line;
  return `${start}\n${names.map((name) => `  ${name},\n`).join("")}} from ${JSON.stringify(from)};`;
}
