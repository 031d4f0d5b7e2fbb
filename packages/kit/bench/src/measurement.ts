import { median } from "./statistics.ts";

/** One run of something. */
export interface Sample {
  readonly ms: number;
  /** The most memory that its process had; undefined where that cannot be told, as for the compiler's own program. */
  readonly bytes: number | undefined;
}

/** Several runs of the same thing. */
export interface Measurement {
  /** The medians. */
  readonly ms: number;
  readonly bytes: number | undefined;
  readonly runs: readonly Sample[];
}

/** How often something is measured. */
export interface Turns {
  readonly turns: number;
  /** Told the number of each turn before it, from 1. */
  readonly onTurn: (turn: number) => void;
}

/** Measures several things in turns, so that what else the machine does falls on all of them alike. */
export async function inTurns<Name extends string>(
  { turns, onTurn }: Turns,
  contenders: Readonly<Record<Name, () => Promise<Sample>>>,
): Promise<Record<Name, Measurement>> {
  const names = Object.keys(contenders) as Name[];
  const runs = new Map<Name, Sample[]>(names.map((name) => [name, []]));
  for (let turn = 1; turn <= turns; turn++) {
    onTurn(turn);
    for (const name of names) runs.get(name)!.push(await contenders[name]());
  }
  return Object.fromEntries(names.map((name) => [name, summary(runs.get(name)!)])) as Record<Name, Measurement>;
}

function summary(runs: readonly Sample[]): Measurement {
  const bytes = runs.flatMap((run) => (run.bytes === undefined ? [] : [run.bytes]));
  return {
    ms: median(runs.map(({ ms }) => ms)),
    bytes: bytes.length === runs.length ? median(bytes) : undefined,
    runs,
  };
}
