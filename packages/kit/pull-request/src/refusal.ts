import { EnvironmentFailure } from "@kit/errors";
import type { Answer } from "./rate-limit.ts";

/** What a refused request was for. */
export interface Asked {
  /** `owner/name`. */
  readonly repository: string;
  readonly pullRequest: number;
  readonly isRead: boolean;
}

const give = "give the job `permissions: { pull-requests: write }`";

/** What GitHub's refusal means, and what is missing. */
export function refusal({ status, message }: Answer, { repository, pullRequest, isRead }: Asked): EnvironmentFailure {
  const said = `GitHub answers ${status}${message === "" ? "" : `: ${message}`}`;
  if (status === 401) {
    return new EnvironmentFailure("github-denied", said, "GITHUB_TOKEN is wrong or has expired: give another one");
  }
  if (status === 404) {
    const what = `${said}. There is no pull request ${pullRequest} in ${repository}, or the token may not see it`;
    return new EnvironmentFailure("github-denied", what, `correct the number or GITHUB_REPOSITORY, or ${give}`);
  }
  if (status === 403 && /locked/i.test(message)) {
    return new EnvironmentFailure("github-denied", said, "unlock the conversation of the pull request");
  }
  if (status === 403 && !isRead && /not accessible by/i.test(message)) {
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
