import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { EnvironmentFailure, exitCodes, UserError } from "@kit/errors";
import { readComment, readConnection, syncComment, type SyncedComment } from "@kit/pull-request";
import { notice, print, defineCommand } from "../command.ts";
import { help } from "../help/comment.ts";

const marker = "<!-- manifests review -->";

export default defineCommand({
  help,
  positionals: true,
  options: {
    "pull-request": { type: "string" },
    author: { type: "string", default: "github-actions[bot]" },
    "max-wait": { type: "string", default: "600" },
    "allow-read-only": { type: "boolean" },
  },
  async run({ positionals: [file, ...rest], values }) {
    if (rest.length > 0) throw wrong("more than one file", "write one file, or none for standard input");
    const pullRequest = numberOf("--pull-request", values["pull-request"], 1, 999_999_999);
    const maxWait = numberOf("--max-wait", values["max-wait"], 0, 86_400);
    const connection = readConnection(process.env);
    const body = readComment(await textOf(file), marker, file === undefined || file === "-" ? "stdin" : file);
    const { author } = values;
    try {
      const synced = await syncComment({ ...connection, pullRequest, maxWait, marker, author, body, onNotice: notice });
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
  },
});

function describe({ action, url, duplicates }: SyncedComment): string {
  const line = action === "none" ? "nothing changes, and there is no comment" : `${action}: ${url}`;
  return `${line}${duplicates === 0 ? "" : `; ${duplicates} more of it removed`}\n`;
}

async function textOf(file: string | undefined): Promise<string> {
  if (file === undefined || file === "-") {
    if (process.stdin.isTTY) throw missing("no file is named", "write the file, or pipe the review into it");
    return text(process.stdin);
  }
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const what = `${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? "unknown"}`;
    throw new UserError({ code: "argument-value", what, where: "the command's arguments", next: "correct the path" });
  }
}

function numberOf(option: string, value: string | undefined, least: number, most: number): number {
  const next = `write a whole number from ${least} to ${most}`;
  if (value === undefined) throw missing(`${option} is missing`, next);
  if (/^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
  throw wrong(`${option} cannot be ${JSON.stringify(value)}`, next);
}

function missing(what: string, next: string): UserError {
  return new UserError({ code: "argument-missing", what, where: "the command's arguments", next });
}

function wrong(what: string, next: string): UserError {
  return new UserError({ code: "argument-value", what, where: "the command's arguments", next });
}
