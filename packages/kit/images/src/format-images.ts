import { imageMeant } from "@kit/kustomize";
import { parseImage } from "@kit/model";
import { fits, forJson, forTerminal, inLines } from "@kit/text";
import { formatWithoutName } from "./reference.ts";
import type { ListedImage, SetBy } from "./list-images.ts";

/**
 * A table with a row per image and a column per environment; below it what has not been built, and what sets the images.
 * Where it is wider than a terminal, what each image is deployed from stands below it; where that is not enough, each
 * image has lines of its own.
 */
export function formatImages(environments: readonly string[], images: readonly ListedImage[]): string {
  const head = versionsOf(environments, images);
  const differences = images.flatMap(({ deployed }) => deployed.filter(({ agrees }) => !agrees));
  const lines = differences.map(
    ({ environment, reference, rendered }) =>
      `* ${forTerminal(`${environment}: the overlay says ${reference}, generated/rendered has ${rendered.join(", ") || "nothing of it"}`)}\n`,
  );
  const end = lines.length === 0 ? "" : `\n${lines.join("")}run \`pnpm build\`\n`;
  return head + end + places(images);
}

function versionsOf(environments: readonly string[], images: readonly ListedImage[]): string {
  const rows = (cellOf: CellOf): string =>
    table(
      [
        ["image", ...environments],
        ...images.map((image) => [
          image.name,
          ...environments.map((id) => {
            const found = image.deployed.find(({ environment }) => environment === id);
            return found === undefined ? "–" : cellOf(image, found) + (found.agrees ? "" : " *");
          }),
        ]),
      ].map((row) => row.map(forTerminal)),
    );
  const whole = rows(({ name }, { reference }) => shortly(name, reference));
  if (fits(whole)) return whole;
  const short = rows((image, { reference }) => shortly(repositoryOf(image) ?? image.name, reference));
  return fits(short) ? `${short}${origins(images)}` : images.map(ofOneImage).join("");
}

type CellOf = (image: ListedImage, deployed: ListedImage["deployed"][number]) => string;

/** What every environment deploys an image from, where that is one repository. */
function repositoryOf({ deployed }: ListedImage): string | undefined {
  const [first, ...others] = new Set(
    deployed.flatMap(({ reference }) => reference.split(", ").map((text) => parseImage(text).repository)),
  );
  return others.length === 0 ? first : undefined;
}

/** The repositories that the cells leave out, those of one registry together. */
function origins(images: readonly ListedImage[]): string {
  const moved = images.flatMap((image) => {
    const repository = repositoryOf(image);
    if (repository === undefined || repository === image.name) return [];
    const isBelow = repository.endsWith(`/${image.name}`);
    return [{ name: image.name, from: isBelow ? `${repository.slice(0, -image.name.length)}<image>` : repository }];
  });
  const lines = [...Map.groupBy(moved, ({ from }) => from)].map(
    ([from, those]) =>
      `${inLines(
        `  ${forTerminal(from)}: `,
        those.map(({ name }) => forTerminal(name)),
        ", ",
        4,
      )}\n`,
  );
  return lines.length === 0 ? "" : `\ndeployed from\n${lines.join("")}`;
}

function ofOneImage({ name, deployed }: ListedImage): string {
  const cells = deployed.map(({ environment, reference, agrees }) => ({
    environment: forTerminal(environment),
    cell: forTerminal(shortly(name, reference) + (agrees ? "" : " *")),
  }));
  const width = Math.max(...cells.map(({ cell }) => cell.length));
  const lines = [...Map.groupBy(cells, ({ cell }) => cell)].map(
    ([cell, those]) =>
      `${inLines(
        `  ${cell.padEnd(width)}  `,
        those.map(({ environment }) => environment),
        ", ",
        4,
      )}\n`,
  );
  return `${forTerminal(name)}\n${lines.join("")}`;
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
