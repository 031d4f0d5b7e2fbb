import { basename, relative, resolve } from "node:path";
import { argumentError, exitCodes, UserError } from "@kit/errors";
import { beginRepository, directoryProblems, showPlan } from "@kit/repository";
import { planRepository, repositoryNameProblems, tarballOf, type RepositoryNames } from "@kit/scaffold/repository";
import { notice, print } from "@kit/terminal";
import { forTerminal } from "@kit/text";
import { askName, canAsk } from "./ask-name.ts";
import { kitFacts, packedKit } from "./kit-facts.ts";

interface Options {
  readonly name?: string | undefined;
  readonly system?: string | undefined;
  readonly service?: string | undefined;
  readonly yes?: boolean | undefined;
  readonly "dry-run"?: boolean | undefined;
}

/** `pnpm new repository DIR`: a repository of its own, which depends on the kit. */
export async function repository(
  [given, ...others]: readonly string[],
  options: Options,
  commands: readonly string[],
): Promise<number> {
  if (given === undefined || given === "" || others.length > 0) throw oneDirectory(given);
  const directory = resolve(given);
  UserError.throwIfAny(directoryProblems(directory));
  const names = await namesOf(directory, options);
  const kit = kitFacts(commands);
  const plan = planRepository(names, kit);
  const to = tarballOf(kit.version);
  if (options["dry-run"] === true) {
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

async function namesOf(directory: string, options: Options): Promise<RepositoryNames> {
  const asks = options.yes !== true && canAsk();
  const ask = async (
    option: "name" | "system" | "service",
    message: string,
    otherwise: string,
    others: Partial<RepositoryNames> = {},
  ): Promise<string> => {
    if (options[option] !== undefined) return options[option];
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

function oneDirectory(given: string | undefined): UserError {
  const next = "write `pnpm new repository DIR`, such as `pnpm new repository ../our-manifests`";
  if (given === undefined || given === "") throw argumentError("no directory is named", next, "argument-missing");
  return argumentError("several directories are named, and it makes one", next);
}
