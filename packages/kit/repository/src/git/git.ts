import { execFileSync, spawnSync } from "node:child_process";
import { EnvironmentFailure, UserError } from "@kit/errors";

/** git in a repository: every call of it is one of these. */
export interface Git {
  /**
   * What it prints, byte for byte.
   *
   * @param input What its standard input has.
   * @param failed What is said where it fails, by its own words. Default: `git failed: …`, with the first line.
   */
  readonly read: (args: readonly string[], input?: string, failed?: (said: string) => string) => Buffer;
  /** The entries of a list that it prints with `-z`. */
  readonly list: (...args: readonly string[]) => string[];
  /** What it answers in one line; undefined where there is no answer: an unknown ref, no common commit. */
  readonly ask: (...args: readonly string[]) => string | undefined;
  /** Has it put something in order, of which nothing depends on whether it can. */
  readonly tidy: (...args: readonly string[]) => void;
}

/** What a caller knows of why it needs a repository. */
interface Need {
  /** For the end of "this is not a git repository": `, so nobody knows …`. */
  readonly without?: string;
  /** Default: run the command in a clone. */
  readonly next?: string;
}

/**
 * git in a directory, which does not have to be the top of what it has checked out. Each function throws a UserError where
 * there is no repository, and an EnvironmentFailure where there is no git, or it fails for another reason.
 */
export function gitIn(root: string, need: Need = {}): Git {
  const run = (args: readonly string[], input?: string): Buffer | Refusal => {
    try {
      return execFileSync("git", args, { ...settings(root), stdio: "pipe", input: input ?? "" });
    } catch (error) {
      return refusalOf(error, root, need);
    }
  };
  const read: Git["read"] = (args, input, failed = (said) => `git failed: ${said.split("\n", 1)[0]}`) => {
    const result = run(args, input);
    if (Buffer.isBuffer(result)) return result;
    throw gitFailure(failed(result.said), result.cause);
  };
  return {
    read,
    list: (...args) => read(args).toString().split("\0").filter(Boolean),
    ask: (...args) => {
      const result = run(args);
      return Buffer.isBuffer(result) ? result.toString().trim() : undefined;
    },
    tidy: (...args) => void spawnSync("git", args, { ...settings(root), stdio: "ignore" }),
  };
}

/** What git says instead of doing what it is asked. */
interface Refusal {
  readonly said: string;
  readonly cause: unknown;
}

// What git says is in the user's language without LC_ALL.
function settings(cwd: string) {
  return { cwd, env: { ...process.env, LC_ALL: "C" }, maxBuffer: Number.MAX_SAFE_INTEGER } as const;
}

function refusalOf(error: unknown, root: string, { without = "", next = "run the command in a clone" }: Need): Refusal {
  const { code, status, stderr } = error as NodeJS.ErrnoException & { status?: number | null; stderr?: Buffer };
  if (code === "ENOENT") throw missing(error);
  if (typeof status !== "number") throw error;
  const said = stderr?.toString().trim() ?? "";
  if (said.includes("detected dubious ownership")) throw gitFailure(`git failed: ${said}`, error);
  if (!said.includes("not a git repository")) return { said, cause: error };
  const what = `this is not a git repository${without}`;
  throw new UserError({ code: "no-git-repository", what, where: root, next }, { cause: error });
}

function missing(cause: unknown): EnvironmentFailure {
  return new EnvironmentFailure("git-missing", "there is no git on PATH", "install git, then start again", { cause });
}

function gitFailure(what: string, cause: unknown): EnvironmentFailure {
  return new EnvironmentFailure("subprocess-failed", what, "correct what git names, then start again", { cause });
}
