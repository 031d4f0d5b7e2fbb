import { forTerminalLines } from "@kit/text";
import { hasMark } from "./mark.ts";

const mark: unique symbol = Symbol.for("typed-manifests/EnvironmentFailure");

/** What can fail around the kit without anybody's input being wrong. */
export type EnvironmentFailureCode =
  | "component-died"
  | "component-silent"
  | "disk-full"
  | "file-vanished"
  | "git-missing"
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
  /** A helper's may be of another copy of this class than the command's. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasMark(value, mark);
  }

  readonly [mark] = true;
  override readonly name = "EnvironmentFailure";
  readonly code: EnvironmentFailureCode;

  /** `next` says what to do about it. */
  constructor(code: EnvironmentFailureCode, what: string, next: string, options?: ErrorOptions) {
    super(forTerminalLines(`failure[${code}]: ${what}\n  to fix: ${next}`), options);
    this.code = code;
  }
}
