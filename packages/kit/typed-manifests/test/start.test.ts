import { spawnSync } from "node:child_process";
import { startScript } from "@kit/testing";
import { expect, test } from "vitest";

/** Starts a command on what says of itself something else. */
function startOn(field: "platform" | "versions", value: unknown): unknown {
  const module = `Object.defineProperty(process, "${field}", { value: ${JSON.stringify(value)} })`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(module)}`, startScript, "build"],
    { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
  );
  return { status, stdout, stderr: stderr.replace(/pnpm@[\d.]+/, "pnpm@…") };
}

test("Windows itself is told of WSL", () => {
  expect(startOn("platform", "win32")).toEqual({
    status: 2,
    stdout: "",
    stderr: `error: this does not run on Windows itself
  to fix: start it in WSL, from a clone that is there: docs/platforms.md
`,
  });
});

test("an older Node is told of the one that pnpm installs", () => {
  expect(startOn("versions", { ...process.versions, node: "20.19.0" })).toEqual({
    status: 2,
    stdout: "",
    stderr: `error: this runs on Node 20.19.0, and needs the Node 24 that pnpm installs
  to fix: run \`npx --yes pnpm@… install\` and read what it complains about, then start the command with pnpm
`,
  });
});
