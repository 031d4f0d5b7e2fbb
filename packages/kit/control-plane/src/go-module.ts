import { existsSync } from "node:fs";
import { EnvironmentFailure } from "@kit/errors";
import { run } from "@kit/programs";

/** What `go mod download -json` says of a module. */
interface Downloaded {
  readonly Path: string;
  readonly Version: string;
  /** Not said of a module whose code needs a newer Go, although it is there. */
  readonly Dir?: string;
  readonly Zip?: string;
  readonly Error?: string;
}

/**
 * The directory of a Go module's files, which Go fetches and checks where they are not in its cache.
 *
 * @param module Such as `sigs.k8s.io/kwok` where a go.mod in `cwd` pins it, else with its version after an `@`.
 * @throws EnvironmentFailure where Go cannot fetch it, with what Go said.
 */
export async function goModule(
  module: string,
  { go, cwd, env }: { readonly go: string; readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<string> {
  // Its files are wanted, not its code: no newer Go has to be fetched for it.
  const { stdout, stderr } = await run(go, ["mod", "download", "-json", module], {
    cwd,
    env: { ...env, GOTOOLCHAIN: "local" },
  });
  const answer = stdout.startsWith("{") ? (JSON.parse(stdout) as Downloaded) : undefined;
  const directory = answer && directoryOf(answer);
  if (directory !== undefined && existsSync(directory)) return directory;
  const what = `Go could not fetch ${module}:\n${answer?.Error ?? (stderr.trim() || stdout.trim())}`;
  throw new EnvironmentFailure("subprocess-failed", what, "correct what Go complains about, then start again");
}

function directoryOf({ Path, Version, Dir, Zip }: Downloaded): string | undefined {
  if (Dir !== undefined || Zip === undefined) return Dir;
  // As https://go.dev/ref/mod#module-cache lays it out: capital letters are written with an exclamation mark.
  const escaped = Path.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
  const [cache, rest] = Zip.split("/cache/download/");
  return rest === undefined ? undefined : `${cache}/${escaped}@${Version}`;
}
