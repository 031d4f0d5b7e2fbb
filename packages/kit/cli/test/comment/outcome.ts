import { runScript, temporaryDirectory } from "@kit/testing";
import { githubServer, type Fault, type GithubServer, type ServedComment } from "./github-server.ts";

export const marker = "<!-- manifests review -->";
export const review = `${marker}\n### Review: 1 breaks\n`;
export const body = review.trimEnd();
export const nothing = "nothing changes from main to the working tree\n";
// Put together, so that no scanner takes it for one.
export const token = ["ghs", "a1B2".repeat(9)].join("_");

export interface Options {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export async function comment(server: GithubServer, input: string, { args = [], env = {} }: Options = {}) {
  using repository = temporaryDirectory({ "pnpm-workspace.yaml": "packages: []\n", "review.md": review });
  const result = await runScript("comment", {
    cwd: repository.path,
    args: ["--pull-request", "12", ...args],
    env: { GITHUB_API_URL: server.url, GITHUB_REPOSITORY: "acme/shop", GITHUB_TOKEN: token, ...env },
    input,
  });
  if (`${result.stdout}${result.stderr}`.includes(token)) throw new Error("the token is in what is printed");
  return { ...result, stderr: result.stderr.replaceAll(server.url.slice("http://".length), "<host>") };
}

/** What a run against these comments and faults says and does. */
export async function outcome(
  input: string,
  comments: readonly ServedComment[],
  faults: readonly Fault[],
  options?: Options,
) {
  await using server = await githubServer(comments, faults);
  const result = await comment(server, input, options);
  const methods = server.requests.map((request) => request.replace(/ .*issues/, " "));
  return { ...result, methods, comments: server.comments };
}

export const list = "GET /12/comments?per_page=100&page=1";
export const post = "POST /12/comments";
export const url = (id: number): string => `https://github.com/acme/shop/pull/12#${id}`;
export const done = { exitCode: 0, stderr: "" };
