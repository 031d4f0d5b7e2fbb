import { exitCodes } from "@kit/errors";

const exit = process.exit.bind(process);
const reallyExit = (process as unknown as { reallyExit: (code: number) => never }).reallyExit.bind(process);
const emit = process.emit.bind(process) as (event: string | symbol, ...args: unknown[]) => boolean;

let decided: number | undefined;

/** Ends this process with an exit code that nobody can change any more. What is owed at the end is done. */
export function endProcess(code: number): never {
  decided ??= code;
  process.exitCode = decided;
  return exit(decided);
}

/**
 * Takes the end of this process for the command: packages run in it, and one that ends it would else have the command
 * succeed without having done anything.
 *
 * @param onEnded Told how somebody else ends it, with the place in its stack; returns the exit code.
 */
export function ownTheEnd(onEnded: (how: string, stack: string) => number): void {
  const ended = (how: string) => (): never => {
    if (decided !== undefined) return reallyExit(decided);
    decided = exitCodes.bug;
    return endWith(onEnded(how, new Error(how).stack ?? ""));
  };
  set("exit", ended("process.exit"));
  set("abort", ended("process.abort"));
  set("execve", ended("process.execve"));
  set("reallyExit", ended("process.reallyExit"));
  set("emit", (event: string | symbol, ...args: unknown[]): boolean => {
    if (event === "exit" && decided === undefined) ended("nothing is left to do")();
    return emit(event, ...args);
  });
}

function endWith(code: number): never {
  decided = code;
  return endProcess(code);
}

function set(name: string, value: unknown): void {
  Object.defineProperty(process, name, { value, writable: false, configurable: false, enumerable: true });
}
