import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { describeThrown } from "@kit/errors";
import type { Vendored } from "@kit/model";
import { run } from "@kit/programs";
import { findKustomize } from "@kit/render";
import { textDigest } from "@kit/vendor";
import { manifestBytes } from "../manifests/manifest-bytes.ts";
import { sourceRefused, type CameOf } from "./came-of.ts";
import { renderChart } from "./render-chart.ts";

/**
 * Fetches what a typed line names, and has helm or kustomize make objects of it.
 *
 * @throws UserError where it cannot be had, or helm or kustomize refuses it.
 */
export async function fetchVendored(
  root: string,
  name: string,
  entry: Vendored,
  onProgress: (message: string) => void,
): Promise<CameOf> {
  if ("chart" in entry) return renderChart(root, name, entry, onProgress);
  if ("file" in entry) {
    const source = entry.file.replaceAll("{version}", entry.version);
    const bytes = await bytesOf(root, name, source, onProgress);
    return { digest: textDigest(bytes), text: new TextDecoder("utf-8", { fatal: false }).decode(bytes) };
  }
  const directory = join(root, entry.kustomization);
  if (!existsSync(directory)) throw sourceRefused(`there is no directory ${entry.kustomization}`, name);
  const engine = await findKustomize({ env: process.env, onProgress });
  const { exitCode, stdout, stderr } = await run(engine.file, [...engine.args, directory], { env: process.env });
  if (exitCode !== 0)
    throw sourceRefused(
      `kustomize cannot build ${entry.kustomization}:\n${stderr.trim().replaceAll(`${root}/`, "")}`,
      name,
    );
  return { digest: textDigest(stdout), text: stdout };
}

/** The size that nobody's install file has. */
const mostBytes = 64 * 2 ** 20;

async function bytesOf(
  root: string,
  name: string,
  source: string,
  onProgress: (message: string) => void,
): Promise<Uint8Array> {
  if (!/^https?:/.test(source)) {
    const file = source === "-" ? source : join(root, source);
    if (source !== "-" && statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
      throw sourceRefused(`there is no file ${source}`, name);
    }
    return manifestBytes(file);
  }
  onProgress(`fetching ${shownUrl(source)} …`);
  let bytes: Uint8Array;
  try {
    const answer = await fetch(source, { signal: AbortSignal.timeout(60_000) });
    if (!answer.ok) throw new Error(`it answers ${answer.status} ${answer.statusText}`);
    bytes = new Uint8Array(await answer.arrayBuffer());
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw sourceRefused(`${shownUrl(source)} cannot be fetched: ${describeThrown(cause)}`, name);
  }
  if (bytes.length > mostBytes)
    throw sourceRefused(`${shownUrl(source)} has ${bytes.length} bytes, and at most ${mostBytes} are taken`, name);
  return bytes;
}

/** Without what may be a password or a token. */
function shownUrl(url: string): string {
  if (!URL.canParse(url)) return "the URL";
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
