import { EnvironmentFailure } from "@kit/errors";
import { connectGithub, type PullRequest } from "./github.ts";

/** A comment on a pull request. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  /** The login of who wrote it. */
  readonly author: string;
  /** Where it can be read. */
  readonly url: string;
}

/** The comments of a pull request. What each throws is said at `connectGithub`. */
export interface Comments {
  /** Those of an author that begin with the marker, the oldest first. */
  find(marker: string, author: string): Promise<Comment[]>;
  create(body: string): Promise<Comment>;
  update(comment: Comment, body: string): Promise<Comment>;
  remove(comment: Comment): Promise<void>;
}

/** A page has a hundred; nobody has as many as these. */
const mostPages = 1000;

export function commentsOf(pullRequest: PullRequest): Comments {
  const { request } = connectGithub(pullRequest);
  const [owner = "", repo = ""] = pullRequest.repository.split("/");
  const issue = { owner, repo, issue_number: pullRequest.pullRequest };
  const list = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
  return {
    async find(marker, author) {
      const found: Comment[] = [];
      for (let page = 1; page <= mostPages; page++) {
        const { data, headers } = await request(list, { ...issue, per_page: 100, page });
        if (!Array.isArray(data)) throw unexpected("a list of comments");
        found.push(...data.map(toComment));
        // The address that the link has is not followed: the token goes nowhere else.
        if (!/\brel="?next"?/.test(headers.link ?? "")) break;
      }
      return found
        .filter((comment) => comment.author === author && comment.body.startsWith(`${marker}\n`))
        .toSorted((one, other) => one.id - other.id);
    },
    async create(body) {
      // One that failed may have been done: nothing here repeats it.
      const own = { ...issue, body, request: { retries: 0 } };
      return toComment((await request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", own)).data);
    },
    async update({ id }, body) {
      const own = { owner, repo, comment_id: id, body };
      return toComment((await request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", own)).data);
    },
    async remove({ id }) {
      await request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", { owner, repo, comment_id: id });
    },
  };
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
