import { run } from "@kit/programs";
import { pinOf } from "./pins.ts";
import type { ProgramName } from "./programs.ts";

// Older ones lack what the API server or the stages of the pinned kwok need.
const oldest = { etcd: [3, 5], kwok: [0, 7] } as const;
// A program of the name that does something else might never end.
const probeMilliseconds = 10_000;

/** The version that a program says it has, such as `1.31.4`, or undefined where it says none. */
export async function probeVersion(file: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const { stdout } = await run(file, ["--version"], { env, timeout: probeMilliseconds });
  return /(?:^|[^\d.])v?(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
}

/** Whether the system can run a file, whatever it then says: half a program, or one for another machine, it cannot. */
export async function startsAtAll(file: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const { exitCode } = await run(file, ["--version"], { env, timeout: probeMilliseconds });
  return exitCode !== -1;
}

/**
 * Whether this version will do: of Kubernetes' programs the pinned minor version, so that every machine gets the same
 * answers, of etcd and kwok any that is not too old.
 */
export function isAccepted(name: ProgramName, version: string): boolean {
  const [major, minor] = numbersOf(version);
  if (name !== "etcd" && name !== "kwok") {
    const [pinnedMajor, pinnedMinor] = numbersOf(pinOf(name).version);
    return major === pinnedMajor && minor === pinnedMinor;
  }
  const [oldestMajor, oldestMinor] = oldest[name];
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** `kube-apiserver 1.31`, `etcd 3.5 or newer`: what would do, as messages say it. */
export function describeAccepted(name: ProgramName): string {
  if (name === "etcd" || name === "kwok") return `${name} ${oldest[name].join(".")} or newer`;
  return `${name} ${numbersOf(pinOf(name).version).join(".")}`;
}

function numbersOf(version: string): [major: number, minor: number] {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return [major, minor];
}
