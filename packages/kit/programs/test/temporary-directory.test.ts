import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory as made } from "@kit/testing";
import { afterEach, expect, test, vi } from "vitest";
import { hasEnded, ownIdentity, temporaryDirectory } from "../src/index.ts";

afterEach(() => void vi.unstubAllEnvs());

/** What a process with this code leaves in a TMPDIR of its own, after a signal that it may ask for by a first line. */
async function leftBy(directory: string, code: string): Promise<string[]> {
  const imports = 'import { run, temporaryDirectory, undoAll } from "@kit/programs";';
  const child = spawn(process.execPath, ["--input-type=module", "--eval", `${imports}\n${code}`], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: directory },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child, "close");
  return readdirSync(directory);
}

test("it is this user's alone, and removed at the end of its scope", () => {
  using here = made();
  vi.stubEnv("TMPDIR", here.path);
  {
    using directory = temporaryDirectory();
    expect(statSync(directory.path).mode & 0o777).toBe(0o700);
    expect(readdirSync(here.path)).toEqual([expect.stringMatching(`^manifests-${ownIdentity()}-`)]);
  }
  expect(readdirSync(here.path)).toEqual([]);
});

test("it is removed however the process ends, but by a kill; then the next process removes it", async () => {
  using here = made();
  const make = "const { path } = temporaryDirectory();";
  expect(await leftBy(here.path, `${make} process.exit(1)`)).toEqual([]);
  expect(await leftBy(here.path, `${make} throw new Error("boom")`).catch(() => [])).toEqual([]);
  const left = await leftBy(here.path, `${make} process.kill(process.pid, "SIGKILL")`);
  expect(left).toHaveLength(1);
  expect(await leftBy(here.path, "temporaryDirectory();")).toEqual([]);
});

test("a program that was killed with its parent's temporary directory ends with it", async () => {
  using here = made();
  const code = `const { path } = temporaryDirectory();
run("sh", ["-c", "echo $$ >pid; sleep 600"], { cwd: path });
setInterval(() => { try { if (fs.readFileSync(path + "/pid", "utf8") !== "") process.kill(process.pid, "SIGKILL"); } catch {} }, 5);`;
  const [left] = await leftBy(here.path, `import fs from "node:fs";\n${code}`);
  const pid = Number(readFileSync(join(here.path, left!, "pid"), "utf8"));
  expect(runs(pid)).toBe(true);
  expect(await leftBy(here.path, "temporaryDirectory();")).toEqual([]);
  await vi.waitFor(() => expect(runs(pid)).toBe(false));
});

test("others' directories stay: of who runs, of another machine, of another user, and links", async () => {
  using here = made({ "elsewhere/precious.txt": "precious" });
  const dead = ownIdentity().replace(`-${process.pid}-`, "-4194305-");
  expect([hasEnded(dead), hasEnded(ownIdentity()), hasEnded(`ffffffff-4194305-1`)]).toEqual([true, false, undefined]);
  const names = [`manifests-${ownIdentity()}-a`, "manifests-ffffffff-4194305-1-a", "manifests-test-a"];
  for (const name of names) mkdirSync(join(here.path, name));
  symlinkSync(join(here.path, "elsewhere"), join(here.path, `manifests-${dead}-link`));
  mkdirSync(join(here.path, `manifests-${dead}-mine`));
  const theirs = `manifests-${dead}-theirs`;
  mkdirSync(join(here.path, theirs));
  const isRoot = process.getuid!() === 0;
  if (isRoot) chownSync(join(here.path, theirs), 65534, 65534);
  const kept = ["elsewhere", ...names, `manifests-${dead}-link`, ...(isRoot ? [theirs] : [])];
  expect((await leftBy(here.path, "temporaryDirectory();")).toSorted()).toEqual(kept.toSorted());
  expect(existsSync(join(here.path, "elsewhere/precious.txt"))).toBe(true);
});

test.each(["/nowhere", "/dev/null"])("where there can be none, it says so: %s", (place) => {
  vi.stubEnv("TMPDIR", place);
  const code = place === "/nowhere" ? "ENOENT" : "ENOTDIR";
  expect(() => temporaryDirectory()).toThrow(
    `failure[no-temporary-directory]: there can be no temporary directory in ${place}: ${code}\n` +
      "  to fix: set TMPDIR to a directory that is there and that this user can write",
  );
});

function runs(pid: number): boolean {
  // Who has no parent that asks for it is dead and still there.
  const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, "utf8") : "";
  return stat !== "" && !/\) [ZX] /.test(stat);
}
