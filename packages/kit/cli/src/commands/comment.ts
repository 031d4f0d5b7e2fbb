import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { argumentError, EnvironmentFailure, exitCodes } from "@kit/errors";
import { readComment, readConnection, syncComment, type SyncedComment } from "@kit/pull-request";
import { commentLimit, commentMarker } from "@kit/review";
import { notice, print } from "@kit/terminal";
import { implement } from "../define/implement.ts";
import definition from "../definitions/comment.ts";

const form = { marker: commentMarker, limit: commentLimit };

export default implement(definition, async ({ positionals: [file, ...rest], values }) => {
  if (rest.length > 0) throw argumentError("more than one file", "write one file, or none for standard input");
  const pullRequest = numberOf("--pull-request", values["pull-request"], 1, 999_999_999);
  const maxWait = numberOf("--max-wait", values["max-wait"], 0, 86_400);
  const connection = readConnection(process.env);
  const body = readComment(await textOf(file), form, file === undefined || file === "-" ? "stdin" : file);
  const { author } = values;
  try {
    const synced = await syncComment({
      ...connection,
      pullRequest,
      maxWait,
      marker: commentMarker,
      author,
      body,
      onNotice: notice,
    });
    print(describe(synced));
    if (synced.author !== undefined && synced.author !== author) {
      notice(`it is by ${synced.author}: write --author ${synced.author}, so that it is found again\n`);
    }
  } catch (error) {
    const isReadOnly = error instanceof EnvironmentFailure && error.code === "github-read-only";
    if (!isReadOnly || values["allow-read-only"] !== true) throw error;
    notice("no comment: the token may not write, as on a pull request from a fork\n");
  }
  return exitCodes.ok;
});

function describe({ action, url, duplicates }: SyncedComment): string {
  const line = action === "none" ? "nothing changes, and there is no comment" : `${action}: ${url}`;
  return `${line}${duplicates === 0 ? "" : `; ${duplicates} more of it removed`}\n`;
}

async function textOf(file: string | undefined): Promise<string> {
  if (file === undefined || file === "-") {
    if (process.stdin.isTTY) {
      throw argumentError("no file is named", "write the file, or pipe the review into it", "argument-missing");
    }
    return text(process.stdin);
  }
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const what = `${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? "unknown"}`;
    throw argumentError(what, "correct the path");
  }
}

function numberOf(option: string, value: string | undefined, least: number, most: number): number {
  const next = `write a whole number from ${least} to ${most}`;
  if (value === undefined) throw argumentError(`${option} is missing`, next, "argument-missing");
  if (/^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
  throw argumentError(`${option} cannot be ${JSON.stringify(value)}`, next);
}
