import { exitCodes } from "@kit/errors";
import { $ } from "zx";
import { progress, runCommand } from "@kit/cli";

const help = `Runs the tests that try something at random, or many times, in their full counts.

Usage: pnpm test:long [file...]

  -h, --help  Show this.

Kills and interrupts commands, tries random objects, overlays, texts and names, and
writes the figures with their day into docs/leaks.md and docs/security.md. It takes
about an hour, then runs \`pnpm test:engines\` in the same way. Needs what that needs.

Exit codes: 0 passed, 1 failed, 2 no Go, 3 the machine failed, 70 a bug.
`;

// What has more to try where LONG is set.
const files = [
  "packages/kit/build/test/drift-of-names.test.ts",
  "packages/kit/build/test/proof/random.test.ts",
  "packages/kit/emit/test/component/exactness.test.ts",
  "packages/kit/emit/test/compute/laws.test.ts",
  "packages/kit/leaks/test/figures.test.ts",
  "packages/kit/render/test/image-flow.test.ts",
  "packages/kit/text/test",
  "packages/kit/tree/test/file-stem.test.ts",
  "packages/kit/yaml/test/quick.test.ts",
  "packages/kit/cli/test/interrupted.test.ts",
  "packages/kit/cli/test/names-in-reports.test.ts",
  "packages/kit/cli/test/odd-arguments.test.ts",
];

await runCommand({
  help,
  options: {},
  positionals: true,
  async run({ root, positionals }) {
    const run = $({ cwd: root, env: { ...process.env, LONG: "1" }, stdio: "inherit", nothrow: true });
    const asked = positionals.length === 0 ? files : [...positionals];
    progress(`running ${asked.length} files of tests in full`);
    const unit = await run`vitest run --testTimeout 7200000 ${asked}`;
    if (positionals.length > 0) return unit.exitCode === 0 ? exitCodes.ok : exitCodes.finding;
    const engines = await run`tsx scripts/test-engines.ts --testTimeout=7200000`;
    return unit.exitCode === 0 && engines.exitCode === 0 ? exitCodes.ok : exitCodes.finding;
  },
});
