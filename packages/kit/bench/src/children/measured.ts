import { peakMemory } from "../peak-memory.ts";

/** Runs the work and prints how long it took, and the most memory that this process had until its end. */
export async function measured<Result>(work: () => Result): Promise<Awaited<Result>> {
  const start = performance.now();
  const result = await work();
  const ms = performance.now() - start;
  process.stdout.write(JSON.stringify({ ms, bytes: peakMemory() }));
  return result;
}
