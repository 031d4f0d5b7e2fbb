import { defineCommand } from "../define/command-definition.ts";

export default defineCommand({
  name: "check",
  about: "judges what the environments deploy",
  title: "Judges what the environments deploy, and says everything that is wrong.",
  usage: ["[environment...]", "FILE|DIRECTORY... | -", "--policy [environment...]", "--explain CHECK"],
  arguments: {
    environment: "Judge these, with all that share their clusters, such as dev or shop/prod. Default: all.",
    "FILE, DIRECTORY":
      "Judge these manifests instead, as one set: YAML or JSON, of any origin. - reads standard input.",
  },
  options: {
    policy: {
      type: "boolean",
      about:
        "Print what environments are judged by: rule packs, severities, options, exemptions, and where each was said.",
    },
    explain: { type: "string", value: "CHECK", about: "Print the page of a check." },
    notes: { type: "boolean", about: "Show findings of severity info, not only their number." },
    all: { type: "boolean", about: "Fold nothing: show every finding, also what another one tells as well." },
    only: {
      type: "string",
      value: "CHECK,…",
      about: "Tell, and fail for, these alone: ids or groups of checks, error, warning or info.",
    },
    "group-by": { type: "string", value: "BY", about: "Group findings by check, object or file. Default: check." },
    max: { type: "string", value: "N", about: "Show N findings at most, errors first, and how many there are more." },
    "max-warnings": { type: "string", value: "N", about: "Fail where there are more warnings than N." },
  },
  formats: { text: "", compact: "one line a finding", json: "", sarif: "", github: "annotations" },
  modes: { "--policy": ["text", "json"], "--explain": ["text"] },
  notes:
    "Reads what generated/rendered has, so run `pnpm build` first, which ends with these checks; whether it is up to date, `pnpm drift` tells. docs/checks.md lists the checks, docs/policy.md says how they are changed and findings exempted.",
  examples: {
    "check prod": "Judge production alone, with what shares its cluster.",
    "check --format sarif >check.sarif": "For code scanning, beside a log.",
    "check --explain probes-required": "What a check is about, and what to write instead.",
    "check --only secret-missing,references --format compact": "Some checks, as lines that an editor opens.",
    "check manifests/ --max-warnings 0": "Files of any origin; a warning fails, too.",
  },
  exits: { 0: "no error", 1: "an error or too many warnings" },
});
