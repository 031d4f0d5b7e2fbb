import { chmodSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtOnce, ownIdentity, run, trimCache, type ProgramBuild } from "@kit/programs";
import { temporaryDirectory, type TestDirectory } from "@kit/testing";
import { expect, test } from "vitest";

/** A cache with a program that is built as a script, and how often that was done. */
function machine({ path }: TestDirectory, script = "#!/bin/sh\nexit 0\n") {
  const file = join(path, "cache/program-v1/program");
  const built: string[] = [];
  const program: ProgramBuild = {
    starts: async () => (await run(file, [], {})).exitCode === 0,
    async build(target) {
      built.push("built");
      writeFileSync(target, script, { mode: 0o755 });
    },
    onProgress: (message) => void built.push(message),
  };
  return { file, built, program };
}

test("it is built once", async () => {
  using directory = temporaryDirectory();
  const { file, built, program } = machine(directory);
  await builtOnce(file, program);
  await builtOnce(file, program);
  expect(built).toEqual(["built"]);
  expect(readdirSync(join(directory.path, "cache/program-v1"))).toEqual(["program"]);
});

test.each(["", "#!/nowhere\n", "\u007fELF", "#!/bin/sh\nexit 1\n"])(
  "what does not start is built again, once: %j",
  async (content) => {
    using directory = temporaryDirectory({ "cache/program-v1/program": content });
    const { file, built, program } = machine(directory);
    if (content !== "") chmodSync(file, 0o755);
    await builtOnce(file, program);
    await builtOnce(file, program);
    expect(built).toEqual(["built"]);
    expect(readFileSync(file, "utf8")).toBe("#!/bin/sh\nexit 0\n");
  },
);

test("what does not start although it has just been built is a failure", async () => {
  using directory = temporaryDirectory();
  const { file, built, program } = machine(directory, "#!/bin/sh\nexit 1\n");
  await expect(builtOnce(file, program)).rejects.toThrow(
    `failure[subprocess-failed]: ${file} does not start, although it has just been built\n` +
      "  to fix: see whether the disk there may hold programs (`mount`: noexec)",
  );
  expect(built).toEqual(["built"]);
});

test("two at once: one builds, the other waits", async () => {
  using directory = temporaryDirectory();
  const { file, built, program } = machine(directory);
  await Promise.all([builtOnce(file, program), builtOnce(file, program)]);
  expect(built.filter((one) => one === "built")).toEqual(["built"]);
});

test("a cache keeps what is new, and what fits", () => {
  using directory = temporaryDirectory({ "old/program": "1", "large/program": "x".repeat(100), "new/program": "1" });
  for (const [name, age] of [
    ["old/program", 40],
    ["old", 40],
    ["large/program", 2],
    ["large", 2],
  ] as const) {
    const then = Date.now() / 1000 - age * 24 * 3600;
    utimesSync(join(directory.path, name), then, then);
  }
  trimCache(directory.path, { bytes: 1000, days: 50 });
  expect(readdirSync(directory.path)).toEqual(["large", "new", "old"]);
  trimCache(directory.path, { bytes: 1000, days: 30 }, [join(directory.path, "large")]);
  expect(readdirSync(directory.path)).toEqual(["large", "new"]);
  trimCache(directory.path, { bytes: 50, days: 30 });
  expect(readdirSync(directory.path)).toEqual(["new"]);
});

test("what killed processes left half written goes", () => {
  const [dead, running, elsewhere] = [
    ownIdentity().replace(`-${process.pid}-`, "-4194305-"),
    ownIdentity(),
    "00000000-1-2",
  ];
  using directory = temporaryDirectory({
    "a.json": "whole",
    [`.tmp-${dead}-a/a.json`]: "half",
    [`.tmp-${running}-a/a.json`]: "half, and somebody is at it",
    [`.tmp-${elsewhere}-a/a.json`]: "half, and of another machine",
  });
  trimCache(directory.path, { bytes: 1000, days: 30 });
  expect(readdirSync(directory.path)).toEqual([`.tmp-${elsewhere}-a`, `.tmp-${running}-a`, "a.json"].toSorted());
});
