import { EnvironmentFailure } from "@kit/errors";
import { maskSecrets } from "@kit/leaks";
import type { RequestError } from "@octokit/request-error";
import type { Connection } from "./connection.ts";

/** What was asked about, and with what. */
interface Asked extends Connection {
  readonly pullRequest: number;
}

/** What of an answer tells why it is a refusal. */
interface Answer {
  readonly status: number;
  readonly data?: unknown;
}

const give = "give the job `permissions: { pull-requests: write }`";

/**
 * What a failed request means.
 *
 * @param tooLong For how many more seconds GitHub has a limit, where that is longer than may be waited.
 */
export function failureOf(
  error: RequestError,
  asked: Asked,
  { method, tooLong }: { readonly method: string; readonly tooLong: number | undefined },
): EnvironmentFailure {
  const { response, message } = error;
  if (response === undefined) {
    const what = `GitHub cannot be reached at ${new URL(asked.apiUrl).host}: ${tidy(reasonOf(error), asked)}`;
    return new EnvironmentFailure("github-failed", what, "correct the connection, or start again later");
  }
  if (tooLong === undefined) return refusal(response, asked, method);
  const until = new Date(Date.now() + tooLong * 1000).toISOString().slice(0, 19);
  const what = `GitHub takes no request before ${until}Z, in ${tooLong} s: ${tidy(message, asked)}`;
  return new EnvironmentFailure("github-rate-limit", what, "start again then, or wait for longer with --max-wait");
}

/** What GitHub's refusal means, and what is missing. */
export function refusal({ status, data }: Answer, asked: Asked, method: string): EnvironmentFailure {
  const { repository, pullRequest } = asked;
  const message = tidy(messageIn(data), asked);
  const said = `GitHub answers ${status}${message === "" ? "" : `: ${message}`}`;
  if (status === 401) {
    return new EnvironmentFailure("github-denied", said, "GITHUB_TOKEN is wrong or has expired: give another one");
  }
  if (status === 404) {
    const what = `${said}. There is no pull request ${pullRequest} in ${repository}, or the token may not see it`;
    return new EnvironmentFailure("github-denied", what, `correct the number or GITHUB_REPOSITORY, or ${give}`);
  }
  if (status === 429) return new EnvironmentFailure("github-rate-limit", said, "start again later");
  if (status === 403 && /locked/i.test(message)) {
    return new EnvironmentFailure("github-denied", said, "unlock the conversation of the pull request");
  }
  if (status === 403 && method !== "GET" && /not accessible by/i.test(message)) {
    const what = `${said}. The token may read, and not write comments`;
    const next = `${give}; on a pull request from a fork no token may write: docs/pull-requests.md says what to do`;
    return new EnvironmentFailure("github-read-only", what, next);
  }
  if (status === 403) return new EnvironmentFailure("github-denied", said, give);
  if (status >= 300 && status < 400) {
    return new EnvironmentFailure("github-denied", said, "the repository has moved: correct GITHUB_REPOSITORY");
  }
  if (status >= 500) return new EnvironmentFailure("github-failed", said, "start again later");
  return new EnvironmentFailure("github-denied", said, "correct what GitHub names");
}

/** Of what is not GitHub nothing is shown but the status. */
function messageIn(data: unknown): string {
  const { message, errors } = (typeof data === "object" && data !== null ? data : {}) as Record<string, unknown>;
  const details = Array.isArray(errors) ? `: ${JSON.stringify(errors)}` : "";
  return typeof message === "string" ? `${message}${details}` : "";
}

function reasonOf({ message, cause }: Error): string {
  return cause instanceof Error && cause.name === "TimeoutError" ? "no answer within 30 s" : message;
}

/** On one line, short, and without the token, whoever sends it back. */
function tidy(text: string, { token }: Asked): string {
  const own = maskSecrets(text.replaceAll(token, "***")).replaceAll(/\s+/g, " ").trim();
  return own.length > 300 ? `${own.slice(0, 300)}…` : own.replace(/\.$/, "");
}
