/** A repository as the commands that rename, move and remove have to know it. */
export interface LifeFacts {
  readonly systems: readonly LifeSystem[];
  /** The texts of `packages/` but the kit, of what overlays are made of, and of the root's package.json, by path. */
  readonly files: ReadonlyMap<string, string>;
}

export interface LifeSystem {
  readonly name: string;
  /** The module that exports `defineSystem({ … })`, from the repository's root. */
  readonly entry: string;
  readonly services: readonly LifeService[];
  readonly environments: readonly LifeEnvironment[];
}

export interface LifeService {
  readonly name: string;
  /** The images of its objects, without tags. */
  readonly images: readonly string[];
  /** The objects that its packages have made for any environment. */
  readonly objects: readonly { readonly kind: string; readonly name: string }[];
}

export interface LifeEnvironment {
  readonly id: string;
  readonly stage: string;
  /** Those that it deploys. */
  readonly services: readonly string[];
  /** The kustomizations that its overlay is made of, but generated ones: its own, and those of shared folders. */
  readonly kustomizations: readonly string[];
}
