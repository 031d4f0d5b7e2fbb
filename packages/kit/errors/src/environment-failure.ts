import { forTerminalLines } from "@kit/text";

/** What can fail around the kit without anybody's input being wrong. */
export type EnvironmentFailureCode =
  | "component-died"
  | "component-silent"
  | "disk-full"
  | "file-vanished"
  | "github-denied"
  | "github-failed"
  | "github-rate-limit"
  | "github-read-only"
  | "kubectl-failed"
  | "no-temporary-directory"
  | "not-readable"
  | "not-writable"
  | "out-of-resources"
  | "output-failed"
  | "subprocess-failed";

/** The machine, not the input, stopped the work: short text, exit code 3. */
export class EnvironmentFailure extends Error {
  override readonly name = "EnvironmentFailure";
  readonly code: EnvironmentFailureCode;

  /** `next` says what to do about it. */
  constructor(code: EnvironmentFailureCode, what: string, next: string, options?: ErrorOptions) {
    super(forTerminalLines(`failure[${code}]: ${what}\n  to fix: ${next}`), options);
    this.code = code;
  }
}
