import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { changedFiles, exampleRepository, filesBelow, runScript, type ScriptResult } from "@kit/testing";
import { diffLines } from "diff";

/** What the repository makes of what an updater has written. */
export interface Outcome {
  /** The lines that are others below overlays/, by file. */
  readonly written: Readonly<Record<string, readonly string[]>>;
  /** Whether each byte below overlays/ is the updater's after `pnpm build`. */
  readonly kept: boolean;
  /** What becomes of `pnpm build`, or what it says is wrong. */
  readonly build: string;
  /** The images and version labels that are rendered and were not, with their environments. */
  readonly deployed: readonly string[];
  /** The classes of what `pnpm review` tells. */
  readonly review: readonly string[];
  /** What `pnpm check` finds, but for notes. */
  readonly check: readonly string[];
}

/** What people have made of overlays beforehand, by their environments. */
export type Before = Readonly<Record<string, (overlay: string) => string>>;

/** Has an updater write into a copy of this repository, then builds, reviews and checks it. */
export async function afterUpdate(write: (root: string) => Promise<void>, before: Before = {}): Promise<Outcome> {
  using copy = exampleRepository();
  for (const [environment, edit] of Object.entries(before)) {
    const file = `overlays/${environment}/kustomization.yaml`;
    copy.write({ [file]: edit(readFileSync(join(copy.path, file), "utf8")) });
  }
  const run = (name: string, ...args: readonly string[]): Promise<ScriptResult> =>
    runScript(name, { cwd: copy.path, args });
  if (Object.keys(before).length > 0) await run("build");
  commit(copy.path);
  const [original, rendered] = [filesBelow(copy.path, "overlays"), versionsIn(copy.path)];
  await write(copy.path);
  const written = filesBelow(copy.path, "overlays");
  const { exitCode, stderr } = await run("build");
  return {
    written: Object.fromEntries(
      changedFiles(original, written).map((file) => [file, difference(original.get(file), written.get(file))]),
    ),
    kept: changedFiles(written, filesBelow(copy.path, "overlays")).length === 0,
    build: exitCode === 0 ? "built" : exitCode === 1 ? "built, and checks find errors" : stderr,
    deployed: versionsIn(copy.path).filter((line) => !rendered.includes(line)),
    review: classesIn((await run("review", "--json", "HEAD")).stdout),
    check: findingsIn((await run("check", "--json")).stdout),
  };
}

function commit(cwd: string): void {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  const people = ["-c", "user.name=people", "-c", "user.email=people@localhost"];
  for (const args of ["init --quiet", "add overlays generated packages", "commit --quiet --message Before"]) {
    execFileSync("git", [...people, ...args.split(" ")], { cwd, env, stdio: "ignore" });
  }
}

function versionsIn(root: string): string[] {
  const lines = [...filesBelow(root, "generated/rendered")].flatMap(([path, text]) => {
    const environment = path.split("/").slice(2, -1).join("/");
    return (text.match(/image: .*|app\.kubernetes\.io\/version: .*/g) ?? []).map((line) => `${environment} ${line}`);
  });
  return [...new Set(lines)];
}

/** The lines that are in one text alone, as `-line` and `+line`. */
function difference(before = "", after = ""): string[] {
  return diffLines(before, after).flatMap(({ added, removed, value }) =>
    added || removed
      ? value
          .replace(/\n$/, "")
          .split("\n")
          .map((line) => `${added ? "+" : "-"}${line}`)
      : [],
  );
}

function classesIn(review: string): string[] {
  return [...new Set(review.match(/(?<="class": ")\w+/g))];
}

function findingsIn(report: string): string[] {
  const { findings } = JSON.parse(report) as {
    findings: Record<"check" | "severity" | "object" | "message", string>[];
  };
  const told = findings.filter(({ severity }) => severity !== "info");
  return told.map(({ check, severity, object, message }) => `${severity} ${check} ${object}: ${message}`);
}
