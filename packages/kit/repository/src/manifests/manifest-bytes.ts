import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { UserError } from "@kit/errors";
import { mostBytes, readBytes } from "@kit/tree";

/**
 * The bytes of a file of manifests; `-` is standard input.
 *
 * @throws UserError where it is not a file or a stream, or has more than 32 MB.
 */
export async function manifestBytes(file: string): Promise<Uint8Array> {
  if (file === "-") return streamBytes(process.stdin, "stdin");
  // A pipe that a shell has opened; it ends when its writer does.
  if (/^\/(?:dev|proc\/self)\/fd\/\d+$/.test(file)) return streamBytes(createReadStream(file), file);
  return readBytes(file, file);
}

/** What a stream has, as much as a file may have: who writes to it may never end. */
async function streamBytes(stream: Readable, where: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > mostBytes) {
      stream.destroy();
      throw tooMuch(where);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooMuch(where: string): UserError {
  return new UserError({
    code: "file-too-large",
    what: `more than ${mostBytes / 2 ** 20} MB come from ${where}, and that is the most that is read`,
    where,
    next: "give fewer objects at once: those of one project, say",
  });
}
