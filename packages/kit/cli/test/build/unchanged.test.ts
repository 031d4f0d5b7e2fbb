import { readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleSystem, isLongRun, runScript, temporaryRepository, type TestDirectory } from "@kit/testing";
import { readTree } from "@kit/tree";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const source = "packages/shop/cart/src/index.ts";

/** A repository whose package says when it is imported, and what more its module has. */
function speaking(more = ""): Record<string, string> {
  const files = exampleSystem();
  return { ...files, [source]: `${files[source]!}\nconsole.log("imported");\n${more}` };
}

/** Builds, and says whether packages were imported for it. */
async function isImported(cwd: string, env: Readonly<Record<string, string | undefined>> = {}): Promise<boolean> {
  const { exitCode, stdout, stderr } = await runScript("build", { cwd, env });
  expect({ exitCode, stdout }).toEqual({
    exitCode: 0,
    stdout: expect.stringContaining("checked: 2 environments") as string,
  });
  return stderr.includes("imported");
}

describe.concurrent("a build after which nothing has changed", () => {
  test("imports nothing, and says the same", async ({ expect }) => {
    using repository = temporaryRepository(speaking());
    const [, second, third] = await threeBuilds(repository.path);
    expect(third).toEqual({ ...second!, stderr: "" });
  });

  test("is one of the same environments", async ({ expect }) => {
    using repository = temporaryRepository(speaking());
    await runScript("build", { cwd: repository.path });
    const { stdout, stderr } = await runScript("build", { cwd: repository.path, args: ["dev"] });
    expect(stderr).toContain("imported");
    expect(stdout).not.toContain("prod:");
  });

  test.for<[what: string, edit: (repository: TestDirectory) => void]>([
    ["a source", ({ path }) => writeFileSync(join(path, source), `${readFileSync(join(path, source), "utf8")}//\n`)],
    ["a new file of an overlay", (repository) => repository.write({ "overlays/dev/.new.yaml": "a: b\n" })],
    [
      "what is generated",
      (repository) => repository.write({ "generated/rendered/dev/18-deployment-cart.yaml": "edited\n" }),
    ],
    ["a stray folder in generated/", ({ path }) => symlinkSync(".", join(path, "generated/stray"))],
    ["a file that is gone", ({ path }) => rmSync(join(path, "generated/rendered/dev/18-deployment-cart.yaml"))],
    ["an installation", (repository) => repository.write({ "node_modules/.modules.yaml": "layoutVersion: 5\n" })],
    ["a dependency's link", ({ path }) => symlinkSync("valibot", join(path, "node_modules/other"))],
    ["a setting of the compiler", (repository) => repository.write({ "packages/shop/cart/tsconfig.json": "{}\n" })],
  ])("is not one after a change of %s", async ([, edit], { expect }) => {
    using repository = temporaryRepository(speaking());
    await runScript("build", { cwd: repository.path });
    const before = generatedIn(repository.path);
    edit(repository);
    expect(await isImported(repository.path)).toBe(true);
    expect(generatedIn(repository.path)).toEqual(before);
  });

  test("is one after files were touched, or changed and changed back", async ({ expect }) => {
    using repository = temporaryRepository(speaking());
    await runScript("build", { cwd: repository.path });
    utimesSync(join(repository.path, source), 1, 1);
    const overlay = join(repository.path, "overlays/dev/kustomization.yaml");
    const text = readFileSync(overlay, "utf8");
    writeFileSync(overlay, "no: yaml: at all");
    writeFileSync(overlay, text);
    expect(await isImported(repository.path)).toBe(false);
  });
});

describe.concurrent("what a package reads while it is imported", () => {
  test("an environment variable joins what is compared, also in a library", async ({ expect }) => {
    using repository = temporaryRepository(speaking('console.log(process.env["TEAM"] ?? "");\n'));
    await runScript("build", { cwd: repository.path, env: { TEAM: "a" } });
    const asked = [{ TEAM: "a", OTHER: "1" }, { TEAM: "b" }, { TEAM: "b" }, {}];
    const imported: boolean[] = [];
    for (const env of asked) imported.push(await isImported(repository.path, env));
    expect(imported).toEqual([false, true, false, true]);
  });

  test("a file and the names in a folder join it", async ({ expect }) => {
    const more = `import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
await readFile("docs/team.txt", "utf8");
console.log(existsSync("docs/none.txt"), readdirSync("docs/names").length);
`;
    using repository = temporaryRepository({ ...speaking(more), "docs/team.txt": "a", "docs/names/a": "" });
    await runScript("build", { cwd: repository.path });
    const edits: Record<string, string>[] = [
      {},
      { "docs/team.txt": "b" },
      {},
      { "docs/none.txt": "" },
      { "docs/names/b": "" },
      { "docs/other.txt": "" },
    ];
    const imported: boolean[] = [];
    for (const files of edits) {
      repository.write(files);
      imported.push(await isImported(repository.path));
    }
    expect(imported).toEqual([false, true, false, true, true, false]);
  });

  test.for([
    ["the clock", "console.log(new Date().getFullYear() > 2000, Date.now() > 0);"],
    ["random values", "console.log(Math.random() < 1);"],
    ["a program", 'import { execFileSync } from "node:child_process";\nexecFileSync("true");'],
  ])("%s cannot be compared, so each build imports it", async ([, more], { expect }) => {
    using repository = temporaryRepository(speaking(more));
    await runScript("build", { cwd: repository.path });
    expect(await isImported(repository.path)).toBe(true);
  });

  test("a time that is written down is no clock", async ({ expect }) => {
    using repository = temporaryRepository(
      speaking(
        'const day = new Date("2026-01-31");\nconsole.log(day instanceof Date, day.constructor === Date, day.getTime());\n',
      ),
    );
    await runScript("build", { cwd: repository.path });
    expect(await isImported(repository.path)).toBe(false);
  });
});

test.for<[what: string, spoil: (text: string) => string]>([
  ["cut", (text) => text.slice(0, text.length / 2)],
  ["edited", (text) => text.replace("0 errors", "9 errors")],
  ["empty", () => ""],
])("what is kept of the last build is not believed where it is %s", async ([, spoil], { expect }) => {
  using repository = temporaryRepository(speaking());
  await runScript("build", { cwd: repository.path });
  const file = join(repository.path, "node_modules/.cache/manifests/_last-build.json");
  writeFileSync(file, spoil(readFileSync(file, "utf8")));
  expect(await isImported(repository.path)).toBe(true);
  expect(await isImported(repository.path)).toBe(false);
});

// The oracle is a build that knows of no other one.
test("builds after random edits leave and say what a build from nothing does", { timeout: 0 }, async () => {
  const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
  const rounds = fc.sample(fc.array(fc.constantFrom(...edits), { maxLength: 3 }), {
    seed,
    numRuns: isLongRun ? 500 : 4,
  });
  using repository = temporaryRepository(speaking());
  for (const [index, round] of rounds.entries()) {
    for (const [, edit] of round) edit(repository);
    const name = `seed ${seed}, round ${index}: ${round.map(([what]) => what).join(", ")}`;
    const all = round.some(([what]) => what === "two at once") ? [1, 2] : [1];
    const built = await Promise.all(all.map(() => runScript("build", { cwd: repository.path })));
    const generated = generatedIn(repository.path);
    rmSync(join(repository.path, "node_modules/.cache"), { recursive: true });
    const fresh = await runScript("build", { cwd: repository.path });
    for (const { exitCode, stdout } of built) {
      expect({ name, exitCode, said: afterCounts(stdout) }).toEqual({
        name,
        exitCode: fresh.exitCode,
        said: afterCounts(fresh.stdout),
      });
    }
    expect({ name, generated: generatedIn(repository.path) }).toEqual({ name, generated });
  }
});

const edits: readonly [what: string, edit: (repository: TestDirectory) => void][] = [
  ["nothing", () => {}],
  ["two at once", () => {}],
  ["replicas", ({ path }) => replaceIn(path, source, /replicas: \d/, `replicas: ${Math.floor(Math.random() * 8) + 2}`)],
  [
    "tag",
    ({ path }) =>
      replaceIn(path, "overlays/dev/kustomization.yaml", /newTag: .*/, `newTag: "1.${Date.now() % 1000}.0"`),
  ],
  ["a comment", ({ path }) => replaceIn(path, "overlays/prod/kustomization.yaml", /$/, "# a comment\n")],
  ["touch", ({ path }) => utimesSync(join(path, source), 1, 1)],
  [
    "an edit of what is generated",
    ({ path }) => replaceIn(path, "generated/rendered/prod/18-deployment-cart.yaml", /cart/, "other"),
  ],
  ["a missing folder", ({ path }) => rmSync(join(path, "generated/environments"), { recursive: true, force: true })],
  ["a stray file", (repository) => repository.write({ "generated/bases/shop/stray.yaml": "a: b\n" })],
  [
    "a broken overlay, and back",
    ({ path }) => replaceIn(path, "overlays/dev/kustomization.yaml", /^apiVersion/, "apiVersion"),
  ],
];

function replaceIn(root: string, file: string, from: RegExp, to: string): void {
  try {
    writeFileSync(join(root, file), readFileSync(join(root, file), "utf8").replace(from, to));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

/** What a build says, but for how much of it was written. */
function afterCounts(stdout: string): string {
  return stdout.slice(stdout.indexOf("\n"));
}

async function threeBuilds(cwd: string): Promise<Awaited<ReturnType<typeof runScript>>[]> {
  return [await runScript("build", { cwd }), await afterCache(cwd), await runScript("build", { cwd })];
}

async function afterCache(cwd: string): ReturnType<typeof runScript> {
  for (const name of readdirSync(join(cwd, "node_modules/.cache/manifests"))) {
    if (name === "_last-build.json") rmSync(join(cwd, "node_modules/.cache/manifests", name));
  }
  return runScript("build", { cwd });
}

function generatedIn(root: string): Record<string, string> {
  const entries = [...readTree(join(root, "generated"))];
  return Object.fromEntries(entries.map(([path, entry]) => [path, entry.type === "file" ? entry.text : entry.type]));
}
