import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { ownIdentity, takeLock } from "@kit/programs";
import { temporaryDirectory } from "@kit/testing";
import { expect, test } from "vitest";

/** Another process that takes the lock, says so, and keeps it. */
async function holder(file: string): Promise<ChildProcess> {
  const code = `import { takeLock } from "@kit/programs";
await takeLock(${JSON.stringify(file)}, () => {});
console.log("has it");
setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], { cwd: import.meta.dirname });
  await once(child.stdout, "data");
  return child;
}

test("whoever comes second is told for whom it waits, and goes on after a kill", async () => {
  using directory = temporaryDirectory();
  const file = join(directory.path, "folder/lock");
  const first = await holder(file);
  const told: number[] = [];
  const taken = takeLock(file, (pid) => {
    told.push(pid);
    first.kill("SIGKILL");
  });
  (await taken)[Symbol.dispose]();
  expect(told).toEqual([first.pid]);
  expect(readdirSync(join(directory.path, "folder"))).toEqual([]);
});

test("it is given back, and taken again, by one at a time", async () => {
  using directory = temporaryDirectory();
  const file = join(directory.path, "lock");
  let inside = 0;
  const most: number[] = [];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      using owed = new DisposableStack();
      owed.use(await takeLock(file, () => {}));
      most.push(++inside);
      await Promise.resolve();
      inside--;
    }),
  );
  expect(most).toEqual(Array(8).fill(1));
  expect(existsSync(file)).toBe(false);
});

test("one of another machine is waited for as long as it gives signs", async () => {
  using directory = temporaryDirectory();
  const file = join(directory.path, "lock");
  directory.write({ lock: "ffffffff-1-2-abcd" });
  const told: number[] = [];
  const taken = takeLock(file, (pid) => {
    told.push(pid);
    utimesSync(file, 1, 1);
  });
  (await taken)[Symbol.dispose]();
  expect(told).toEqual([1]);
});

test("what is left of one that was killed while it took or gave it is no obstacle", async () => {
  using directory = temporaryDirectory({ lock: "" });
  const file = join(directory.path, "lock");
  utimesSync(file, 1, 1);
  mkdirSync(`${file}.taking`);
  utimesSync(`${file}.taking`, 1, 1);
  (await takeLock(file, () => {}))[Symbol.dispose]();
  expect(readdirSync(directory.path)).toEqual([]);
});

test("a process is known by more than its number", () => {
  expect(ownIdentity()).toMatch(new RegExp(`^[0-9a-f]{8}-${process.pid}-\\d+$`));
});
