import { runScript, temporaryDirectory } from "@kit/testing";
import { describe, test } from "vitest";
import { githubServer, ours } from "./github-server.ts";
import { body, comment, done, list, marker, nothing, outcome, post, review, token, url } from "./outcome.ts";

describe.concurrent("the comment", () => {
  test("is created where there is none of ours", async ({ expect }) => {
    const others = [
      { id: 7, user: { login: "mallory" }, body },
      { id: 8, user: null, body },
      ours(9, `said before: ${marker}`),
    ];
    expect(await outcome(review, others, [])).toEqual({
      ...done,
      stdout: `created: ${url(101)}\n`,
      methods: [list, post],
      comments: [...others, ours(101, body)],
    });
  });

  test("is read from a file", async ({ expect }) => {
    const { stdout, comments } = await outcome("", [], [], { args: ["review.md"] });
    expect({ stdout, comments }).toEqual({ stdout: `created: ${url(101)}\n`, comments: [ours(101, body)] });
  });

  test("is updated in place, on whichever page it is", async ({ expect }) => {
    const others = Array.from({ length: 250 }, (_, id) => ({ id: id + 1, user: { login: "eve" }, body: "+1" }));
    const { comments, ...result } = await outcome(review, [...others, ours(900, `${marker}\r\nold`)], []);
    const pages = [1, 2, 3].map((page) => `GET /12/comments?per_page=100&page=${page}`);
    expect(result).toEqual({ ...done, stdout: `updated: ${url(900)}\n`, methods: [...pages, "PATCH /comments/900"] });
    expect(comments).toEqual([...others, ours(900, body)]);
  });

  test("is left alone where it says the same, whatever the line breaks", async ({ expect }) => {
    const comments = [ours(5, body.replaceAll("\n", "\r\n"))];
    expect(await outcome(review, comments, [])).toEqual({
      ...done,
      stdout: `unchanged: ${url(5)}\n`,
      methods: [list],
      comments,
    });
  });

  test("is one: of two the older stays", async ({ expect }) => {
    const comments = [ours(6, `${marker}\nnew`), ours(5, `${marker}\nold`)];
    expect(await outcome(review, comments, [])).toEqual({
      ...done,
      stdout: `updated: ${url(5)}; 1 more of it removed\n`,
      methods: [list, "PATCH /comments/5", "DELETE /comments/6"],
      comments: [ours(5, body)],
    });
  });

  test("is removed where nothing changes any more, also by somebody else meanwhile", async ({ expect }) => {
    const removed = await outcome(nothing, [ours(5, body)], []);
    expect(removed).toEqual({
      ...done,
      stdout: `removed: ${url(5)}\n`,
      methods: [list, "DELETE /comments/5"],
      comments: [],
    });
    const gone = await outcome(nothing, [ours(5, body)], [{ method: "DELETE", status: 404, message: "Not Found" }]);
    expect([gone.exitCode, gone.stdout]).toEqual([0, `removed: ${url(5)}\n`]);
    const stdout = "nothing changes, and there is no comment\n";
    expect(await outcome(nothing, [], [])).toEqual({ ...done, stdout, methods: [list], comments: [] });
  });

  test("may have as many characters as GitHub takes", async ({ expect }) => {
    const most = review.padEnd(65_536, "x");
    expect(await outcome(most, [], [])).toMatchObject({ ...done, comments: [ours(101, most)] });
  });

  test("by another author than --author says is told", async ({ expect }) => {
    const { exitCode, stderr } = await outcome(review, [], [], { args: ["--author", "shop-bot"] });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: "it is by github-actions[bot]: write --author github-actions[bot], so that it is found again\n",
    });
  });
});

test("the token is sent as a header, to this server alone", async ({ expect }) => {
  await using server = await githubServer(Array.from({ length: 101 }, (_, id) => ours(id + 1, "hello")));
  const result = await comment(server, review);
  expect(result.exitCode).toBe(0);
  expect([...server.authorizations]).toEqual([`token ${token}`]);
});

test("what pnpm review prints is a comment, and none where nothing changes", async ({ expect }) => {
  using directory = temporaryDirectory({
    "pnpm-workspace.yaml": "packages: []\n",
    "a.yaml": configMap("info"),
    "b.yaml": configMap("debug"),
  });
  const printed = async (...files: readonly string[]): Promise<string> =>
    (await runScript("review", { cwd: directory.path, args: [...files, "--format", "markdown"] })).stdout;
  await using server = await githubServer();
  const created = await comment(server, await printed("a.yaml", "b.yaml"));
  expect(created.stdout).toBe(`created: ${url(101)}\n`);
  expect(server.comments[0]!.body).toContain("ConfigMap cart");
  const removed = await comment(server, await printed("a.yaml", "a.yaml"));
  expect(removed.stdout).toBe(`removed: ${url(101)}\n`);
});

function configMap(value: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cart\ndata:\n  LEVEL: ${value}\n`;
}
