import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "comment",
  about: "puts a review on a pull request",
  title: "Puts a review on a pull request: one comment, which is changed in place.",
  usage: ["--pull-request N [FILE | -]"],
  arguments: { FILE: "What `pnpm review --format markdown` printed.\nDefault: standard input." },
  options: {
    "pull-request": { type: "string", value: "N", about: "The number of the pull request." },
    author: {
      type: "string",
      value: "LOGIN",
      default: "github-actions[bot]",
      about: "Whom the token writes as. Default: github-actions[bot].",
    },
    "max-wait": {
      type: "string",
      value: "S",
      default: "600",
      about: "Wait for GitHub's limits for so many seconds at most, in all. Default: 600.",
    },
    "allow-read-only": {
      type: "boolean",
      about: "Where the token may not write, as on a pull request from a fork, say so and end with 0.",
    },
  },
  notes:
    "Where nothing changes, an earlier comment is removed. A workflow's job has the variables GITHUB_API_URL and GITHUB_REPOSITORY; GITHUB_TOKEN it must be given, with the permission pull-requests: write. docs/pull-requests.md shows both.",
  exits: { 0: "done", 3: "GitHub refused or did not answer" },
});
