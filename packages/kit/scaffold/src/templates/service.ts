/** The kinds of services that `new` knows; a file of this folder each. */
export const serviceKinds = {
  web: "answers requests: a Deployment and a Service",
  worker: "works by itself: a Deployment",
  cron: "runs by a schedule: a CronJob",
  stateful: "keeps data on a claim: a StatefulSet and a Service",
  migration: "brings data up to date before a service starts: a Job",
} as const;

export type ServiceKind = keyof typeof serviceKinds;

/** What a system's other packages say, and a new one repeats. */
export interface SystemNames {
  /** Its folder below `packages/`. */
  readonly system: string;
  /** The package of its environments: `@shop/environments`. */
  readonly environments: string;
  /** The type of its environments, which that package exports: `ShopEnvironment`. */
  readonly environmentType: string;
  /** The versions that its packages depend on: `workspace:*`, `catalog:`. */
  readonly versions: { readonly "kubernetes-models": string; readonly "typed-manifests": string };
}

/** What a new service is to be; what a kind has no use for is not read. */
export interface ServiceChoice {
  readonly name: string;
  readonly kind: ServiceKind;
  /** The image as the base writes it, without a tag. */
  readonly image: string;
  /** The port that its container opens. */
  readonly port: number;
  /** Where the probes ask. */
  readonly path: string;
  /** What the container asks for: `50m`, `64Mi`. */
  readonly cpu: string;
  readonly memory: string;
  /** What the container runs. Empty: what its image says. */
  readonly command: readonly string[];
  /** When a CronJob runs. */
  readonly schedule: string;
  /** The size of the claim, and where its volume is mounted. */
  readonly size: string;
  readonly mount: string;
  /** The service that a migration is for. */
  readonly of: string;
  /** Pods that it connects to. */
  readonly calls: readonly { readonly app: Readonly<Record<string, string>>; readonly port: number }[];
}

/** Names for the texts of a template, one for each that the kit exports to authors. */
export interface Template {
  /** What it imports of `typed-manifests`. */
  readonly front: readonly string[];
  /** The kinds that it imports: `apps/v1/Deployment`. */
  readonly kinds: readonly string[];
  /** Everything between the imports and the default export, without a blank line at the ends. */
  readonly body: string;
  /** The constants that are deployed, the workload first. */
  readonly resources: readonly string[];
}
