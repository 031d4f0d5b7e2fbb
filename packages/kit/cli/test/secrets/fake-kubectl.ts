import { chmodSync } from "node:fs";
import { temporaryDirectory, type TestDirectory } from "@kit/testing";

/**
 * A directory with a kubectl for PATH, which the shell runs. It notes its arguments and those of its parent, and has three
 * contexts: minikube, the current one, kind and production.
 */
export function fakeKubectl(script: string): TestDirectory {
  const directory = temporaryDirectory({
    "bin/kubectl": `#!/bin/sh
printf '%s\\n' "$*" >> "$0.arguments"
tr '\\0' ' ' < "/proc/$PPID/cmdline" >> "$0.parent"
env >> "$0.environment"
case "$1 $2" in
  "config current-context") echo minikube; exit ;;
  "config get-contexts") printf 'minikube\\nkind\\nproduction\\n'; exit ;;
  "config view") case "$*" in *production*) echo https://prod.example.com ;; *) echo https://127.0.0.1:6443 ;; esac; exit ;;
esac
${script}
`,
  });
  chmodSync(`${directory.path}/bin/kubectl`, 0o755);
  return directory;
}

/** Takes what it is given, as an API server would. */
export const obedient = `cat > /dev/null; echo "secret/app-secret serverside-applied"`;
/** Fails, and says all that it was given. */
export const talkative = `cat >&2; echo "error: that was too much" >&2; exit 1`;
