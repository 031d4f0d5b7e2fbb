/** Where the checks and the server say different things, and why that stays so. */
export interface KnownDisagreement {
  /** Of the corpus, without its ending. */
  readonly file: string;
  /** Of the case. */
  readonly name: string;
  readonly reason: string;
}

const cel = "The definition of a custom resource may state rules in CEL, which the checks do not evaluate.";

const cost = "The server also estimates what the rules of a definition would cost, which the checks do not.";

export const knownDisagreements: readonly KnownDisagreement[] = [
  { file: "custom-resource-schema", name: "a rule that costs too much", reason: cost },
  {
    file: "custom-resource-schema",
    name: "a rule of the old value in a keyed list that costs too much",
    reason: cost,
  },
  { file: "flux-kustomization", name: "an empty kubeConfig", reason: cel },
  { file: "flux-kustomization", name: "a kubeConfig of two sources", reason: cel },
  { file: "git-repository", name: "a serviceAccountName without provider", reason: cel },
];

/** Whether a case is one of them. */
export function isKnown({ file, name }: Pick<KnownDisagreement, "file" | "name">): boolean {
  return knownDisagreements.some((known) => known.file === file && known.name === name);
}
