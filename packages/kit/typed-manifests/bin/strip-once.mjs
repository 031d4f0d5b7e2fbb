// Node strips the types of each module anew in each process, which takes a third of what a quick command takes. This
// keeps what Node made of the kit's own sources and of the commands. It is plain JavaScript, because it comes before.
import { hash } from "node:crypto";
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";

const root = new URL("../../../../", import.meta.url);
// Never the systems' sources: a secret that stands in one by mistake would stay there.
const ours = ["packages/kit/"].map((folder) => new URL(folder, root).href);
const directory = fileURLToPath(new URL("node_modules/.cache/manifests", root));
const file = `${directory}/_stripped.json`;
// Some six times what there is. Without an end it would keep each version of each module.
const most = 4000;

/** Lets the modules that are loaded from here on be stripped once, whichever command loads them. */
export function stripOnce() {
  const known = read();
  const used = new Map();
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.endsWith(".ts") || url.includes("/node_modules/") || !ours.some((folder) => url.startsWith(folder))) {
        return nextLoad(url, context);
      }
      const source = readFileSync(fileURLToPath(url), "utf8");
      const key = hash("sha1", source);
      const stripped = known.get(key) ?? strip(source);
      used.set(key, stripped);
      return { format: "module", shortCircuit: true, source: stripped };
    },
  });
  process.once("exit", () => {
    if ([...used.keys()].some((key) => !known.has(key))) write([...new Map([...known, ...used])].slice(-most));
  });
}

function strip(source) {
  // That it is called experimental is for those who choose a Node version, not for each run of a command.
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}

function read() {
  try {
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (stat === undefined) return new Map();
    // What stands there is run.
    if (!stat.isFile()) throw new Error("it is not a file");
    if (stat.uid !== (process.geteuid?.() ?? stat.uid)) throw new Error("it belongs to another user");
    if (process.geteuid !== undefined && (stat.mode & 0o022) !== 0) throw new Error("others may write it");
    const { node, modules } = JSON.parse(readFileSync(file, "utf8"));
    return node === process.version ? new Map(modules) : new Map();
  } catch (error) {
    const why = error instanceof SyntaxError ? "it is not as it was written" : (error.code ?? error.message);
    process.stderr.write(`notice: ${file} is ignored: ${why}\n`);
    return new Map();
  }
}

/** It is only ever a shortcut: what cannot be kept is stripped again. */
function write(modules) {
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify({ node: process.version, modules }), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // The next command strips them again.
  }
}
