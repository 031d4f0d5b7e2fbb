/**
 * Every kind of mistake in the input that the kit tells apart.
 *
 * A closed union: a new code is a new line here, and the page docs/errors.md lists each.
 */
export type UserErrorCode =
  | "argument-missing"
  | "argument-unknown"
  | "argument-value"
  | "change-not-built"
  | "check-exemption"
  | "cluster-differs"
  | "cluster-mismatch"
  | "config-map-value"
  | "configure-async"
  | "control-plane-missing"
  | "definition-invalid"
  | "does-not-compile"
  | "environment-duplicate"
  | "environment-unknown"
  | "environment-value"
  | "file-encoding"
  | "file-in-the-way"
  | "file-kind"
  | "file-link"
  | "file-too-large"
  | "generated-layout"
  | "gitops-missing"
  | "gitops-value"
  | "image-downgrade"
  | "image-entry"
  | "image-reference"
  | "image-unknown"
  | "image-unmatched"
  | "kubectl-missing"
  | "kustomize-failed"
  | "kustomize-missing"
  | "kustomize-too-old"
  | "manifest-yaml"
  | "name-taken"
  | "no-git-repository"
  | "not-confirmed"
  | "object-duplicate"
  | "object-invalid"
  | "object-name"
  | "object-too-large"
  | "order-cycle"
  | "order-wave"
  | "overlay-dirty"
  | "overlay-missing"
  | "overlay-namespace"
  | "overlay-overwritten"
  | "overlay-reference"
  | "overlay-unlisted"
  | "overlay-yaml"
  | "package-ended"
  | "package-layout"
  | "package-threw"
  | "package-used"
  | "patch-conflict"
  | "patch-entry"
  | "patch-list"
  | "patch-target"
  | "policy-value"
  | "preview-value"
  | "ref-not-built"
  | "ref-unknown"
  | "removal-dirty"
  | "rendered-differs"
  | "rendered-missing"
  | "rendered-yaml"
  | "repository-path"
  | "secret-contract"
  | "secret-leak"
  | "secret-plain"
  | "secret-sops"
  | "secret-source"
  | "service-export"
  | "service-unknown"
  | "source-form"
  | "system-unknown"
  | "value-lost"
  | "vendor-differs"
  | "vendor-refused"
  | "vendor-source";

/** One mistake in the input, said so that its reader can fix it. */
export interface Problem {
  readonly code: UserErrorCode;
  /** What is wrong, with the offending value. Several lines only for the codes of `formatProblem`. */
  readonly what: string;
  /** A path from the repository's root, with line and column where known, or a package and an object in it. */
  readonly where: string;
  /** What to do next. */
  readonly next: string;
}

/** What is wrong and what to do, where the rest is known. */
export type ProblemText = Pick<Problem, "what" | "next">;
