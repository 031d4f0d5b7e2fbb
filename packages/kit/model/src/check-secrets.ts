import { nearest, shown, type Problem, type ProblemText } from "@kit/errors";
import { configKeyProblem, dnsSubdomainProblem } from "@kit/kube/names";
import { isSealed } from "@kit/leaks";
import type { Environment } from "./environment.ts";
import type { SecretContract } from "./secret.ts";
import { secretSources, type SecretSource } from "./secret-source.ts";
import { ruleOf, secretVariables, type SecretVariable } from "./secret-variables.ts";

/**
 * What is wrong with an environment's contracts and with the sources of their values. No message shows a value.
 *
 * @param where The file or package that defines the environment.
 */
export function checkSecrets(environment: Environment, where: string): Problem[] {
  const contracts = environment.secrets ?? [];
  const broken = contracts.flatMap(checkContract);
  const said = broken.length > 0 ? broken : [...checkContracts(contracts), ...checkSources(environment, contracts)];
  return said.map(({ what, next }) => ({
    code: "secret-contract",
    what: `environment ${shown(environment.id)}: ${what}`,
    where,
    next,
  }));
}

/** What the types say already, for code that they do not see. */
function checkContract({ name, keys }: SecretContract): ProblemText[] {
  return Object.entries(keys).flatMap(([key, spec]): ProblemText[] => {
    const { value } = (spec ?? {}) as { value?: { expected?: unknown; accepts?: unknown } };
    const problem = configKeyProblem(key);
    if (problem !== undefined)
      return [{ what: `${name} has the key ${shown(key)}, which ${problem}`, next: "rename it" }];
    if (typeof value?.expected === "string" && typeof value.accepts === "function") return [];
    return [{ what: `${name}, key ${key}, does not say what a valid value is`, next: "add value: anyText(), say" }];
  });
}

function checkContracts(contracts: readonly SecretContract[]): ProblemText[] {
  const names = contracts.map(({ name }) => name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [
    ...[...twice].map((name) => ({ what: `two contracts are named ${name}`, next: "join them, or rename one" })),
    ...secretVariables(contracts).flatMap(checkRules),
  ];
}

/** Keys that share a variable share its value, so it has to be valid for all of them. */
function checkRules({ name, value, targets }: SecretVariable): ProblemText[] {
  const first = targets[0]!;
  return targets
    .filter((target) => ruleOf(target).expected !== value.expected)
    .map((target) => ({
      what:
        `the variable ${name} must be ${value.expected} for ${first.secret.name}, key ${first.key}, ` +
        `and ${ruleOf(target).expected} for ${target.secret.name}, key ${target.key}`,
      next: "give both the same rule, or one of them a variable of its own: variable: …",
    }));
}

function checkSources(environment: Environment, contracts: readonly SecretContract[]): ProblemText[] {
  const sources = secretSources(environment);
  const named = sources.flatMap(({ secrets = [] }) => secrets);
  const twice = new Set(named.filter((name, index) => named.indexOf(name) !== index));
  const general = sources.filter(({ secrets }) => secrets === undefined);
  return [
    ...(general.length > 1
      ? [{ what: "two sources are for all Secrets", next: "name the Secrets of one of them" }]
      : []),
    ...[...twice].map((name) => ({ what: `two sources are for ${name}`, next: "remove one of them" })),
    ...named.flatMap((name) => checkName(name, contracts)),
    ...sources.flatMap((source) => checkSource(source, contracts)),
  ];
}

function checkName(name: string, contracts: readonly SecretContract[]): ProblemText[] {
  const own = contracts.filter(({ provider }) => provider === "team").map((contract) => contract.name);
  if (own.includes(name)) return [];
  if (contracts.some((contract) => contract.name === name)) {
    return [{ what: `a source is for ${name}, which the platform provides`, next: "remove the source" }];
  }
  const meant = nearest(name, own);
  const next = meant === undefined ? "add its contract to `secrets`" : `did you mean ${meant}?`;
  return [{ what: `a source is for ${shown(name)}, and no contract of the environment has that name`, next }];
}

function checkSource(source: SecretSource, contracts: readonly SecretContract[]): ProblemText[] {
  if (source.type === "external") return checkStore(source);
  if (source.type === "sealed") return checkSealed(source, contracts);
  return source.type === "sops" ? checkFile(source) : [];
}

function checkStore({ store, refreshInterval = "1h" }: Extract<SecretSource, { type: "external" }>): ProblemText[] {
  const isName = dnsSubdomainProblem(store.name) === undefined;
  const isDuration = /^(\d+(\.\d+)?(ms|s|m|h))+$/.test(refreshInterval);
  return [
    ...(isName ? [] : [{ what: `${shown(store.name)} is not a name of a ${store.kind}`, next: "name the store" }]),
    ...(isDuration ? [] : [{ what: `refreshInterval is ${shown(refreshInterval)}`, next: 'write "1h" or "15m", say' }]),
  ];
}

function checkSealed(
  { secrets: [name], encryptedData }: Extract<SecretSource, { type: "sealed" }>,
  contracts: readonly SecretContract[],
): ProblemText[] {
  const contract = contracts.find((one) => one.name === name);
  if (contract === undefined) return [];
  const wanted = Object.keys(contract.keys);
  const given = Object.keys(encryptedData);
  const missing = wanted.filter((key) => !given.includes(key));
  const extra = given.filter((key) => !wanted.includes(key));
  const plain = given.filter((key) => wanted.includes(key) && !isSealed(encryptedData[key]));
  return [
    ...missing.map((key) => ({ what: `the sealed ${name} lacks the key ${key}`, next: "seal a value for it" })),
    ...extra.map((key) => ({
      what: `the sealed ${name} has the key ${shown(key)}, which its contract does not have`,
      next: "remove it, or add it to the contract",
    })),
    ...plain.map((key) => ({
      what: `the sealed ${name}, key ${key}, is not what kubeseal prints`,
      next: "if it is the plain value, it is known now: make a new one, and seal that",
    })),
  ];
}

function checkFile({ secrets: [name], file }: Extract<SecretSource, { type: "sops" }>): ProblemText[] {
  if (/^(?!.*(^|\/)\.\.?(\/|$))[^/\\].*\.ya?ml$/.test(file)) return [];
  return [
    {
      what: `the file of ${name} is ${shown(file)}`,
      next: "name a YAML file in or below the directory of the overlay",
    },
  ];
}
