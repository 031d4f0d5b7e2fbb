import { imageMeant } from "@kit/kustomize";
import { parseImage } from "@kit/model";
import { forJson, forTerminal } from "@kit/text";
import { formatWithoutName } from "./reference.ts";
import type { ListedImage, SetBy } from "./list-images.ts";

/** A table with a row per image and a column per environment; below it what has not been built, and what sets the images. */
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
      `* ${forTerminal(`${environment}: the overlay says ${reference}, generated/rendered has ${rendered.join(", ") || "nothing of it"}`)}\n`,
  );
  const end = lines.length === 0 ? "" : `\n${lines.join("")}run \`pnpm build\`\n`;
  return table([["image", ...environments], ...rows].map((row) => row.map(forTerminal))) + end + places(images);
}

/** Where the images are set. Nearly all are in the environment's own `images:`, so only the others are named. */
function places(images: readonly ListedImage[]): string {
  if (images.length === 0) return "";
  const others = images.flatMap(({ name, deployed }) =>
    deployed.flatMap(({ environment, setBy, namedBy }) => {
      const [only, ...more] = setBy;
      if (only !== undefined && more.length === 0 && isUsual(only, environment, name)) return [];
      const says = setBy.length > 0 ? setBy.map((one) => placeOf(one, name)).join(", then ") : unset(namedBy);
      return [`  ${forTerminal(`${environment}  ${name}: ${says}`)}\n`];
    }),
  );
  const most = 20;
  const rest = others.length > most ? `  and ${others.length - most} more: \`pnpm images --json\` has them\n` : "";
  return `\nset in images: of overlays/<environment>${others.length === 0 ? "" : ", but for"}\n${others.slice(0, most).join("")}${rest}`;
}

function isUsual({ file, field, entry }: SetBy, environment: string, name: string): boolean {
  return (
    file.slice(0, file.lastIndexOf("/")) === `overlays/${environment}` &&
    field === "images" &&
    imageMeant(entry) === name
  );
}

/** Its file and line, and what is not as one expects. */
function placeOf({ file, line, field, entry }: SetBy, name: string): string {
  const remarks = [...(imageMeant(entry) === name ? [] : [entry]), ...(field === "images" ? [] : [field])];
  const remark = remarks.length === 0 ? "" : ` (${remarks.join(", ")})`;
  return `${file}${line === undefined ? "" : `:${line}`}${remark}`;
}

function unset(namedBy: readonly string[]): string {
  return namedBy.length === 0 ? "no entry" : `no entry, as ${namedBy.join(" and ")} has it`;
}

/** The same for other programs. Ends with a line break. */
export function formatImagesJson(environments: readonly string[], images: readonly ListedImage[]): string {
  return `${forJson({ environments, images })}\n`;
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
