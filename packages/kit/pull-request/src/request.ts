import { setTimeout as sleep } from "node:timers/promises";
import { EnvironmentFailure } from "@kit/errors";
import { maskSecrets } from "@kit/leaks";
import type { Connection } from "./connection.ts";
import { rateLimitWait, type Answer } from "./rate-limit.ts";
import { refusal } from "./refusal.ts";

/** A pull request, how to reach it, and how patiently. */
export interface Target extends Connection {
  readonly pullRequest: number;
  /** For how many seconds to wait for limits at most, in all. */
  readonly maxWait: number;
  /** Is told what is waited for. */
  readonly onNotice: (text: string) => void;
}

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** An answer that is not a refusal. */
export interface Response extends Answer {
  readonly json: unknown;
}

/** In seconds, before the second, third and fourth attempt where GitHub has trouble. */
const pauses = [1, 2, 4];
/** In milliseconds. */
const patience = 30_000;

/** Asks the API, with the waiting of one run together. */
export class Api {
  readonly target: Target;
  #waited = 0;

  constructor(target: Target) {
    this.target = target;
  }

  /**
   * Asks, and asks again where GitHub has trouble (not with a POST, which may have been done) or has a limit.
   *
   * @param path Below the repository, such as `/issues/12/comments`.
   * @throws EnvironmentFailure where GitHub refuses, cannot be reached, or has a limit for longer than may be waited.
   */
  async request(method: Method, path: string, body?: object): Promise<Response> {
    for (let attempt = 0; ; attempt++) {
      const answer = await this.#ask(method, path, body);
      const isTrouble = answer instanceof EnvironmentFailure || answer.status >= 500;
      if (isTrouble && method !== "POST" && attempt < pauses.length) {
        await sleep(pauses[attempt]! * 1000);
        continue;
      }
      if (answer instanceof EnvironmentFailure) throw answer;
      const wait = rateLimitWait(answer, Date.now());
      if (wait === undefined) {
        // Somebody else may have deleted it meanwhile.
        const isGone = method === "DELETE" && answer.status === 404;
        if (isGone || (answer.status >= 200 && answer.status < 300)) return answer;
        throw refusal(answer, { ...this.target, isRead: method === "GET" });
      }
      await this.#waitForLimit(wait, answer);
    }
  }

  async #ask(method: Method, path: string, body?: object): Promise<Response | EnvironmentFailure> {
    const { apiUrl, repository, token } = this.target;
    try {
      const answer = await fetch(`${apiUrl}/repos/${repository}${path}`, {
        method,
        headers: {
          accept: "application/vnd.github+json",
          authorization: `Bearer ${token}`,
          "user-agent": "manifests",
          "x-github-api-version": "2022-11-28",
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        // Following one would turn a POST into a GET.
        redirect: "manual",
        signal: AbortSignal.timeout(patience),
      });
      const text = await answer.text();
      const json = parsed(text);
      return { status: answer.status, headers: answer.headers, json, message: this.#messageOf(json) };
    } catch (error) {
      const what = `GitHub cannot be reached at ${new URL(apiUrl).host}: ${this.#tidy(reasonOf(error))}`;
      return new EnvironmentFailure("github-failed", what, "correct the connection, or start again later");
    }
  }

  async #waitForLimit(seconds: number, { message }: Answer): Promise<void> {
    // An answer of 0 seconds, again and again, is not to be asked without end.
    const wait = Math.max(1, seconds);
    const until = new Date(Date.now() + wait * 1000).toISOString().slice(0, 19);
    const said = message === "" ? "" : `: ${message}`;
    if (this.#waited + wait > this.target.maxWait) {
      const what = `GitHub takes no request before ${until}Z, in ${wait} s${said}`;
      throw new EnvironmentFailure("github-rate-limit", what, "start again then, or wait for longer with --max-wait");
    }
    this.#waited += wait;
    this.target.onNotice(`GitHub has a limit: waiting ${wait} s${said}\n`);
    await sleep(wait * 1000);
  }

  #messageOf(json: unknown): string {
    const { message, errors } = (typeof json === "object" && json !== null ? json : {}) as Record<string, unknown>;
    const details = Array.isArray(errors) ? `: ${JSON.stringify(errors)}` : "";
    return typeof message === "string" ? this.#tidy(`${message}${details}`) : "";
  }

  /** On one line, short, and without the token, whoever sends it back. */
  #tidy(text: string): string {
    const own = maskSecrets(text.replaceAll(this.target.token, "***")).replaceAll(/\s+/g, " ").trim();
    return own.length > 300 ? `${own.slice(0, 300)}…` : own.replace(/\.$/, "");
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${patience / 1000} s`;
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}
