import { argumentError, argumentProblem, didYouMean, UserError } from "@kit/errors";
import { allSystemFacts, overlayFolder } from "@kit/repository";
import {
  environmentHosts,
  guessHost,
  guessNamespace,
  planEnvironment,
  type EnvironmentChoice,
  type EnvironmentInUse,
  type Stage,
  type SystemFacts,
} from "@kit/scaffold";
import { notice } from "@kit/terminal";
import { asking, type Questions } from "./ask.ts";
import { finish } from "./finish.ts";

type Values = Readonly<Record<string, unknown>>;

/** Makes an environment that begins as another one. Returns the exit code. */
export async function newEnvironment(root: string, id: string | undefined, values: Values): Promise<number> {
  const ask = asking(values);
  const systems = await allSystemFacts(root);
  const ids = systems.flatMap(({ environments }) => environments.map((one) => one.id));
  const own = id ?? (await ask.text("id", "what the environment is called"));
  const like = await chooseLike(systems, values, ask);
  const facts = systems.find(({ environments }) => environments.includes(like))!;
  const choice = await chooseEnvironment(systems, facts, like, own, values, ask);
  const { plan, guesses } = planEnvironment(facts, choice, overlayFolder(root, like.id, ids), ids);
  const code = await finish(root, plan, values, own);
  if (guesses.length > 0) {
    notice(`nobody said these values of ${own}, look at them:\n${guesses.map((one) => `  ${one}\n`).join("")}`);
  }
  return code;
}

async function chooseLike(systems: readonly SystemFacts[], values: Values, ask: Questions): Promise<EnvironmentInUse> {
  const all = systems.flatMap(({ environments }) => environments);
  const given = values["like"];
  const known = all.map(({ id }) => id);
  if (typeof given === "string" && !known.includes(given)) {
    throw new UserError({
      code: "environment-unknown",
      what: `there is no environment ${JSON.stringify(given)} to begin with`,
      where: "--like",
      next: `the environments are: ${known.join(", ")}${didYouMean(given, known)}`,
    });
  }
  if (given === undefined && (values["yes"] === true || !process.stdin.isTTY)) {
    throw argumentError(
      "nothing says which environment it begins as",
      `give --like: ${known.join(", ")}`,
      "argument-missing",
    );
  }
  const words = Object.fromEntries(all.map(({ id, namespace, cluster }) => [id, `${namespace} of ${cluster}`]));
  const like = await ask.choice("like", "As which one does it begin?", words);
  return all.find(({ id }) => id === like)!;
}

async function chooseEnvironment(
  systems: readonly SystemFacts[],
  facts: SystemFacts,
  like: EnvironmentInUse,
  id: string,
  values: Values,
  ask: Questions,
): Promise<EnvironmentChoice> {
  const stages = {
    development: "judged mildly, on a developer's machine",
    staging: "as production",
    production: "for those who use it",
  };
  const stage: Stage = await ask.choice("as", "What is it?", stages, like.stage);
  const cluster = await ask.text("cluster", "The id of its cluster?", like.cluster);
  const isSame = cluster === like.cluster;
  const namespaces = systems.flatMap(({ environments }) =>
    environments.filter((one) => one.cluster === cluster).map((one) => one.namespace),
  );
  const guess = isSame ? guessNamespace(like.namespace, like.id, id, facts.names.system) : like.namespace;
  const namespace = await ask.text("namespace", "Its namespace?", guess);
  if (namespaces.includes(namespace)) {
    throw argumentError(
      `the namespace ${namespace} of the cluster ${cluster} belongs to another environment`,
      "give another one: --namespace",
    );
  }
  return {
    id,
    like: like.id,
    stage,
    namespace,
    cluster: isSame ? undefined : cluster,
    destination: typeof values["destination"] === "string" ? values["destination"] : undefined,
    ...(await chooseHosts(environmentHosts(facts, like.id), like, { id, stage }, values, ask)),
  };
}

async function chooseHosts(
  hosts: readonly string[],
  like: EnvironmentInUse,
  { id, stage }: Pick<EnvironmentChoice, "id" | "stage">,
  values: Values,
  ask: Questions,
): Promise<Pick<EnvironmentChoice, "hosts" | "guessed">> {
  const said = new Map(
    ((values["host"] as readonly string[] | undefined) ?? []).map((one) => {
      const at = one.indexOf("=");
      return [one.slice(0, at), one.slice(at + 1)] as const;
    }),
  );
  const wrong = [...said].filter(([host, other]) => !hosts.includes(host) || !/^[a-z0-9.-]+(:\d+)?$/.test(other));
  UserError.throwIfAny(
    wrong.map(([host, other]) =>
      argumentProblem(
        `--host cannot be ${JSON.stringify(`${host}=${other}`)}`,
        hosts.length === 0
          ? `leave it out: ${like.id} names no host`
          : `write OLD=NEW; the hosts of ${like.id}: ${hosts.join(", ")}`,
      ),
    ),
  );
  const chosen = new Map<string, string>();
  const guessed = new Set<string>();
  for (const host of hosts) {
    const isKept = stage === "development" && /^(localhost|127\.)/.test(host);
    const guess = isKept ? host : guessHost(host, like.id, id);
    const own = said.get(host) ?? (await ask.text("", `The host in the place of ${host}?`, guess));
    if (!said.has(host) && !ask.isAsked) guessed.add(host);
    chosen.set(host, own);
  }
  return { hosts: chosen, guessed };
}
