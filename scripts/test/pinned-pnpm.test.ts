import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";

const { packageManager } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8")) as {
  packageManager: string;
};

test("whatever names a pnpm for npx names the one that is pinned", () => {
  const files = globSync(["*.md", "docs/**/*.md", ".github/workflows/*.yml"], { cwd: repositoryRoot });
  const named = files.flatMap((file) =>
    [...readFileSync(join(repositoryRoot, file), "utf8").matchAll(/npx (?:--yes )?(pnpm[^\s`]*)/g)].map(
      ([, name]) => name,
    ),
  );
  expect([...new Set(named)]).toEqual([packageManager]);
});

test("another pnpm is told which one is tested, and goes on", () => {
  expect(startedBy("pnpm/9.1.2 npm/? node/v24.21.0 linux x64")).toEqual({
    stdout: expect.stringContaining("Usage: pnpm images") as string,
    stderr: `notice: this is pnpm@9.1.2; this repository is tested with ${packageManager}: npx --yes ${packageManager} …\n`,
  });
});

test.each([`${packageManager.replace("@", "/")} npm/? node/v24.21.0 linux x64`, "npm/11.0.0 node/v24.21.0", ""])(
  "%j is told nothing",
  (agent) => {
    expect(startedBy(agent).stderr).toBe("");
  },
);

function startedBy(agent: string): { stdout: string; stderr: string } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["packages/kit/typed-manifests/bin/start.mjs", "images", "--help"],
    {
      cwd: repositoryRoot,
      env: { ...process.env, npm_config_user_agent: agent },
      encoding: "utf8",
    },
  );
  return { stdout, stderr };
}
