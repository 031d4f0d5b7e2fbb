import type { Path } from "@kit/schema";
import type { TextPlace } from "@kit/yaml";

/** `error` fails a build, `warning` should be fixed or exempted with a reason, `info` is worth knowing. */
export type Severity = "error" | "warning" | "info";

/** How strict an environment is judged. */
export type Profile = "development" | "production";

/** What a check is about. The page docs/checks.md says what each group means. */
export type Group =
  | "api-validity"
  | "references"
  | "clusters"
  | "conventions"
  | "pod-security"
  | "reliability"
  | "security"
  | "kustomize"
  | "secrets"
  | "gitops"
  | "exemptions";

/** One thing that is wrong, in one place. */
export interface Finding {
  /** The check's id. */
  readonly check: string;
  readonly severity: Severity;
  /** The environment's id. Undefined where files are judged that belong to none. */
  readonly environment: string | undefined;
  /** `Deployment shop/backend`; of an overlay's file, its path. */
  readonly object: string;
  /** The file, from the repository's root. */
  readonly where: string;
  /** Which document of the file, from 0. */
  readonly document: number;
  /** Where the object stands in its document, such as `["items", 2]` in a List. Default: it is the document. */
  readonly within?: Path | undefined;
  /** The place in the object, such as `["spec", "replicas"]`. Empty: the object itself. */
  readonly path: Path;
  /** What is wrong, with the offending value, in one sentence without a full stop. */
  readonly message: string;
  /** What to do, in one clause that begins with a verb: `set replicas to 2 or more`. */
  readonly fix: string;
  /** The package's file that the object comes from. Undefined where an overlay brings it. */
  readonly source: string | undefined;
  /** The places that it tells all of, for those that its check stands for. Default: its own. */
  readonly covers?: readonly Path[] | undefined;
  /** The check whose finding there tells it as well: shown where everything is asked for. */
  readonly toldBy?: string | undefined;
  /** Its place in the file, where that is known otherwise than by `path`. */
  readonly position?: TextPlace | undefined;
}
