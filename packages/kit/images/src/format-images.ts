import { parseImage } from "@kit/model";
import { formatWithoutName } from "./reference.ts";
import type { ListedImage } from "./list-images.ts";

/** A table with a row per image and a column per environment, and below it what has not been built. */
export function formatImages(environments: readonly string[], images: readonly ListedImage[]): string {
  const rows = images.map(({ name, deployed }) => [
    name,
    ...environments.map((id) => {
      const found = deployed.find(({ environment }) => environment === id);
      return found === undefined ? "–" : shortly(name, found.reference) + (found.agrees ? "" : " *");
    }),
  ]);
  const differences = images.flatMap(({ deployed }) => deployed.filter(({ agrees }) => !agrees));
  const lines = differences.map(
    ({ environment, reference, rendered }) =>
      `* ${environment}: the overlay says ${reference}, generated/rendered has ${rendered.join(", ") || "nothing of it"}\n`,
  );
  const end = lines.length === 0 ? "" : `\n${lines.join("")}run \`pnpm build\`\n`;
  return table([["image", ...environments], ...rows]) + end;
}

/** The same for other programs. Ends with a line break. */
export function formatImagesJson(environments: readonly string[], images: readonly ListedImage[]): string {
  return `${JSON.stringify({ environments, images }, null, 2)}\n`;
}

/** The version, and the repository only where it is not the name. Of a digest its beginning. */
function shortly(name: string, references: string): string {
  const each = references.split(", ").map((text) => formatWithoutName(name, parseImage(text)));
  return each.join(", ").replaceAll(/(sha\d+:[0-9a-f]{12})[0-9a-f]+/g, "$1…");
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string => row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ");
  return rows.map((row) => `${line(row).trimEnd()}\n`).join("");
}
