import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync, type BigIntStats } from "node:fs";

/**
 * What stands at a path: what the file system says of it, and what it is. A file is the digest of its bytes, a link `>` and
 * where it leads, a folder its items by name, and anything else `?`.
 */
export type Seen = readonly [stat: string, is: string | SeenItems];

/** What is in a folder, by name. */
interface SeenItems {
  readonly [name: string]: Seen;
}

/** How a tree is looked at. */
export interface LookOptions {
  /** Whether what stands at a path counts. It is asked of what is in folders, by the path from the first one on. */
  readonly wants: (path: string, isFolder: boolean) => boolean;
  /** What was there before, and when it was looked at, in milliseconds of the clock. Default: everything is read. */
  readonly before?: { readonly seen: Seen | undefined; readonly at: number } | undefined;
}

// A file that is changed twice within one tick of its file system's clock has the same times; the coarsest clocks tick each 2 s.
const tick = 2_000;
// What is larger is not read: then it is its times.
const most = 32 * 2 ** 20;

/**
 * Looks at what stands at a path. What was there before is not read again where size, times, number and mode are the same, and the
 * times are so old that nothing can have changed it within the same tick of the clock.
 *
 * @param path From the first one on; `""` for that.
 * @returns Undefined where there is nothing.
 */
export function look(file: string, { wants, before }: LookOptions, path = ""): Seen | undefined {
  const settled = before === undefined ? 0n : BigInt(Math.floor(before.at - tick)) * 1_000_000n;
  return at(file, path, before?.seen);

  function at(here: string, from: string, known: Seen | undefined): Seen | undefined {
    const found = statAt(here);
    if (found === undefined || typeof found === "string") return found === undefined ? undefined : ["", found];
    const stat = statOf(found);
    const isSame = known?.[0] === stat && found.mtimeNs < settled && found.ctimeNs < settled;
    if (!found.isDirectory()) return [stat, isSame && typeof known[1] === "string" ? known[1] : contentOf(here, found)];
    const items = typeof known?.[1] === "object" ? known[1] : {};
    const names = isSame ? Object.keys(items) : namesIn(here, from);
    return [
      stat,
      Object.fromEntries(
        names.flatMap((name) => {
          const item = at(`${here}/${name}`, from === "" ? name : `${from}/${name}`, items[name]);
          return item === undefined ? [] : [[name, item] as const];
        }),
      ),
    ];
  }

  function namesIn(here: string, from: string): string[] {
    try {
      return readdirSync(here, { withFileTypes: true })
        .filter((item) => wants(from === "" ? item.name : `${from}/${item.name}`, item.isDirectory()))
        .map(({ name }) => name)
        .toSorted();
    } catch {
      // It has gone meanwhile, or this user may not read it: who needs it says so.
      return [];
    }
  }
}

/** Whether two looks saw the same. @param how `exactly`: with sizes, times, numbers and modes. Default: whatever these are. */
export function sawSame(one: Seen | undefined, other: Seen | undefined, how?: "exactly"): boolean {
  if (one === undefined || other === undefined) return one === other;
  const [[stat, a], [otherStat, b]] = [one, other];
  if (how === "exactly" && stat !== otherStat) return false;
  if (typeof a === "string" || typeof b === "string") return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => sawSame(a[name], b[name], how));
}

/** How `look` names the content of a file. */
export function digestOfContent(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url");
}

/** Undefined where there is nothing; how the file system refuses to say. */
function statAt(path: string): BigIntStats | string | undefined {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    return `!${(error as NodeJS.ErrnoException).code}`;
  }
}

function statOf({ size, mtimeNs, ctimeNs, ino, mode, dev }: BigIntStats): string {
  return `${size} ${mtimeNs} ${ctimeNs} ${ino} ${mode} ${dev}`;
}

function contentOf(file: string, found: BigIntStats): string {
  try {
    if (found.isSymbolicLink()) return `>${readlinkSync(file)}`;
    if (!found.isFile()) return "?";
    return found.size > most ? `#${statOf(found)}` : digestOfContent(readFileSync(file));
  } catch (error) {
    return `!${(error as NodeJS.ErrnoException).code}`;
  }
}

/** Looks at a path alone: a folder is the names in it. @param before As with `look`. */
export function lookAlone(file: string, before?: LookOptions["before"]): Seen | undefined {
  const seen = look(file, { wants: () => false, before });
  if (seen === undefined || typeof seen[1] === "string") return seen;
  try {
    return [seen[0], `/${digestOfContent(readdirSync(file).toSorted().join("\0"))}`];
  } catch (error) {
    return [seen[0], `!${(error as NodeJS.ErrnoException).code}`];
  }
}

/**
 * Whether something was written since a time in milliseconds. What else changes with a file's other time is not asked: packages are links
 * to one store, and each installation elsewhere changes how many there are.
 */
export function isWrittenSince([stat]: Seen, at: number): boolean {
  const [, modified = "0"] = stat.split(" ");
  return BigInt(modified) >= BigInt(Math.floor(at)) * 1_000_000n;
}
