import { EnvironmentFailure } from "@kit/errors";
import { commentsOf, type Comment, type Comments } from "./comments.ts";
import type { PullRequest } from "./github.ts";

/** What is wanted on a pull request. */
export interface CommentWish extends PullRequest {
  /** A comment is one of ours by this first line, and by its author. */
  readonly marker: string;
  /** The login that the token writes as: a comment of others is not ours, whatever it begins with. */
  readonly author: string;
  /** Begins with the marker; undefined where there is to be no comment. */
  readonly body: string | undefined;
}

/** What was done. */
export interface SyncedComment {
  readonly action: "created" | "updated" | "unchanged" | "removed" | "none";
  /** Where it is, or was; undefined where there is none. */
  readonly url: string | undefined;
  /** Who wrote it; undefined where there is none. */
  readonly author: string | undefined;
  /** How many others of ours were removed. */
  readonly duplicates: number;
}

/**
 * Sees to it that a pull request has this comment, once, or none.
 *
 * @throws EnvironmentFailure where GitHub refuses or does not answer.
 */
export async function syncComment({ marker, author, body, ...pullRequest }: CommentWish): Promise<SyncedComment> {
  const comments = commentsOf(pullRequest);
  const [own, ...others] = await comments.find(marker, author);
  const find = async (): Promise<Comment | undefined> => (await comments.find(marker, author))[0];
  const done =
    body === undefined
      ? await removeIfThere(comments, own)
      : own === undefined
        ? await createOnce(comments, body, find)
        : await updateIfNeeded(comments, own, body);
  for (const other of others) await comments.remove(other);
  return { ...done, duplicates: others.length };
}

type Done = Omit<SyncedComment, "duplicates">;

/** A POST that failed may have been done all the same: looks before it asks again, once. */
async function createOnce(comments: Comments, body: string, find: () => Promise<Comment | undefined>): Promise<Done> {
  const create = async (): Promise<Done> => doneWith("created", await comments.create(body));
  try {
    return await create();
  } catch (error) {
    if (!(error instanceof EnvironmentFailure) || error.code !== "github-failed") throw error;
    const done = await find();
    return done === undefined ? create() : updateIfNeeded(comments, done, body, "created");
  }
}

async function updateIfNeeded(comments: Comments, own: Comment, body: string, action?: "created"): Promise<Done> {
  if (own.body === body) return doneWith(action ?? "unchanged", own);
  return doneWith(action ?? "updated", await comments.update(own, body));
}

function doneWith(action: Done["action"], { url, author }: Comment): Done {
  return { action, url, author };
}

async function removeIfThere(comments: Comments, own: Comment | undefined): Promise<Done> {
  if (own === undefined) return { action: "none", url: undefined, author: undefined };
  await comments.remove(own);
  return doneWith("removed", own);
}
