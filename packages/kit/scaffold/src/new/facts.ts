import type { SystemNames } from "../templates/service.ts";

/** A kustomization that people wrote. */
export interface OverlayPart {
  /** Below the repository's root. */
  readonly file: string;
  readonly text: string;
  /** The same as data, as kustomize reads it. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** An environment, as far as what is new has to know it. */
export interface EnvironmentInUse {
  readonly id: string;
  readonly namespace: string;
  readonly cluster: string;
  readonly stage: "development" | "staging" | "production";
  /** Built and judged as production. */
  readonly asProduction: boolean;
  /** The services that run there. Undefined: all. */
  readonly services: readonly string[] | undefined;
  /** Its overlay, then the folders that this builds on. */
  readonly overlay: readonly OverlayPart[];
}

/** A service that is there. */
export interface ServiceFacts {
  readonly name: string;
  /** The images of its containers, without tags. */
  readonly images: readonly string[];
  /** How others reach its pods: their labels and the first port that they open. */
  readonly pods: { readonly app: Readonly<Record<string, string>>; readonly port: number } | undefined;
}

/** A system that is there, as its packages and overlays have it. */
export interface SystemFacts {
  readonly names: SystemNames;
  /** The module that defines its environments, below the repository's root. */
  readonly entry: string;
  readonly services: readonly ServiceFacts[];
  readonly environments: readonly EnvironmentInUse[];
  /** The sources of its package `environments`, and of packages/gitops, by their paths. */
  readonly sources: ReadonlyMap<string, string>;
}
