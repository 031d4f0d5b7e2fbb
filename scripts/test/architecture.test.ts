import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";
import config from "../../oxlint.config.ts";

test("docs/architecture.md has the rooms that lint enforces", () => {
  const page = readFileSync(join(repositoryRoot, "docs/architecture.md"), "utf8");
  const rows = [...page.matchAll(/^\| `([a-z-]+)` +\|[^|]+\| ([^|]+?) +\| (yes)? *\|$/gm)];
  const documented = rows.map(([, room, imports, pure]) => ({
    room,
    imports: imports === "–" ? [] : imports!.split(", "),
    pure: pure === "yes",
  }));
  const rooms = (config.overrides ?? []).filter(({ files }) => files[0]!.startsWith("packages/kit/"));
  expect(documented).toEqual(rooms.map(roomOf));
});

test("each room has a row: without one it had no wall", () => {
  const rooms = (config.overrides ?? []).filter(({ files }) => files[0]!.startsWith("packages/kit/")).map(roomOf);
  const rows = new Set(rooms.map(({ room }) => room));
  const packages = globSync("*/package.json", { cwd: join(repositoryRoot, "packages/kit") });
  expect(packages.map(dirname).filter((room) => !rows.has(room))).toEqual([]);
});

test("a room that is pure imports pure rooms alone", () => {
  const rooms = (config.overrides ?? []).filter(({ files }) => files[0]!.startsWith("packages/kit/")).map(roomOf);
  const impure = new Set(rooms.filter(({ pure }) => !pure).map(({ room }) => room));
  const wrong = rooms
    .filter(({ pure }) => pure)
    .map(({ room, imports }) => [room, imports.filter((one) => impure.has(one))]);
  expect(wrong.filter(([, imports]) => imports!.length > 0)).toEqual([]);
});

interface Override {
  readonly files: readonly string[];
  readonly rules?: object;
}

/** What an override of the lint rules says of its room. */
function roomOf({ files, rules = {} }: Override): { room: string | undefined; imports: string[]; pure: boolean } {
  const [, { patterns }] = (rules as { "no-restricted-imports": [string, { patterns: { message: string }[] }] })[
    "no-restricted-imports"
  ];
  const messages = patterns.map(({ message }) => message);
  const walls = messages.find((message) => message.startsWith("@kit/"))!;
  return {
    room: /^packages\/kit\/([^/]+)\//.exec(files[0]!)?.[1],
    imports: [...walls.slice(walls.indexOf(" ")).matchAll(/@kit\/([a-z-]+)/g)].map(([, room]) => room!),
    pure: messages.some((message) => message.startsWith("This room is pure")),
  };
}
