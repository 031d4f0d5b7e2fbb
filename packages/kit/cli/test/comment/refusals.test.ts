import { describe, test } from "vitest";
import type { Fault } from "./github-server.ts";
import { list, marker, outcome, post, review, token, type Options } from "./outcome.ts";

const readOnly = "Resource not accessible by integration";
const give = "give the job `permissions: { pull-requests: write }`";
const refusals: readonly (readonly [string, Fault, string])[] = [
  [
    "a wrong token, which is not shown though it is sent back",
    { status: 401, message: `Bad credentials ${token}` },
    "failure[github-denied]: GitHub answers 401: Bad credentials ***\n" +
      "  to fix: GITHUB_TOKEN is wrong or has expired: give another one\n",
  ],
  [
    "no right to write",
    { method: "POST", status: 403, message: readOnly },
    "failure[github-read-only]: GitHub answers 403: Resource not accessible by integration. The token may read, and not write comments\n" +
      `  to fix: ${give}; on a pull request from a fork no token may write: docs/pull-requests.md says what to do\n`,
  ],
  [
    "no right to read",
    { status: 403, message: readOnly },
    `failure[github-denied]: GitHub answers 403: Resource not accessible by integration\n  to fix: ${give}\n`,
  ],
  [
    "no such pull request",
    { status: 404, message: "Not Found" },
    "failure[github-denied]: GitHub answers 404: Not Found. There is no pull request 12 in acme/shop, or the token may not see it\n" +
      `  to fix: correct the number or GITHUB_REPOSITORY, or ${give}\n`,
  ],
  [
    "a locked conversation",
    { method: "POST", status: 403, message: "Unable to create comment because issue is locked." },
    "failure[github-denied]: GitHub answers 403: Unable to create comment because issue is locked\n" +
      "  to fix: unlock the conversation of the pull request\n",
  ],
  [
    "a repository that has moved",
    { status: 301, message: "Moved Permanently", headers: { location: "http://127.0.0.1:1/" } },
    "failure[github-denied]: GitHub answers 301: Moved Permanently\n" +
      "  to fix: the repository has moved: correct GITHUB_REPOSITORY\n",
  ],
  [
    "something that is not an API",
    { status: 200 },
    "failure[github-failed]: what answers did not send a list of comments\n" +
      "  to fix: correct GITHUB_API_URL: it is the API's address, such as https://github.example.com/api/v3\n",
  ],
];

describe.concurrent("a refusal says what is missing", () => {
  test.for(refusals)("%s", async ([, fault, stderr], { expect }) => {
    const { methods: _methods, ...result } = await outcome(review, [], [fault]);
    expect(result).toEqual({ exitCode: 3, stdout: "", stderr, comments: [] });
  });

  test("--allow-read-only ends with 0 where the token may only read, and nowhere else", async ({ expect }) => {
    const options = { args: ["--allow-read-only"] };
    const fork = await outcome(review, [], [{ method: "POST", status: 403, message: readOnly }], options);
    expect(fork).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "no comment: the token may not write, as on a pull request from a fork\n",
      methods: [list, post],
      comments: [],
    });
    const denied = await outcome(review, [], [{ status: 401, message: "Bad credentials" }], options);
    expect(denied.exitCode).toBe(3);
  });
});

describe.concurrent("wrong input is refused before anything is asked", () => {
  const cases: readonly (readonly [string, string, Options, string])[] = [
    ["a review that broke off", "", {}, "error[argument-missing]: there is no text for a comment"],
    [
      "a review in another format",
      "prod: 1 changed\n\n  breaks Service\n",
      {},
      `error[argument-value]: the text does not begin with ${marker}`,
    ],
    [
      "a text that is too long",
      review.padEnd(65_537, "x"),
      {},
      "error[argument-value]: the comment has 65537 characters, and GitHub takes 65536",
    ],
    ["a file that is not there", "", { args: ["other.md"] }, "error[argument-value]: other.md cannot be read: ENOENT"],
    [
      "an invalid number",
      review,
      { args: ["--pull-request", "12/../1"] },
      'error[argument-value]: --pull-request cannot be "12/../1"',
    ],
    [
      "a wait of weeks",
      review,
      { args: ["--max-wait", "2592000"] },
      'error[argument-value]: --max-wait cannot be "2592000"',
    ],
    ["no token", review, { env: { GITHUB_TOKEN: "" } }, "error[argument-missing]: GITHUB_TOKEN is not set"],
    [
      "an invalid token",
      review,
      { env: { GITHUB_TOKEN: `${token}\n${token}` } },
      "error[argument-value]: GITHUB_TOKEN is not a token",
    ],
    [
      "an invalid repository",
      review,
      { env: { GITHUB_REPOSITORY: "acme/.." } },
      'error[argument-value]: GITHUB_REPOSITORY cannot be "acme/.."',
    ],
    [
      "an API without TLS",
      review,
      { env: { GITHUB_API_URL: "http://github.example.com" } },
      'error[argument-value]: GITHUB_API_URL cannot be "http://github.example.com"',
    ],
  ];
  test.for(cases)("%s", async ([, input, options, message], { expect }) => {
    const { exitCode, stdout, stderr, methods } = await outcome(input, [], [], options);
    expect({ exitCode, stdout, methods }).toEqual({ exitCode: 2, stdout: "", methods: [] });
    expect(stderr.split("\n")[0]).toBe(message);
    expect(stderr).not.toContain(token);
  });
});
