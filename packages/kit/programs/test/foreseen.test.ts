import { readFileSync } from "node:fs";
import { EnvironmentFailure, exitCodeOf, UserError } from "@kit/errors";
import { asForeseen } from "@kit/programs";
import { expect, test } from "vitest";

function refused(code: string, syscall: string, path?: string): Error {
  return Object.assign(new Error(code), { code, syscall, ...(path === undefined ? {} : { path }) });
}

test("what the operating system refuses is said as such", () => {
  const errors = [
    refused("ENOSPC", "write"),
    refused("EDQUOT", "open", "/cache/a"),
    Object.assign(refused("ENOSPC", "copyfile", "/from"), { dest: "/to" }),
    refused("EROFS", "open", "/cache/a"),
    refused("EACCES", "scandir", "/packages"),
    refused("EPERM", "unlink", "/cache/a"),
    refused("EMFILE", "open", "/cache/a"),
    refused("EAGAIN", "fork"),
    refused("ENOENT", "open", "/gone"),
    refused("EIO", "read", "/broken"),
    refused("EISDIR", "open", "/folder"),
    refused("ELOOP", "open", "/loop"),
    refused("ENAMETOOLONG", "open", "/long"),
    refused("ERR_FS_FILE_TOO_LARGE", "", "/large"),
    new RangeError("Invalid string length"),
    refused("ENOENT", "spawnSync git", "git"),
  ].map(asForeseen) as Error[];
  expect(errors.map(exitCodeOf)).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 3]);
  expect(errors.map(({ message }) => message.split("\n")[0])).toMatchInlineSnapshot(`
    [
      "failure[disk-full]: the disk is full",
      "failure[disk-full]: the disk is full at /cache/a",
      "failure[disk-full]: the disk is full at /to",
      "failure[not-writable]: /cache/a cannot be written: EROFS",
      "failure[not-readable]: /packages cannot be read: EACCES",
      "failure[not-writable]: /cache/a cannot be written: EPERM",
      "failure[out-of-resources]: the machine has no more to give at /cache/a: EMFILE (open)",
      "failure[out-of-resources]: the machine has no more to give: EAGAIN (fork)",
      "failure[file-vanished]: /gone cannot be reached any more: ENOENT",
      "failure[file-vanished]: /broken cannot be reached any more: EIO",
      "error[file-kind]: /folder is not a file that can be read: EISDIR",
      "error[file-kind]: /loop is not a file that can be read: ELOOP",
      "error[file-kind]: /long is not a file that can be read: ENAMETOOLONG",
      "error[file-too-large]: a file or value has more than 511 MB, and cannot be read at /large",
      "error[file-too-large]: a file or value has more than 511 MB, and cannot be read",
      "failure[subprocess-failed]: there is no git on PATH",
    ]
  `);
});

test("what is foreseen already, and what is not, stays", () => {
  const user = new UserError({ code: "file-kind", what: "a", where: "b", next: "c" });
  const failure = new EnvironmentFailure("disk-full", "a", "b");
  const bug = new TypeError("x is not a function");
  for (const error of [user, failure, bug, null, "text"]) expect(asForeseen(error)).toBe(error);
});

test("a file that vanishes while it is read is not a bug", () => {
  let error: unknown;
  try {
    readFileSync("/nowhere/a.yaml");
  } catch (thrown) {
    error = asForeseen(thrown);
  }
  expect((error as Error).message).toMatchInlineSnapshot(`
    "failure[file-vanished]: /nowhere/a.yaml cannot be reached any more: ENOENT
      to fix: start again, when nothing else changes the files"
  `);
});
