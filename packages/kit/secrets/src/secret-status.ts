import type { SecretContract } from "@kit/model";
import { describeTarget, kubectlFailure, targetArguments, type Kubectl, type KubectlTarget } from "@kit/programs";

/** What a cluster has of a contract. */
export interface SecretStatus {
  readonly name: string;
  readonly exists: boolean;
  /** The contract's keys that are not there, or empty. */
  readonly missing: readonly string[];
  /** Keys that no contract names. */
  readonly extra: readonly string[];
}

/**
 * Which of the contracts' Secrets and keys a namespace has. kubectl prints the names of keys; values stay in it.
 *
 * @throws EnvironmentFailure where kubectl fails.
 */
export async function secretStatus(
  kubectl: Kubectl,
  target: KubectlTarget,
  contracts: readonly SecretContract[],
): Promise<SecretStatus[]> {
  if (contracts.length === 0) return [];
  const names = contracts.map(({ name }) => name);
  const { exitCode, stdout, stderr } = await kubectl([
    "get",
    "secrets",
    ...names,
    "--ignore-not-found",
    ...targetArguments(target),
    `--output=go-template=${template}`,
  ]);
  if (exitCode !== 0) throw kubectlFailure(`kubectl cannot read the Secrets of ${describeTarget(target)}`, stderr);
  const there = new Map(stdout.split("\n").flatMap(readLine));
  return contracts.map((contract) => statusOf(contract, there.get(contract.name)));
}

// A line per Secret, `name KEY KEY!`: the mark is for a key without a value. One Secret alone comes without a list.
const line = `{{.metadata.name}}{{range $key, $value := .data}} {{$key}}{{if not $value}}!{{end}}{{end}}{{"\\n"}}`;
const template = `{{define "secret"}}${line}{{end}}{{if eq .kind "List"}}{{range .items}}{{template "secret" .}}{{end}}{{else}}{{template "secret" .}}{{end}}`;

function readLine(text: string): [string, readonly string[]][] {
  const [name = "", ...keys] = text.split(" ");
  return name === "" ? [] : [[name, keys]];
}

function statusOf({ name, keys }: SecretContract, there: readonly string[] | undefined): SecretStatus {
  const wanted = Object.keys(keys);
  const found = there ?? [];
  return {
    name,
    exists: there !== undefined,
    missing: wanted.filter((key) => !found.includes(key)),
    extra: found.map((key) => key.replace(/!$/, "")).filter((key) => !wanted.includes(key)),
  };
}
