/** Something that has to be undone however this process ends. */
export interface Owed extends Disposable {
  /** It is done already, or nobody has to do it any more. */
  readonly forget: () => void;
}

const owed = new Set<() => void>();
let watches = false;

/**
 * Has something undone where this process ends before it is: by itself, by an error, or by a signal that a command
 * takes (`onSignals`). Disposing of it undoes it now. It is undone once.
 *
 * @param undo Runs while the process ends, so it cannot wait for anything.
 */
export function undoAtEnd(undo: () => void): Owed {
  // One listener, however much is owed.
  if (!watches) process.once("exit", undoAll);
  watches = true;
  owed.add(undo);
  const forget = (): void => void owed.delete(undo);
  return {
    forget,
    [Symbol.dispose]() {
      if (owed.delete(undo)) undo();
    },
  };
}

/** Undoes everything that is owed, the last first. What cannot be undone does not keep the rest from it. */
export function undoAll(): void {
  for (const undo of [...owed].toReversed()) {
    owed.delete(undo);
    try {
      undo();
    } catch {
      // The next run looks for what is left.
    }
  }
}
