import { EnvironmentFailure } from "@kit/errors";
import type { Api } from "./request.ts";

/** A comment on a pull request. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  /** The login of who wrote it. */
  readonly author: string;
  /** Where it can be read. */
  readonly url: string;
}

/** A page has a hundred; nobody has as many as these. */
const mostPages = 1000;

/** The comments of an author that begin with the marker, the oldest first. */
export async function findComments(api: Api, marker: string, author: string): Promise<Comment[]> {
  const found: Comment[] = [];
  for (let page = 1; page <= mostPages; page++) {
    const path = `/issues/${api.target.pullRequest}/comments?per_page=100&page=${page}`;
    const { json, headers } = await api.request("GET", path);
    if (!Array.isArray(json)) throw unexpected("a list of comments");
    found.push(...json.map(toComment));
    // The address that the link has is not followed: the token goes nowhere else.
    if (!/\brel="?next"?/.test(headers.get("link") ?? "")) break;
  }
  return found
    .filter((comment) => comment.author === author && comment.body.startsWith(`${marker}\n`))
    .toSorted((one, other) => one.id - other.id);
}

export async function createComment(api: Api, body: string): Promise<Comment> {
  const { json } = await api.request("POST", `/issues/${api.target.pullRequest}/comments`, { body });
  return toComment(json);
}

export async function updateComment(api: Api, { id }: Comment, body: string): Promise<Comment> {
  return toComment((await api.request("PATCH", `/issues/comments/${id}`, { body })).json);
}

export async function deleteComment(api: Api, { id }: Comment): Promise<void> {
  await api.request("DELETE", `/issues/comments/${id}`);
}

function toComment(json: unknown): Comment {
  const { id, body, user, html_url: url } = (json ?? {}) as Record<string, unknown>;
  if (typeof id !== "number") throw unexpected("a comment");
  // Of a deleted account there is no user.
  const { login } = (user ?? {}) as Record<string, unknown>;
  return {
    id,
    body: typeof body === "string" ? body.replaceAll("\r\n", "\n").trim() : "",
    author: typeof login === "string" ? login : "",
    url: typeof url === "string" ? url : `comment ${id}`,
  };
}

function unexpected(what: string): EnvironmentFailure {
  const next = "correct GITHUB_API_URL: it is the API's address, such as https://github.example.com/api/v3";
  return new EnvironmentFailure("github-failed", `what answers did not send ${what}`, next);
}
