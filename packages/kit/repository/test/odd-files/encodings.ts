import { gzipSync } from "node:zlib";
import { configMap, type OddFiles } from "./odd-file.ts";

const text = `${configMap}data:\n  a: grüße\n`;

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));

const swapped = (buffer: Buffer): Buffer => Buffer.from(buffer).swap16();

const wide = (own: string): Buffer =>
  Buffer.concat(Array.from(own).map((letter) => Buffer.from([letter.codePointAt(0)! & 255, 0, 0, 0])));

/** Bytes that look random and are the same each time. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) & 255);
}

/** Encodings, and what is no text. */
export const encodings: OddFiles = {
  nothing: "",
  "a BOM": `\uFEFF${text}`,
  "two BOMs": `\uFEFF\uFEFF${text}`,
  "a BOM alone": "\uFEFF",
  "a BOM in the middle": `${text}---\n\uFEFF${text}`,
  "a BOM in a key": text.replace("kind", "\uFEFFkind"),
  "UTF-16, little end first": Buffer.from(`\uFEFF${text}`, "utf16le"),
  "UTF-16, big end first": swapped(Buffer.from(`\uFEFF${text}`, "utf16le")),
  "UTF-16 without a BOM": Buffer.from(text, "utf16le"),
  "UTF-16 that ends in the middle": Buffer.from(`\uFEFF${text}`, "utf16le").subarray(0, -1),
  "UTF-16 with half of a pair": Buffer.from(`\uFEFF${text.replace("ü", "\uD800")}`, "utf16le"),
  "UTF-16 of nothing": bytes([0xff, 0xfe]),
  "UTF-32": wide(text),
  "UTF-32 with a BOM": Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), wide(text)]),
  "Latin-1 in a value": Buffer.from(text, "latin1"),
  "Latin-1 in a comment": Buffer.from(`# grüße\n${configMap}`, "latin1"),
  "Latin-1 in a key": Buffer.from(`${configMap}data:\n  ü: a\n`, "latin1"),
  "Latin-1 behind a BOM": bytes([0xef, 0xbb, 0xbf], configMap, "# ", [0xfc], "\n"),
  "quotes of Windows": bytes(`${configMap}data:\n  a: `, [0x93], "text", [0x94], "\n"),
  "a character that is cut off": bytes(`${configMap}data:\n  a: `, [0xe2, 0x82]),
  "a longer form than allowed": bytes(`${configMap}data:\n  a: `, [0xc0, 0xaf], "\n"),
  "half of a pair as bytes": bytes(`${configMap}data:\n  a: `, [0xed, 0xa0, 0x80], "\n"),
  "more than Unicode has": bytes(`${configMap}data:\n  a: `, [0xf5, 0x80, 0x80, 0x80], "\n"),
  ...Object.fromEntries(
    [0, 1, 7, 8, 11, 12, 27, 31, 127, 133, 160, 0x200b, 0x202e, 0x2028, 0xad, 0xfffe, 0xffff, 0x1f600].map((code) => [
      `character ${code} in a value`,
      `${configMap}data:\n  a: x${String.fromCodePoint(code)}y\n`,
    ]),
  ),
  ...Object.fromEntries(
    [0, 27, 127, 133, 0x200b, 0x202e].flatMap((code) => [
      [
        `character ${code} in a name`,
        JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: `x${String.fromCodePoint(code)}y` } }),
      ],
      [`character ${code} in a key`, `${configMap}da${String.fromCodePoint(code)}ta: {}\n`],
    ]),
  ),
  "a NUL byte at the start": `\0${text}`,
  "a NUL byte at the end": `${text}\0`,
  "lines that end as on an old Mac": text.replaceAll("\n", "\r"),
  "lines that end as on Windows": text.replaceAll("\n", "\r\n"),
  "lines that end in many ways": text.replace("\n", "\r\n").replace("\n", "\r"),
  "no end of the last line": text.slice(0, -1),
  "a carriage return in a separator": `${text}---\r\n${text}`,
  gzip: gzipSync(text),
  "a picture": bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], "IHDR"),
  "a program": bytes([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
  "a page": "<!doctype html>\n<html><body>404: Not Found</body></html>\n",
  "an answer": "404: Not Found",
  noise: noise(2000),
  "much noise": noise(300_000),
};
