import { EnvironmentFailure } from "@kit/errors";
import { createComment, deleteComment, findComments, updateComment, type Comment } from "./comments.ts";
import { Api, type Target } from "./request.ts";

/** What is wanted on a pull request. */
export interface CommentWish extends Target {
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
export async function syncComment({ marker, author, body, ...target }: CommentWish): Promise<SyncedComment> {
  const api = new Api(target);
  const [own, ...others] = await findComments(api, marker, author);
  const find = async (): Promise<Comment | undefined> => (await findComments(api, marker, author))[0];
  const done =
    body === undefined
      ? await removeIfThere(api, own)
      : own === undefined
        ? await createOnce(api, body, find)
        : await updateIfNeeded(api, own, body);
  for (const other of others) await deleteComment(api, other);
  return { ...done, duplicates: others.length };
}

type Done = Omit<SyncedComment, "duplicates">;

/** A POST that failed may have been done all the same: looks before it asks again, once. */
async function createOnce(api: Api, body: string, find: () => Promise<Comment | undefined>): Promise<Done> {
  const create = async (): Promise<Done> => doneWith("created", await createComment(api, body));
  try {
    return await create();
  } catch (error) {
    if (!(error instanceof EnvironmentFailure) || error.code !== "github-failed") throw error;
    const done = await find();
    return done === undefined ? create() : updateIfNeeded(api, done, body, "created");
  }
}

async function updateIfNeeded(api: Api, own: Comment, body: string, action?: "created"): Promise<Done> {
  if (own.body === body) return doneWith(action ?? "unchanged", own);
  return doneWith(action ?? "updated", await updateComment(api, own, body));
}

function doneWith(action: Done["action"], { url, author }: Comment): Done {
  return { action, url, author };
}

async function removeIfThere(api: Api, own: Comment | undefined): Promise<Done> {
  if (own === undefined) return { action: "none", url: undefined, author: undefined };
  await deleteComment(api, own);
  return doneWith("removed", own);
}
