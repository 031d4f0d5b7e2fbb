import { createReadStream } from "node:fs";
import { buffer } from "node:stream/consumers";
import { readBytes } from "@kit/tree";

/**
 * The bytes of a file of manifests; `-` is standard input.
 *
 * @throws UserError where it is not a file, or too large.
 */
export async function manifestBytes(file: string): Promise<Uint8Array> {
  if (file === "-") return buffer(process.stdin);
  // A pipe that a shell has opened; it ends when its writer does.
  if (/^\/(?:dev|proc\/self)\/fd\/\d+$/.test(file)) return buffer(createReadStream(file));
  return readBytes(file, file);
}
