import type { Severity } from "../finding.ts";
import { numberText } from "./number-text.ts";
import { severities } from "./order.ts";

/** Findings that are told together, under a head, errors first. */
export interface FindingsBlock {
  readonly head: string;
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly severity: Severity;
  /** What several of them share stands with the first. Asked for only where the entry is shown. */
  readonly lines: () => readonly string[];
}

/** How much is shown. Default: all. */
export interface ReportLimits {
  /** Findings in all. */
  readonly max?: number | undefined;
  /**
   * How many a block may show, in rounds: with `[1, 10]` each gets one before any gets ten. Default: each all, one block
   * after another. Errors are all shared out before warnings.
   */
  readonly rounds?: readonly number[] | undefined;
  /** Lines in all. */
  readonly lines?: number | undefined;
}

/** A text, and how many findings it leaves out. */
export interface Shown {
  readonly text: string;
  readonly left: number;
}

/** Blocks as a text with an empty line after each, as far as the limits let them. */
export function showBlocks(
  blocks: readonly FindingsBlock[],
  { max = Infinity, rounds = [Infinity], lines = Infinity }: ReportLimits,
): Shown {
  const shares = shareOut(blocks, max, rounds);
  let room = lines;
  let left = 0;
  const shown = blocks.map((block, index) => {
    const share = inRoom(block, shares[index]!, room);
    left += block.entries.length - share;
    if (share === 0) return "";
    const own = linesOf(block, share);
    room -= own.length + 1;
    return `${own.join("\n")}\n\n`;
  });
  return { text: shown.join(""), left };
}

function linesOf({ head, entries }: FindingsBlock, share: number): string[] {
  const rest = entries.length - share;
  const more = rest === 0 ? [] : [`    and ${numberText(rest)} more`];
  return [head, ...entries.slice(0, share).flatMap(({ lines }) => lines()), ...more];
}

/** As many of a block's entries as its share allows, or fewer, where not all of them have room. */
function inRoom(block: FindingsBlock, share: number, room: number): number {
  if (room === Infinity) return share;
  let fitting = share;
  while (fitting > 0 && linesOf(block, fitting).length + 1 > room) fitting--;
  return fitting;
}

function shareOut(blocks: readonly FindingsBlock[], max: number, rounds: readonly number[]): number[] {
  const shares = blocks.map(() => 0);
  let left = max;
  for (const [at] of severities.entries()) {
    const judged = severities.slice(0, at + 1);
    const sizes = blocks.map(({ entries }) => entries.filter(({ severity }) => judged.includes(severity)).length);
    for (const most of rounds) {
      for (const [index, size] of sizes.entries()) {
        // That one more is left out takes a line, too.
        const more = Math.max(0, Math.min((size <= most + 1 ? size : most) - shares[index]!, left));
        shares[index]! += more;
        left -= more;
      }
    }
  }
  return shares;
}
