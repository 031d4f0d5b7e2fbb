import { argumentError } from "@kit/errors";

/** The options of `pnpm review`. */
export interface ReviewOptions {
  readonly all?: boolean | undefined;
  readonly context?: string | undefined;
  readonly envs?: boolean | undefined;
  readonly "fail-on"?: string | undefined;
  readonly live?: boolean | undefined;
  readonly rehearse?: boolean | undefined;
  readonly render?: boolean | undefined;
  readonly yes?: boolean | undefined;
}

/**
 * Refuses options that mean nothing together.
 *
 * @throws UserError with what to leave out.
 */
export function requireMode({ context, envs, live, rehearse, render, ...options }: ReviewOptions): void {
  const modes = Object.entries({ "--envs": envs, "--live": live, "--rehearse": rehearse, "--render": render }).flatMap(
    ([name, is]) => (is === true ? [name] : []),
  );
  if (modes.length > 1) throw argumentError(`${modes.join(" and ")} cannot be given together`, "write one of them");
  if (context !== undefined && live !== true) {
    throw argumentError("--context is for --live", "write `pnpm review --live <environment> --context NAME`");
  }
  if (envs === true && options["fail-on"] !== undefined) {
    const what = "--fail-on is not for --envs: its classes say what a change in time may do";
    throw argumentError(what, "leave it out; with --json, `unexpected` counts what nobody says");
  }
}
