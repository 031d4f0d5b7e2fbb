/** What a machine has of a program that commands run. */
export interface Tool {
  readonly name: string;
  /** `made` is not there, and Go builds it when a command first needs it. */
  readonly state: "here" | "made" | "missing" | "unfit";
  /** Where there is one that says it. */
  readonly version?: string | undefined;
  /** The program, or where it comes from. */
  readonly where?: string | undefined;
  /** Of what is not here: what that costs, as a clause. */
  readonly costs?: string;
  /** Of what is missing or unfit: what to do. */
  readonly fix?: string;
}

/** A directory that is only there to save time, or for programs that Go has built. */
export interface Cache {
  readonly name: string;
  readonly path: string;
  /** Undefined where nobody could count. */
  readonly bytes: number | undefined;
}

/** Whether a command of the README cannot work. */
export function isLacking(tools: readonly Tool[]): boolean {
  return tools.some(({ state }) => state === "missing" || state === "unfit");
}
