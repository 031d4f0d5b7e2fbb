import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { TestDirectory } from "@kit/testing";
import { expect, test } from "vitest";
import { mainThatSays, run, smallKit, start } from "./small-kit.ts";

const main = "packages/kit/cli/src/main.ts";
const dist = "packages/kit/typed-manifests/dist";
const said = (word: string) => ({ exitCode: 0, stdout: `${word} front\nlate\n`, stderr: "" });

test("a command runs what the sources say now, and makes it only where they changed", async () => {
  using kit = smallKit();
  expect(await run(kit)).toEqual(said("one"));
  const first = stateOf(kit);
  expect(await run(kit)).toEqual(said("one"));
  expect(stateOf(kit)).toEqual(first);
  kit.write({ [main]: mainThatSays("two") });
  expect(await run(kit)).toEqual(said("two"));
  expect(stateOf(kit).made).toHaveLength(2);
});

test("an edit that keeps the size is seen", async () => {
  using kit = smallKit();
  await run(kit);
  kit.write({ [main]: mainThatSays("six") });
  expect(await run(kit)).toEqual(said("six"));
});

test("what has only other times, as after a checkout, is not compiled again", async () => {
  using kit = smallKit();
  await run(kit);
  const { made, current } = stateOf(kit);
  // Compiling would name the state by its content.
  const other = "0123456789abcdef";
  renameSync(join(kit.path, dist, made[0]!), join(kit.path, dist, other));
  kit.write({ [`${dist}/current.json`]: current.replace(made[0]!, other) });
  utimesSync(join(kit.path, main), 1, 1);
  expect(await run(kit)).toEqual(said("one"));
  expect(stateOf(kit).made).toEqual([other]);
});

test("a changed lockfile counts, since it says what is compiled with", async () => {
  using kit = smallKit();
  await run(kit);
  const first = stateOf(kit).current;
  kit.write({ "pnpm-lock.yaml": "lockfileVersion: 10\n" });
  expect(await run(kit)).toEqual(said("one"));
  expect(stateOf(kit).current).not.toBe(first);
});

test("several that start at once make one and the same, and leave nothing else", async () => {
  using kit = smallKit();
  const all = [start(kit), start(kit), start(kit)];
  for (const { goOn } of all) goOn();
  expect(await Promise.all(all.map(({ ended }) => ended))).toEqual([said("one"), said("one"), said("one")]);
  expect(readdirSync(join(kit.path, dist)).toSorted()).toEqual(
    [...stateOf(kit).made, "current.json", "index.js"].toSorted(),
  );
});

test("a command that runs keeps the modules that it began with", async () => {
  using kit = smallKit();
  const running = start(kit, "waits");
  await running.began;
  kit.write({ [main]: mainThatSays("two"), "packages/kit/cli/src/late.ts": 'export const late: string = "later";\n' });
  expect(await run(kit)).toEqual({ exitCode: 0, stdout: "two front\nlater\n", stderr: "" });
  running.goOn();
  expect(await running.ended).toEqual(said("one"));
});

// What was compiled before the edit must not be taken for what is compiled after it.
test.each([0, 60, 120, 180, 240, 300])("an edit %i ms after a start is in the next command", async (delay) => {
  using kit = smallKit();
  const first = start(kit);
  first.goOn();
  await setTimeout(delay);
  kit.write({ [main]: mainThatSays("two") });
  await first.ended;
  expect(await run(kit)).toEqual(said("two"));
});

test("states that are older than a day go when a new one is made", async () => {
  using kit = smallKit();
  await run(kit);
  const [old] = stateOf(kit).made;
  const yesterday = Date.now() / 1000 - 25 * 60 * 60;
  utimesSync(join(kit.path, dist, old!), yesterday, yesterday);
  kit.write({ [main]: mainThatSays("two") });
  await run(kit);
  expect(stateOf(kit).made).not.toContain(old);
});

test("a state that was lost is made again", async () => {
  using kit = smallKit();
  await run(kit);
  rmSync(join(kit.path, dist, stateOf(kit).made[0]!), { recursive: true });
  expect(await run(kit)).toEqual(said("one"));
  writeFileSync(join(kit.path, dist, "current.json"), "{");
  expect(await run(kit)).toEqual(said("one"));
});

test.each([
  ["is lost", (file: string) => rmSync(file)],
  ["is cut", (file: string) => writeFileSync(file, "")],
])("a state of which a module %s is made again, also while nothing else is changed", async (_, damage) => {
  using kit = smallKit();
  await run(kit);
  const { made, current } = stateOf(kit);
  const directory = join(kit.path, dist, made[0]!);
  const late = readdirSync(directory).find((name) => name.startsWith("late-"))!;
  damage(join(directory, late));
  expect(await run(kit)).toEqual(said("one"));
  expect(stateOf(kit)).toEqual({ made, current });
  utimesSync(join(kit.path, main), 1, 1);
  damage(join(directory, late));
  expect(await run(kit)).toEqual(said("one"));
  expect(readdirSync(join(kit.path, dist)).toSorted()).toEqual([made[0]!, "current.json", "index.js"].toSorted());
});

test("what does not compile is said, and the next command that can goes on", async () => {
  using kit = smallKit();
  await run(kit);
  kit.write({ [main]: "export const main = (;\n" });
  expect(await run(kit)).toMatchInlineSnapshot(`
    {
      "exitCode": 2,
      "stderr": "error[does-not-compile]: the kit does not compile: Unexpected token
       ╭─[ packages/kit/cli/src/main.ts:1:22 ]
       │
     1 │ export const main = (;
       │                      ┬
       │                      ╰──
    ───╯
      where:  packages/kit/typed-manifests
      to fix: correct it; \`pnpm check:types\` tells more
    ",
      "stdout": "",
    }
  `);
  kit.write({ [main]: 'import yaml from "yaml";\nexport const main = (): void => console.log(yaml);\n' });
  expect(await run(kit)).toMatchInlineSnapshot(`
    {
      "exitCode": 2,
      "stderr": "error[does-not-compile]: the kit does not compile: packages/kit/cli/src/main.ts imports yaml, which is not a dependency of packages/kit/typed-manifests/package.json: those who install it would not have it
      where:  packages/kit/typed-manifests
      to fix: correct it; \`pnpm check:types\` tells more
    ",
      "stdout": "",
    }
  `);
  kit.write({ [main]: mainThatSays("one") });
  expect(await run(kit)).toEqual(said("one"));
});

test("where it cannot be written, that is said", async () => {
  using kit = smallKit();
  kit.write({ [dist]: "a file\n" });
  expect(await run(kit)).toMatchInlineSnapshot(`
    {
      "exitCode": 3,
      "stderr": "failure[not-writable]: <root>/packages/kit/typed-manifests/dist cannot be written: EEXIST
      to fix: let it be a directory that this user may write, then start again
    ",
      "stdout": "",
    }
  `);
});

test("where what compiles is not installed, that is said", async () => {
  using kit = smallKit();
  rmSync(join(kit.path, "packages/kit/typed-manifests/node_modules"), { recursive: true });
  const { exitCode, stdout, stderr } = await run(kit);
  expect({ exitCode, stdout, stderr: stderr.split("\n") }).toEqual({
    exitCode: 3,
    stdout: "",
    stderr: expect.arrayContaining([
      expect.stringMatching(
        /^failure: the kit cannot be compiled: Cannot find package '@kit\/artefact' imported from /,
      ) as string,
      "  to fix: run `pnpm install`, then start the command again",
    ]) as string[],
  });
});

/** What `dist/` has: the directories of states, and what leads to one. */
function stateOf({ path }: TestDirectory): { readonly made: string[]; readonly current: string } {
  const directory = join(path, dist);
  const made = readdirSync(directory).filter((name) => statSync(join(directory, name)).isDirectory());
  return { made, current: readFileSync(join(directory, "current.json"), "utf8") };
}
