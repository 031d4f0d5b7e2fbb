import { readdirSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { maskSecrets } from "@kit/leaks";
import { isOfOneProcess } from "@kit/programs";
import { presentKustomize, type Engine, type EngineOptions } from "@kit/render";
import { digestOfContent, isWrittenSince, keepFor, keptFor, look, lookAlone, sawSame, type Seen } from "@kit/tree";
import type { Observed } from "@kit/workspace";
import type { Built } from "../build.ts";
import { cacheOf } from "../only-writer.ts";
import { buildIdentity, kitIdentity } from "./identity.ts";
import { isWanted } from "./wanted.ts";

interface Options extends EngineOptions {
  /** The repository's root; absolute. */
  readonly root: string;
  /** The environments to render. None: all. */
  readonly environments: readonly string[];
}

/** The last build of a repository, beside which the next one begins. */
export interface LastBuild<Said> {
  /** What it said, where a build of now would make and say the same; else undefined. */
  readonly said: Said | undefined;
  /** Keeps what a build made and said, for the next one. It does not where something has changed meanwhile, or cannot be compared. */
  readonly keep: (built: Built, observed: Observed, said: Said) => void;
}

interface Kept {
  /** Of what else it depends on. */
  readonly identity: string;
  /** When it was looked at; in milliseconds. */
  readonly at: number;
  readonly repository: Seen | undefined;
  /** What packages read elsewhere, by path. */
  readonly elsewhere: Readonly<Record<string, Seen | null>>;
  readonly variables: readonly (string | null)[];
  /** The digest of their values: they may be secret. */
  readonly values: string;
  readonly said: unknown;
}

/**
 * Looks at all that a build reads and has written, by names, sizes and times first.
 *
 * @typeParam Said Plain data.
 */
export async function lastBuild<Said>({ root, environments, ...options }: Options): Promise<LastBuild<Said>> {
  // It asks kustomize for its version, while this process looks at files.
  const engine = engineOf(options);
  const file = join(cacheOf(root), "_last-build.json");
  const at = Date.now();
  const kit = kitIdentity();
  const kept = kit === undefined ? undefined : (keptFor(file, kit) as Kept | undefined);
  const repository = look(root, { wants: isWanted, before: kept && { seen: kept.repository, at: kept.at } });
  const found = await engine;
  const identity = found === undefined ? undefined : buildIdentity(root, environments, found);
  const put = (value: Omit<Kept, "identity">): void => {
    if (kit === undefined || identity === undefined) return;
    const said = JSON.stringify(value.said);
    if (maskSecrets(said) === said) keepFor(file, kit, { ...value, identity } satisfies Kept);
  };
  const isSame =
    kept !== undefined && kept.identity === identity && isUnchanged(kept, repository) && !isInterrupted(cacheOf(root));
  // Times that were too young to be believed are old enough now, and files that were touched need not be read again.
  if (isSame && !sawSame(kept.repository, repository, "exactly")) put({ ...kept, at, repository });
  return {
    said: isSame ? (kept.said as Said) : undefined,
    keep(built, observed, said) {
      const now = looked(root, { at, repository }, built, observed);
      if (now !== undefined) put({ ...now, said });
    },
  };
}

/** Whether a build runs, or was killed: the next one waits for it, or removes what it left and ends what still runs. */
function isInterrupted(cache: string): boolean {
  return readdirSync(cache).some((name) => name.startsWith("_writer") || isOfOneProcess(name));
}

/** Where one is to be built first, the build does it, and says so. */
async function engineOf({ env }: EngineOptions): Promise<Engine | undefined> {
  try {
    return await presentKustomize(env);
  } catch {
    // The build says what is wrong.
    return undefined;
  }
}

function isUnchanged(kept: Kept, repository: Seen | undefined): boolean {
  return (
    sawSame(kept.repository, repository) &&
    valuesOf(kept.variables) === kept.values &&
    Object.entries(kept.elsewhere).every(([path, seen]) =>
      sawSame(seen ?? undefined, lookAlone(path, { seen: seen ?? undefined, at: kept.at })),
    )
  );
}

/** What is there at the end of a build; undefined where that cannot be what it read and wrote, or nobody can compare it. */
function looked(
  root: string,
  begun: Pick<Kept, "at" | "repository">,
  built: Built,
  observed: Observed,
): Omit<Kept, "said" | "identity"> | undefined {
  const isWhole = built.rendered.every(({ beside }) => beside?.every((path) => isWanted(path, false)) ?? false);
  if (!isWhole || observed.untold.size > 0) return undefined;
  const at = Date.now();
  const repository = look(root, { wants: isWanted, before: { seen: begun.repository, at: begun.at } });
  if (!areInputsLeft(begun.repository, repository)) return undefined;
  if (!isWritten(itemOf(repository, "generated"), itemOf(begun.repository, "generated"), built)) return undefined;
  const elsewhere = new Map<string, Seen | null>();
  for (const path of observed.paths) {
    for (const one of new Set([path, realPath(path)])) {
      if (isWanted(relative(root, one).replaceAll(sep, "/"), false) && one.startsWith(`${root}${sep}`)) continue;
      const seen = lookAlone(one);
      if (seen !== undefined && isWrittenSince(seen, begun.at)) return undefined;
      elsewhere.set(one, seen ?? null);
    }
  }
  const variables = [...observed.variables].map((name) => name ?? null);
  return { at, repository, elsewhere: Object.fromEntries(elsewhere), variables, values: valuesOf(variables) };
}

/** One that was changed and changed back meanwhile may have been read in between: its times are others. */
function areInputsLeft(one: Seen | undefined, other: Seen | undefined): boolean {
  if (typeof one?.[1] !== "object" || typeof other?.[1] !== "object") return false;
  const names = new Set([...Object.keys(one[1]), ...Object.keys(other[1])]);
  names.delete("generated");
  // A build writes its cache there.
  return [...names].every((name) =>
    sawSame(itemOf(one, name), itemOf(other, name), name === "node_modules" ? undefined : "exactly"),
  );
}

/** Whether `generated/` has what the build made, and for environments that it left what was there. */
function isWritten(now: Seen | undefined, then: Seen | undefined, { files, left }: Built): boolean {
  const digests = new Map([...files].map(([path, text]) => [path, digestOfContent(text)]));
  const kept = left.length === 0 ? [] : ["gitops/", ...left.map((id) => `rendered/${id}/`)];
  const before = new Map(contentsOf(then));
  const contents = contentsOf(now);
  return (
    contents.filter(([path]) => digests.has(path)).length === digests.size &&
    contents.every(
      ([path, is]) =>
        digests.get(path) === is || (kept.some((prefix) => path.startsWith(prefix)) && before.get(path) === is),
    )
  );
}

/** What is in a folder, by path; a folder that is empty, too. */
function contentsOf(seen: Seen | undefined, path = ""): [path: string, is: string][] {
  if (seen === undefined) return [];
  const [, is] = seen;
  if (typeof is === "string") return [[path, is]];
  const items = Object.entries(is);
  if (items.length === 0) return path === "" ? [] : [[path, "/"]];
  return items.flatMap(([name, item]) => contentsOf(item, path === "" ? name : `${path}/${name}`));
}

function itemOf(seen: Seen | undefined, name: string): Seen | undefined {
  return typeof seen?.[1] === "object" ? seen[1][name] : undefined;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function valuesOf(names: readonly (string | null)[]): string {
  const all = names.includes(null) ? Object.keys(process.env).toSorted() : names;
  return digestOfContent(JSON.stringify(all.map((name) => [name, process.env[name!] ?? null])));
}
