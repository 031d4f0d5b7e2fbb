import { basename, relative, resolve } from "node:path";
import { argumentError, exitCodes, UserError } from "@kit/errors";
import { beginRepository, directoryProblems, showPlan } from "@kit/repository";
import { planRepository, repositoryNameProblems, tarballOf, type RepositoryNames } from "@kit/scaffold/repository";
import { notice, print } from "@kit/terminal";
import { forTerminal } from "@kit/text";
import { commands } from "../commands.ts";
import { askName, canAsk } from "./ask-name.ts";
import { kitFacts, packedKit } from "./kit-facts.ts";

type Values = Readonly<Record<string, unknown>>;

const taken = ["name", "system", "service", "yes", "dry-run"];

/** Makes a repository of its own, which depends on the kit. Returns the exit code. */
export async function newRepository(given: string | undefined, values: Values): Promise<number> {
  const other = Object.keys(values).find((name) => !taken.includes(name));
  if (other !== undefined) {
    throw argumentError(`--${other} is not for a repository`, `it takes: --${taken.join(", --")}`, "argument-unknown");
  }
  if (given === undefined || given === "") {
    const next = "write `pnpm new repository DIR`, such as `pnpm new repository ../our-manifests`";
    throw argumentError("no directory is named", next, "argument-missing");
  }
  const directory = resolve(given);
  UserError.throwIfAny(directoryProblems(directory));
  const names = await namesOf(directory, values);
  const kit = kitFacts(commands.map(([{ name }]) => name));
  const plan = planRepository(names, kit);
  const to = tarballOf(kit.version);
  if (values["dry-run"] === true) {
    const file = { path: to, before: undefined, after: "" };
    print(`would be written to ${forTerminal(directory)}:\n${showPlan([...plan, file])}`);
    return exitCodes.ok;
  }
  notice("packing the kit\n");
  using packed = await packedKit();
  const git = beginRepository({ directory, plan, copy: { from: packed.file, to } });
  print(nextSteps(directory, names, kit.packageManager, git));
  return exitCodes.ok;
}

async function namesOf(directory: string, values: Values): Promise<RepositoryNames> {
  const asks = values["yes"] !== true && canAsk();
  const ask = async (
    option: "name" | "system" | "service",
    message: string,
    otherwise: string,
    others: Partial<RepositoryNames> = {},
  ): Promise<string> => {
    const said = values[option];
    if (typeof said === "string") return said;
    if (!asks) return otherwise;
    const isWrong = (value: string): string | undefined =>
      repositoryNameProblems({ name: "a", system: "a", service: "b", ...others, [option]: value })[0]?.what;
    return askName(message, otherwise, isWrong);
  };
  const name = await ask("name", "What is the repository called? (name in package.json)", basename(directory));
  const system = await ask("system", "The first system: services that are owned and deployed together", "shop");
  const service = await ask("service", "Its first service", "web", { system });
  return { name, system, service };
}

function nextSteps(directory: string, names: RepositoryNames, packageManager: string, git: string): string {
  const npx = `npx --yes ${packageManager}`;
  const lines = [
    `cd ${shellWord(shorter(relative(process.cwd(), directory) || ".", directory))}`,
    ...(git === "missing" ? ["git init --initial-branch main"] : []),
    `${npx} build`,
    `${npx} test`,
    "git add --all && git commit --message 'Begin'",
  ];
  return `${forTerminal(names.name)} is in ${forTerminal(directory)}: packages/${names.system}/${names.service}, in dev and prod.

Next:
${lines.map((line) => `  ${line}\n`).join("")}
Its README.md says what is where.
`;
}

function shorter(one: string, other: string): string {
  return one.length < other.length ? one : other;
}

function shellWord(text: string): string {
  return /^[\w./@%+=:,-]+$/.test(text) ? text : `'${forTerminal(text).replaceAll("'", String.raw`'\''`)}'`;
}
