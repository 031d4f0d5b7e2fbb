/** What a new repository is called, and what is in it at first. */
export interface RepositoryNames {
  /** Of its package.json. */
  readonly name: string;
  /** The system: a folder below `packages/`. */
  readonly system: string;
  /** The one service of the system. */
  readonly service: string;
}

/** What the kit's own repository has, from which a new one is made: its versions are those that the kit is tested with. */
export interface KitFacts {
  /** The version of `typed-manifests`. */
  readonly version: string;
  /** The kit's commands, which become scripts. */
  readonly commands: readonly string[];
  /** `pnpm@12.21.0` */
  readonly packageManager: string;
  /** The text of pnpm-workspace.yaml. */
  readonly workspace: string;
  /** The workflows for pull requests, by their files' names. */
  readonly workflows: ReadonlyMap<string, string>;
}

/** Where a new repository has the kit. */
export function tarballOf(version: string): string {
  return `vendor/kit/typed-manifests-${version}.tgz`;
}
