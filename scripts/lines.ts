import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { print, runCommand } from "@kit/cli";

const help = `Counts what people write in a repository against the rendered YAML that comes of it.

Usage: tsx scripts/lines.ts [directory]

  directory    The repository. Default: this one.
  -h, --help   Show this.

Exit codes: 0 counted, 2 the input is wrong, 70 a bug.
`;

/** Lines that people write, by what they are, and those that are rendered, by environment. */
export interface Lines {
  readonly written: Readonly<Record<"sources" | "package.json" | "overlays", number>>;
  readonly rendered: ReadonlyMap<string, number>;
}

/** Counts the lines of the systems of a repository, and of packages/gitops; not those of the kit, nor of tests. */
export function countLines(root: string): Lines {
  const files = [...filesBelow(root, "packages"), ...filesBelow(root, "overlays")].filter(
    (file) => !/^packages\/kit\/|\/(test|node_modules)\//.test(file),
  );
  const count = (which: (file: string) => boolean): number =>
    files.filter(which).reduce((sum, file) => sum + linesOf(join(root, file)), 0);
  const rendered = filesBelow(root, "generated/rendered");
  const byEnvironment = Map.groupBy(rendered, (file) =>
    file.slice("generated/rendered/".length, file.lastIndexOf("/")),
  );
  return {
    written: {
      sources: count((file) => file.endsWith(".ts")),
      "package.json": count((file) => file.endsWith("/package.json")),
      overlays: count((file) => file.startsWith("overlays/")),
    },
    rendered: new Map(
      [...byEnvironment].map(([id, own]) => [id, own.reduce((sum, file) => sum + linesOf(join(root, file)), 0)]),
    ),
  };
}

/** The count as people read it. */
export function formatLines({ written, rendered }: Lines): string {
  const all = Object.values(written).reduce((sum, lines) => sum + lines, 0);
  const parts = Object.entries(written).map(([what, lines]) => `${what} ${lines}`);
  const against = [...rendered].map(
    ([id, lines]) => `${(all / lines).toFixed(2)} × the ${lines} rendered lines of ${id}\n`,
  );
  return `written: ${all} lines (${parts.join(", ")})\n${against.join("")}`;
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !item.parentPath.includes("node_modules"))
    .map((item) => join(item.parentPath, item.name).slice(root.length + 1));
}

function linesOf(file: string): number {
  return readFileSync(file, "utf8").split("\n").length - 1;
}

if (argv[1] === import.meta.filename) {
  await runCommand({
    help,
    options: {},
    positionals: true,
    run: async ({ root, positionals: [directory = root] }) => {
      print(formatLines(countLines(directory)));
      return 0;
    },
  });
}
