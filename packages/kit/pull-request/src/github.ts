import { Octokit } from "@octokit/core";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { RequestError } from "@octokit/request-error";
import type { Connection } from "./connection.ts";
import { failureOf, refusal } from "./refusal.ts";

/** A pull request, how to reach it, and how patiently. */
export interface PullRequest extends Connection {
  readonly pullRequest: number;
  /** For how many seconds to wait for limits at most, in all. */
  readonly maxWait: number;
  /** Is told what is waited for. */
  readonly onNotice: (text: string) => void;
}

/** In milliseconds. */
const patience = 30_000;
/** Of one request. A limit that is over by this machine's clock, and not by GitHub's, is not to be asked without end. */
const mostRepeats = 10;

const GitHub = Octokit.plugin(retry, throttling);

/**
 * GitHub's API, with the waiting of one run together. A request is repeated where GitHub has trouble, three times within
 * seven seconds, and when a limit is over.
 *
 * Its requests throw an EnvironmentFailure where GitHub refuses, cannot be reached, or has a limit for longer than may be
 * waited. No message has the token.
 */
export function connectGithub(pullRequest: PullRequest): Octokit {
  const { apiUrl, token, maxWait, onNotice } = pullRequest;
  let waited = 0;
  let tooLong: number | undefined;
  const wait = (seconds: number, _options: object, _octokit: Octokit, repeats: number): boolean => {
    tooLong = waited + seconds > maxWait || repeats === mostRepeats ? seconds : undefined;
    if (tooLong !== undefined) return false;
    waited += seconds;
    onNotice(`GitHub has a limit: waiting ${seconds} s\n`);
    return true;
  };
  const octokit = new GitHub({
    auth: token,
    baseUrl: apiUrl,
    userAgent: "typed-manifests",
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    request: { fetch: ask, log: { warn: ignore } },
    retry: { retryAfterBaseValue: 500, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    throttle: { onRateLimit: wait, onSecondaryRateLimit: wait },
  });
  octokit.hook.wrap("request", async (request, options) => {
    const { method } = options;
    try {
      const answer = await request(options);
      if (answer.status < 300) return answer;
      throw refusal(answer, pullRequest, method);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      // Somebody else may have deleted it meanwhile.
      if (method === "DELETE" && error.response?.status === 404) return error.response;
      throw failureOf(error, pullRequest, { method, tooLong });
    }
  });
  return octokit;
}

/** A redirect is not followed: it would turn a POST into a GET, and take the token along. */
async function ask(url: string, options: RequestInit): Promise<Response> {
  return fetch(url, { ...options, redirect: "manual", signal: AbortSignal.timeout(patience) });
}

function ignore(): void {}
