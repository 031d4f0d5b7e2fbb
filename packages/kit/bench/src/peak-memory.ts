import { existsSync, readFileSync } from "node:fs";

const status = "/proc/self/status";

/**
 * The most memory that this process had, in bytes.
 *
 * On Linux `maxRSS` begins with the peak of the process that started this one, so the kernel's own count for this
 * program is read there.
 */
export function peakMemory(): number {
  if (!existsSync(status)) return 1024 * process.resourceUsage().maxRSS;
  return peaksIn(readFileSync(status, "utf8"))[0]!;
}

/** The peaks, in bytes, in what `peakRecorder` wrote: one for each Node process. */
export function peaksIn(text: string): number[] {
  return [...text.matchAll(/^VmHWM:\s*(\d+) kB$/gm)].map(([, kilobytes]) => 1024 * Number(kilobytes));
}

/**
 * A module that has each Node process which loads it first (`node --import`) append its peak to a file at its end.
 *
 * It is an address of plain JavaScript, so that loading it takes next to nothing of the time that is measured.
 */
export function peakRecorder(file: string): string {
  const text = `import { appendFileSync, existsSync, readFileSync } from "node:fs";
process.on("exit", () => {
  const peak = existsSync("${status}") ? readFileSync("${status}") : "VmHWM: " + process.resourceUsage().maxRSS + " kB\\n";
  appendFileSync(${JSON.stringify(file)}, peak);
});`;
  return `data:text/javascript,${encodeURIComponent(text)}`;
}
