import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** What a server said, by case: a file beside the test, a line for each case. */
export function readRecording<Said>(file: string): Readonly<Record<string, Said>> {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, Said>) : {};
}

export function writeRecording(file: string, said: Readonly<Record<string, unknown>>): void {
  const lines = Object.entries(said).map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`);
  writeFileSync(file, `{\n${lines.join(",\n")}\n}\n`);
}
