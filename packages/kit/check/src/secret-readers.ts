import { variableOf } from "@kit/model";
import { configReferences, type ConfigReference } from "./config-references.ts";
import { perEnvironment } from "./per-environment.ts";
import type { EnvironmentView, PodView, PromisedSecret } from "./view/index.ts";

/** A pod that reads a key of a contract. */
export interface ContractReader {
  readonly contract: PromisedSecret;
  readonly key: string;
  readonly pod: PodView;
  readonly reference: ConfigReference;
}

/** Who reads which key of the environment's contracts. What reads a whole Secret reads all its keys. */
export const secretReaders = perEnvironment(
  (environment: EnvironmentView<"objects" | "secrets">): readonly ContractReader[] => {
    const contracts = new Map((environment.contracts ?? []).map((contract) => [contract.name, contract]));
    return environment.pods.flatMap((pod) =>
      configReferences(pod).flatMap((reference) => {
        const contract = reference.kind === "Secret" ? contracts.get(reference.name) : undefined;
        if (contract === undefined) return [];
        const known = Object.keys(contract.keys);
        const keys = reference.key === undefined ? known : known.filter((key) => key === reference.key);
        return keys.map((key) => ({ contract, key, pod, reference }));
      }),
    );
  },
);

/** Keys of the team's contracts, and the variables that get their values, each with the name of its Secret. */
export const secretNamesOf = perEnvironment(
  (environment: EnvironmentView<"objects" | "secrets">): ReadonlyMap<string, string> => {
    return new Map([
      ...secretReaders(environment).flatMap(({ contract, reference: { variable } }): [string, string][] =>
        variable !== undefined && isTeams(contract) ? [[variable, contract.name]] : [],
      ),
      ...(environment.contracts ?? []).filter(isTeams).flatMap((contract) =>
        Object.keys(contract.keys).flatMap((key): [string, string][] => [
          [key, contract.name],
          [variableOf(contract, key), contract.name],
        ]),
      ),
    ]);
  },
);

function isTeams({ provider }: PromisedSecret): boolean {
  return provider === "team";
}
