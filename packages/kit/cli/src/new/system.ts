import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { argumentError } from "@kit/errors";
import { allSystemFacts, systemFolders, versionsInUse } from "@kit/repository";
import { gitopsEntry, namesOfSystem, planSystem, type NewEnvironment, type Stage } from "@kit/scaffold";
import { notice } from "@kit/terminal";
import { asking } from "./ask.ts";
import { finish } from "./finish.ts";
import { chooseService } from "./service-choice.ts";

type Values = Readonly<Record<string, unknown>>;

/** Makes a system with its environments and a first service. Returns the exit code. */
export async function newSystem(root: string, name: string | undefined, values: Values): Promise<number> {
  const ask = asking(values);
  const folders = existsSync(join(root, "packages")) ? readdirSync(join(root, "packages")) : [];
  const systems = systemFolders(root).length === 0 ? [] : await allSystemFacts(root);
  const ids = systems.flatMap(({ environments }) => environments.map(({ id }) => id));
  const own = name ?? (await ask.text("name", "what the system is called"));
  const names = namesOfSystem(own, versionsInUse(root, systems));
  const usual = ["dev", "prod"].some((id) => ids.includes(id)) ? `${own}/dev,${own}/prod` : "dev,prod";
  const environments = environmentsOf(own, await ask.text("environments", "Its environments, by commas?", usual));
  const service = await ask.text("service", "Its first service?", "web");
  const facts = { names, entry: "", services: [], environments: [], sources: new Map<string, string>() };
  const { choice, image } = await chooseService(facts, service, values, ask);
  const gitops = existsSync(join(root, gitopsEntry)) ? readFileSync(join(root, gitopsEntry), "utf8") : undefined;
  const taken = { folders, environments: ids, gitops };
  const plan = planSystem(names, { environments, service: choice, image }, taken);
  const code = await finish(root, plan, values, `packages/${own}`);
  notice(`nobody said what nodes its clusters have: look at packages/${own}/environments/src/index.ts\n`);
  return code;
}

function environmentsOf(system: string, list: string): NewEnvironment[] {
  const named = list
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  return named.map((one) => {
    const [id = "", said] = one.split(":");
    const short = id.slice(id.lastIndexOf("/") + 1);
    const stage = stages.find((known) => known === said) ?? (said === undefined ? stageOf(short) : undefined);
    if (stage === undefined) {
      throw argumentError(
        `nothing says what the environment ${JSON.stringify(one)} is`,
        `write its stage behind it: ${id}:development, ${id}:staging or ${id}:production`,
      );
    }
    return {
      id,
      stage,
      namespace: stage === "production" ? system : `${system}-${short}`,
      cluster: `${system}-${short}`,
    };
  });
}

const stages: readonly Stage[] = ["development", "staging", "production"];

/** What an environment is by its usual name. */
function stageOf(name: string): Stage | undefined {
  if (/^(dev|develop|development|local|test|minikube)$/.test(name)) return "development";
  if (/^(stag|stage|staging|uat|qa|preprod)$/.test(name)) return "staging";
  return /^(prod|production|live)(-|$)/.test(name) ? "production" : undefined;
}
