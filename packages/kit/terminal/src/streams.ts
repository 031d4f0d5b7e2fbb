import { StringDecoder } from "node:string_decoder";
import { stripVTControlCharacters, styleText } from "node:util";
import { packageOf, packagePlace } from "@kit/errors";
import { forTerminalLines } from "@kit/text";
import { maskOutput } from "./mask-output.ts";

type Write = (text: string, written?: (error?: Error | null) => void) => boolean;

const own: Record<"stdout" | "stderr", Write> = {
  stdout: (text, written) => process.stdout.write(text, written),
  stderr: (text, written) => process.stderr.write(text, written),
};

/** Writes a result to stdout. Nothing else does: what packages print goes to stderr. */
export function print(text: string): void {
  own.stdout(text, (error) => (unwritten ??= error ?? undefined));
}

let unwritten: NodeJS.ErrnoException | undefined;

/** Writes to stderr, with colour only where a terminal shows it: results go to stdout, all else here. */
export function notice(text: string): void {
  const marked = forTerminalLines(text).replaceAll(/^(error|failure)(?=\[|:)/gm, (word) =>
    styleText("red", word, { stream: process.stderr }),
  );
  own.stderr(process.stderr.isTTY ? marked : stripVTControlCharacters(marked));
}

/** Tells on stderr what takes long, as a line of its own. */
export function progress(message: string): void {
  notice(`${message}\n`);
}

/** A text with its colours where a terminal shows it, and without them elsewhere; NO_COLOR is respected. */
export function coloured(text: string, stream: NodeJS.WriteStream): string {
  return stream.isTTY && stream.hasColors() ? text : text.replaceAll(colour, "");
}

// What `styleText` writes. All else that acts on a terminal the stream itself takes out.
const colour = new RegExp(String.raw`\u001B\[\d{1,2}m`, "g");

/**
 * Takes stdout and stderr for the command: what a package prints goes to stderr, each line with the package's name.
 * Both are masked.
 */
export function ownStreams(rootOf: () => string): void {
  for (const name of ["stdout", "stderr"] as const) {
    const stream = process[name];
    maskOutput(stream);
    own[name] = stream.write.bind(stream) as Write;
    stream.write = foreignWrite(rootOf);
  }
}

/** Resolves when all that was printed is written; with what kept it from that, where something did. */
export async function printed(): Promise<Error | undefined> {
  await new Promise((resolve) => own.stdout("", resolve));
  // A reader that has seen enough, such as `head`, closes the pipe: that is not an error.
  return unwritten?.code === "EPIPE" ? undefined : unwritten;
}

function foreignWrite(rootOf: () => string): NodeJS.WriteStream["write"] {
  const decoder = new StringDecoder();
  let line = "";
  let who = "";
  const flush = (): void => {
    if (line !== "") own.stderr(`${who}: ${stripVTControlCharacters(line)}\n`);
    line = "";
  };
  process.on("exit", flush);
  return (piece: string | Uint8Array, encoding?: unknown, written?: unknown) => {
    who = callerOf(rootOf());
    const [...lines] = (line + (typeof piece === "string" ? piece : decoder.write(Buffer.from(piece)))).split("\n");
    const rest = lines.pop()!;
    for (line of lines) flush();
    line = rest;
    const done = typeof encoding === "function" ? encoding : written;
    if (typeof done === "function") process.nextTick(done);
    return true;
  };
}

function callerOf(root: string): string {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 50;
  const { stack = "" } = new Error("where");
  Error.stackTraceLimit = stackTraceLimit;
  const place = packagePlace(stack, root);
  return place === undefined ? "a package" : packageOf(place);
}
