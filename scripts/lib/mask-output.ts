import { StringDecoder } from "node:string_decoder";
import { maskSecrets } from "@kit/leaks";

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
 */
export function maskOutput(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream);
  const decoder = new StringDecoder();
  const masked = maskedText();
  type Written = (error?: Error | null) => void;
  stream.write = (piece: string | Uint8Array, encoding?: BufferEncoding | Written, written?: Written) => {
    const text = typeof piece === "string" ? piece : decoder.write(Buffer.from(piece));
    return write(masked.take(text), typeof encoding === "function" ? encoding : written);
  };
  process.on("exit", () => {
    const rest = masked.end();
    if (rest !== "") write(rest);
  });
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
  // A longer one is no key, and what is mentioned is not waited for to the end of all that is printed.
  if (begin === -1 || lines - begin > longestKey) return lines;
  return /^-----BEGIN [A-Z0-9 ]{0,60}PRIVATE KEY(?![^]*-----END )/.test(text.slice(begin, lines)) ? begin : lines;
}

/** In characters. */
const longestKey = 20_000;
