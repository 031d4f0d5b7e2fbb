import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "review",
  about: "tells what a change does to what is deployed",
  title: "Says what a change does to what is deployed: object by object, the riskiest first.",
  usage: [
    "[--render] [REF]",
    "[--render] A..B",
    "--rehearse [REF]",
    "PATH PATH",
    "--envs ENVIRONMENT ENVIRONMENT",
    "--live ENVIRONMENT [--context NAME]",
  ],
  arguments: {
    REF: "Compare what this branch, tag or commit has rendered with the working tree. Default: where HEAD branched off from origin/main or main.",
    "A..B": "Compare what two refs have rendered; A...B begins where they branched off from each other.",
    "PATH PATH": "Compare two files or directories of manifests instead: YAML or JSON, of any origin.",
  },
  options: {
    render: { type: "boolean", about: "Build a ref that has no generated/rendered, in a temporary worktree." },
    rehearse: {
      type: "boolean",
      about:
        "Deploy what changes over REF on a control plane of this machine too, and compare what was predicted with what happens.",
    },
    envs: {
      type: "boolean",
      about:
        "Compare two environments: what they deploy differently, and which package or overlay says so. What nobody says is first.",
    },
    live: {
      type: "boolean",
      about: "Say what a sync of the environment would do to the cluster that kubectl reaches. Changes nothing there.",
    },
    context: {
      type: "string",
      value: "NAME",
      about:
        "The context of kubectl for --live. Default: the one that the environment's cluster names, else the current one.",
    },
    yes: { type: "boolean", about: "Do not ask whether the cluster of --live is the right one." },
    all: { type: "boolean", about: "Fold nothing: show routine changes and long values whole." },
    "fail-on": {
      type: "string",
      value: "CLASS",
      about: "Fail where something is of this class, or worse: breaks or caution. Not with --envs.",
    },
  },
  formats: {
    text: "",
    markdown: "for a comment on a pull request",
    html: "a page that needs no network",
    sarif: "what is risky, for code hosts",
    json: "",
  },
  modes: { "--envs": ["text", "markdown", "json"], "--rehearse": ["text", "markdown", "json"] },
  notes:
    "Reads what generated/rendered has on both sides, so run `pnpm build` first. It needs no kustomize, but with --render, and no cluster, but with --live. --rehearse needs what `pnpm rehearse` does. docs/review.md says what the classes mean.",
  examples: {
    review: "What this branch does, before a pull request.",
    "review --format markdown main...feature": "The same of a branch, for a comment.",
    "review --envs dev prod": "Where production is not as dev.",
  },
  exits: { 0: "done", 1: "something is of the class that --fail-on names, or a prediction is refuted" },
});
