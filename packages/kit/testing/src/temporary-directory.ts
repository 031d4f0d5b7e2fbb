import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A directory that is removed at the end of its scope. */
export interface TestDirectory extends Disposable {
  readonly path: string;
  /** Writes files, making the directories that they need. */
  write(files: Readonly<Record<string, string>>): void;
}

/** Makes a directory of its own for one test. */
export function temporaryDirectory(files: Readonly<Record<string, string>> = {}): TestDirectory {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "manifests-test-")));
  const write = (more: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(more)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
  };
  write(files);
  return { path, write, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
