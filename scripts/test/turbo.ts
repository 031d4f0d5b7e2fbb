import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";

/** A task that turbo would run, as `turbo run --dry=json` has it. */
export interface Task {
  /** `@kit/emit#test`, `//#check:types`. */
  readonly taskId: string;
  /** `@kit/emit`; `//` for the root. */
  readonly package: string;
  /** Its folder, from the root. Empty for the root. */
  readonly directory: string;
  /** `<NONEXISTENT>` where the package has no such script. */
  readonly command: string;
  readonly hash: string;
  /** Digests by path, from the package's folder. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Names of the tasks that its hash has in it. */
  readonly dependencies: readonly string[];
}

/** What `pnpm test` would run in a repository, but for `--dry`; scripts that do not exist are left out. */
export function tasksIn(root: string, script: string): Task[] {
  const [program, ...args] = script.split(" ");
  if (program !== "turbo") throw new Error(`not turbo: ${script}`);
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1" };
  const turbo = join(repositoryRoot, "node_modules/.bin/turbo");
  const printed = execFileSync(turbo, ["--skip-infer", ...args, "--dry=json"], {
    cwd: root,
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { tasks } = JSON.parse(printed.slice(printed.indexOf("{"))) as { tasks: Task[] };
  return tasks.filter(({ command }) => command !== "<NONEXISTENT>");
}
