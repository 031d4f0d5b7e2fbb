import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { hasEnded, identityPattern, ownIdentity, pidOf } from "./process-identity.ts";
import { undoAtEnd } from "./undo.ts";

const pause = 50;
/** How often a holder gives a sign. */
const beat = 5_000;
/** After this long without a sign, a holder that cannot be seen from here has ended. */
const silence = 60_000;

/**
 * Waits until no other process has the lock, and takes it. It is given back when it is disposed of, and however this
 * process ends; that of a process that was killed is taken over.
 *
 * @param file Where the lock is; its folder is made.
 * @param onWait Told once whom it waits for: the number of a process.
 * @throws What the file system throws where the file cannot be made.
 */
export async function takeLock(file: string, onWait: (pid: number) => void): Promise<Disposable> {
  mkdirSync(dirname(file), { recursive: true });
  const claim = `${ownIdentity()}-${randomBytes(4).toString("hex")}`;
  let isTold = false;
  while (!isClaimed(file, claim)) {
    const holder = textOf(file);
    if (isGone(file, holder)) takeAway(file, holder);
    else if (!isTold && holder !== "") {
      onWait(pidOf(holder));
      isTold = true;
    }
    await setTimeout(pause);
  }
  const heart = setInterval(() => giveSign(file), beat).unref();
  return undoAtEnd(() => {
    clearInterval(heart);
    if (textOf(file) === claim) rmSync(file, { force: true });
  });
}

function isClaimed(file: string, claim: string): boolean {
  try {
    writeFileSync(file, claim, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function isGone(file: string, holder: string): boolean {
  const identity = new RegExp(`^(${identityPattern.source})-`).exec(holder)?.[1];
  // Without one it is being written, or its writer was killed there. Of another machine only the signs are seen.
  return (identity === undefined ? undefined : hasEnded(identity)) ?? ageOf(file) > silence;
}

/** By one process at a time, so that nobody takes away what a third one has claimed meanwhile. */
function takeAway(file: string, holder: string): void {
  const guard = `${file}.taking`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    // It takes no time, so a guard that stays is of one that was killed just there.
    if (ageOf(guard) > beat) rmdirSync(guard);
    return;
  }
  if (textOf(file) === holder) rmSync(file, { force: true });
  rmdirSync(guard);
}

/** Empty where there is none, or where nobody may read it. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function ageOf(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? 0 : Date.now() - stat.mtimeMs;
}

function giveSign(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // It has been taken away, or the disk refuses: the lock is kept as long as this process is seen.
  }
}
