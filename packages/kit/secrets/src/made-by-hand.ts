import { secretSourceOf, type Environment, type SecretContract, type SecretSource } from "@kit/model";

/** The Secrets of an environment, by who makes them. */
export interface MadeByHand {
  readonly byHand: readonly SecretContract[];
  /** Why the others are not made by hand: `app-secrets: it is in the overlay, encrypted by SOPS`. */
  readonly others: readonly string[];
}

/** Tells the Secrets that people make from those that come otherwise. */
export function madeByHand(environment: Pick<Environment, "environment" | "secrets" | "secretSource">): MadeByHand {
  const made = (environment.secrets ?? []).map((contract): { contract: SecretContract; by: Maker } => ({
    contract,
    by: secretSourceOf(environment, contract)?.type ?? "platform",
  }));
  return {
    byHand: made.filter(({ by }) => by === "by-hand").map(({ contract }) => contract),
    others: made.flatMap(({ contract, by }) => (by === "by-hand" ? [] : [`${contract.name}: ${reasons[by]}`])),
  };
}

type Maker = SecretSource["type"] | "platform";

const reasons: Record<Exclude<Maker, "by-hand">, string> = {
  platform: "the platform provides it",
  external: "External Secrets Operator makes it from the store",
  sealed: "the Sealed Secrets controller makes it from what is sealed in the package",
  sops: "it is in the overlay, encrypted by SOPS",
};
