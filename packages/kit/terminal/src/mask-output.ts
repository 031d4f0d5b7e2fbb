import { StringDecoder } from "node:string_decoder";
import { maskSecrets } from "@kit/leaks";
import { forStream } from "@kit/text";

/** A text that comes in pieces, masked. */
interface MaskedText {
  /** The part of what came so far that can be judged. */
  take(piece: string): string;
  /** The rest. */
  end(): string;
}

/**
 * Puts `***` in the place of secrets in all that a stream of this process is given, whoever writes it and why: the last
 * line against a secret in what is printed.
 *
 * A piece of a text could hide half of a secret, so what has no line's end yet waits for it, and the beginning of a
 * private key for its end; at the latest until the process ends.
 *
 * Nothing in it acts on a terminal or a CI's runner, but for the kit's own colours.
 */
export function maskOutput(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream);
  const decoder = new StringDecoder();
  const masked = maskedText();
  const safe = (text: string): string => forStream(text, { colours: stream.isTTY, commands: withCommands.has(stream) });
  type Written = (error?: Error | null) => void;
  stream.write = (piece: string | Uint8Array, encoding?: BufferEncoding | Written, written?: Written) => {
    const text = typeof piece === "string" ? piece : decoder.write(Buffer.from(piece));
    return write(safe(masked.take(text)), typeof encoding === "function" ? encoding : written);
  };
  process.on("exit", () => {
    const rest = masked.end();
    if (rest !== "") write(safe(rest));
  });
}

const withCommands = new WeakSet<NodeJS.WriteStream>();

/** From now on a stream is for a CI's runner: its lines are commands, written by what escapes for them. */
export function allowCommands(stream: NodeJS.WriteStream): void {
  withCommands.add(stream);
}

/** The same stream for a prompt, which moves the cursor and escapes names itself. */
export function unguarded(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  // Commands give the stream a `write` of its own, before that of its class.
  const ofClass = Object.getPrototypeOf(stream) as NodeJS.WriteStream;
  return Object.create(stream, { write: { value: ofClass.write.bind(stream) } }) as NodeJS.WriteStream;
}

export function maskedText(): MaskedText {
  let waiting = "";
  return {
    take(piece) {
      const text = waiting + piece;
      const end = judgeable(text);
      waiting = text.slice(end);
      return maskSecrets(text.slice(0, end));
    },
    end() {
      const text = maskSecrets(waiting);
      waiting = "";
      return text;
    },
  };
}

/** Up to where a text can be judged. */
function judgeable(text: string): number {
  const lines = text.lastIndexOf("\n") + 1;
  const begin = text.lastIndexOf("-----BEGIN ", lines);
  // A longer one is not a key, and what is mentioned is not waited for to the end of all that is printed.
  if (begin === -1 || lines - begin > longestKey) return lines;
  return /^-----BEGIN [A-Z0-9 ]{0,60}PRIVATE KEY(?![^]*-----END )/.test(text.slice(begin, lines)) ? begin : lines;
}

/** In characters. */
const longestKey = 20_000;
