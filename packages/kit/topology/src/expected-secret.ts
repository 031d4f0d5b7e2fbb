/** A Secret that somebody makes outside of the repository, by its contract. */
export interface ExpectedSecret {
  readonly name: string;
  readonly keys: Readonly<Record<string, { readonly leadsTo?: string | undefined }>>;
}
