/** Where the custom resource definitions of a project come from: a Go module that has them as files. */
export interface DefinitionPin {
  /** Such as `argo-cd`. */
  readonly project: string;
  readonly module: string;
  /** Of the module, such as `v3.6.1`. */
  readonly version: string;
  /** The folder in the module; every file in it may have definitions. */
  readonly folder: string;
  /** The API groups of the definitions. */
  readonly groups: readonly string[];
}

/** Those whose kinds the table of the room `schema` has. */
export const definitionPins: readonly DefinitionPin[] = [
  {
    project: "argo-cd",
    module: "github.com/argoproj/argo-cd/v3",
    version: "v3.6.1",
    folder: "manifests/crds",
    groups: ["argoproj.io"],
  },
  {
    project: "external-secrets",
    module: "github.com/external-secrets/external-secrets",
    version: "v1.3.2",
    folder: "config/crds/bases",
    groups: ["external-secrets.io", "generators.external-secrets.io"],
  },
  {
    // Not every one of Flux's controllers is a Go module with its definitions. Its operator has those of whole releases.
    project: "flux",
    module: "github.com/controlplaneio-fluxcd/flux-operator",
    version: "v0.59.0",
    folder: "config/data/flux/v2.9.5",
    groups: [
      "helm.toolkit.fluxcd.io",
      "image.toolkit.fluxcd.io",
      "kustomize.toolkit.fluxcd.io",
      "notification.toolkit.fluxcd.io",
      "source.extensions.fluxcd.io",
      "source.toolkit.fluxcd.io",
    ],
  },
  {
    project: "sealed-secrets",
    module: "github.com/bitnami-labs/sealed-secrets",
    version: "v0.40.0",
    folder: "helm/sealed-secrets/crds",
    groups: ["bitnami.com"],
  },
];

/** Those that only an API server is given: what `packages/gitops` makes of previews, and nobody writes. */
export const furtherPins: readonly DefinitionPin[] = [
  {
    project: "flux-operator",
    module: "github.com/controlplaneio-fluxcd/flux-operator",
    version: "v0.59.0",
    folder: "config/crd/bases",
    groups: ["fluxcd.controlplane.io"],
  },
];
