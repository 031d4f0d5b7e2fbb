import { describe, test } from "vitest";
import { githubServer, ours, type Fault } from "./github-server.ts";
import { body, comment, done, list, outcome, post, review, url } from "./outcome.ts";

const limited = "API rate limit exceeded for installation ID 1.";
const secondary = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
const primary = (seconds: number): Fault => ({
  status: 403,
  message: limited,
  headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + seconds) },
});

describe.concurrent("a limit", () => {
  test.for([
    ["a secondary one, by retry-after", () => ({ status: 403, message: secondary, headers: { "retry-after": "1" } })],
    ["one with status 429", () => ({ status: 429, message: secondary, headers: { "retry-after": "1" } })],
    ["the primary one, by its reset", () => primary(0)],
  ] as const)("is waited for: %s", async ([, fault], { expect }) => {
    const result = await outcome(review, [], [{ ...fault(), method: "POST" }]);
    expect({ ...result, stderr: withoutTime(result.stderr) }).toEqual({
      exitCode: 0,
      stderr: "GitHub has a limit: waiting <seconds>\n",
      stdout: `created: ${url(101)}\n`,
      methods: [list, post, post],
      comments: [ours(101, body)],
    });
  });

  test("is not waited for longer than --max-wait, in all", async ({ expect }) => {
    const fault = { status: 403, message: secondary, headers: { "retry-after": "1" }, times: 9 };
    const { exitCode, stderr, methods } = await outcome(review, [], [fault], { args: ["--max-wait", "2"] });
    expect({ exitCode, methods, stderr: withoutTime(stderr) }).toEqual({
      exitCode: 3,
      methods: [list, list, list],
      stderr: `GitHub has a limit: waiting <seconds>
GitHub has a limit: waiting <seconds>
failure[github-rate-limit]: GitHub takes no request before <time>, in <seconds>: ${secondary.slice(0, -1)}
  to fix: start again then, or wait for longer with --max-wait
`,
    });
  });

  test("that is over by this machine's clock alone is not asked without end", async ({ expect }) => {
    const { exitCode, stderr, methods } = await outcome(review, [], [{ ...primary(-60), times: 99 }]);
    expect({ exitCode, requests: methods.length }).toEqual({ exitCode: 3, requests: 11 });
    expect(withoutTime(stderr.split("\n").at(-3)!)).toBe(
      `failure[github-rate-limit]: GitHub takes no request before <time>, in <seconds>: ${limited.slice(0, -1)}`,
    );
  });

  test.for([
    ["an hour away", () => primary(3600)],
    ["that says no time", () => ({ status: 403, message: secondary })],
  ] as const)("%s is said at once", async ([, fault], { expect }) => {
    const { message = "", ...rest } = fault();
    const { exitCode, stderr, methods } = await outcome(review, [], [{ ...rest, message }], {
      args: ["--max-wait", "59"],
    });
    expect({ exitCode, methods, stderr: withoutTime(stderr) }).toEqual({
      exitCode: 3,
      methods: [list],
      stderr: `failure[github-rate-limit]: GitHub takes no request before <time>, in <seconds>: ${message.slice(0, -1)}
  to fix: start again then, or wait for longer with --max-wait
`,
    });
  });

  test("of another kind is told", async ({ expect }) => {
    const { exitCode, stderr, methods } = await outcome(review, [], [{ status: 429, message: "Slow down." }]);
    expect({ exitCode, stderr, methods }).toEqual({
      exitCode: 3,
      stderr: "failure[github-rate-limit]: GitHub answers 429: Slow down\n  to fix: start again later\n",
      methods: [list],
    });
  });
});

function withoutTime(text: string): string {
  return text.replaceAll(/\d{4}-\d\d-\d\dT[\d:]+Z/g, "<time>").replaceAll(/\b\d+ s\b/g, "<seconds>");
}

describe.concurrent("trouble", () => {
  test("is tried again, and a POST only where it was not done", async ({ expect }) => {
    const faults = [
      { method: "GET", status: 502 },
      { method: "POST", status: 502, isDone: true },
    ];
    expect(await outcome(review, [], faults)).toEqual({
      ...done,
      stdout: `created: ${url(101)}\n`,
      methods: [list, list, post, list],
      comments: [ours(101, body)],
    });
    const { methods, comments } = await outcome(review, [], [{ method: "POST", status: 500 }]);
    expect({ methods, comments }).toEqual({ methods: [list, post, list, post], comments: [ours(101, body)] });
  });

  test("that stays is told", async ({ expect }) => {
    const { exitCode, stderr, methods } = await outcome(review, [], [{ status: 503, message: "Unicorn!", times: 9 }]);
    expect({ exitCode, stderr, methods }).toEqual({
      exitCode: 3,
      stderr: "failure[github-failed]: GitHub answers 503: Unicorn!\n  to fix: start again later\n",
      methods: [list, list, list, list],
    });
  });

  test("of the connection is told", async ({ expect }) => {
    await using server = await githubServer();
    await server[Symbol.asyncDispose]();
    const { exitCode, stderr } = await comment(server, review);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 3,
      stderr:
        "failure[github-failed]: GitHub cannot be reached at <host>: connect ECONNREFUSED <host>\n" +
        "  to fix: correct the connection, or start again later\n",
    });
  });
});
