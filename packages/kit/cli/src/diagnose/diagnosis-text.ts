import { isLacking, type Cache, type Tool } from "./tool.ts";

const states: Record<Tool["state"], string> = {
  here: "ok",
  made: "later",
  missing: "missing",
  unfit: "unfit",
};

/** One line for each tool and cache, and what to do below what is not there. */
export function diagnosisText(tools: readonly Tool[], caches: readonly Cache[]): string {
  const width = Math.max(...[...tools, ...caches].map(({ name }) => name.length));
  const lines = tools.flatMap(({ name, state, version, where, costs, fix }, at) => {
    const said = [version, where, costs].filter((part) => part !== undefined).join(", ");
    const line = `${states[state].padEnd(7)}  ${name.padEnd(width)}  ${said}`;
    // What is missing together is fixed together.
    return fix === undefined || fix === tools[at + 1]?.fix ? [line] : [line, `${" ".repeat(width + 11)}to fix: ${fix}`];
  });
  const sizes = caches.map(
    ({ name, path, bytes }) => `cache    ${name.padEnd(width)}  ${sizeText(bytes).padStart(8)}  ${path}`,
  );
  return [...lines, ...sizes, sumText(tools), ""].join("\n");
}

function sumText(tools: readonly Tool[]): string {
  if (!isLacking(tools)) return "every command can work here";
  const lacking = tools.filter(({ state }) => state === "missing" || state === "unfit").map(({ name }) => name);
  return `some commands cannot work here: ${lacking.join(", ")}`;
}

function sizeText(bytes: number | undefined): string {
  if (bytes === undefined) return "?";
  const units = ["B", "KiB", "MiB", "GiB"];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  const value = bytes / 1024 ** step;
  return `${value < 10 && step > 0 ? value.toFixed(1) : Math.round(value)} ${units[step]}`;
}
