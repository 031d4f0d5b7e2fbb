import { shownToBrowsers } from "@kit/leaks";
import { configReferences, type ConfigReference } from "../../config-references.ts";
import { environmentCheck } from "../../define-check.ts";
import { knownSecrets } from "../../known-secrets.ts";
import { secretNamesOf } from "../../secret-readers.ts";
import type { EnvironmentView, PodView } from "../../view/index.ts";

export const secretInBrowser = environmentCheck({
  id: "secret-in-browser",
  group: "secrets",
  severity: "error",
  title: "a secret is in a variable that its framework writes into what browsers load",
  needs: ["objects", "secrets"],
  run: (environment, report) => {
    const promised = secretNamesOf(environment);
    for (const pod of environment.pods) {
      for (const reference of configReferences(pod)) {
        for (const { variable, key } of variablesOf(pod, reference, environment)) {
          const shown = shownToBrowsers(variable);
          if (shown === undefined) continue;
          // A ConfigMap's value is a secret where a contract has one of that name.
          const isSecret =
            reference.kind === "Secret" || [variable, shown.rest, key].some((name) => promised.has(name));
          if (!isSecret) continue;
          const what = key === everyKey ? "every key" : `the key ${key}`;
          report(pod.object, {
            message: `${variable} reads ${what} of the ${reference.kind} ${reference.name}, and ${shown.framework} writes such variables into the files that browsers load`,
            fix: "read it on a server under another name, and change the secret if it was ever built in",
            path: reference.path,
          });
        }
      }
    }
  },
});

/** Stands for the keys of a Secret that nobody describes. */
const everyKey = "*";

/** The variables that get values by a reference, each with its key. */
function variablesOf(
  { namespace }: PodView,
  { kind, name, key, variable, prefix }: ConfigReference,
  environment: EnvironmentView<"objects" | "secrets">,
): { variable: string; key: string }[] {
  if (variable !== undefined && key !== undefined) return [{ variable, key }];
  if (prefix === undefined) return [];
  const keys =
    kind === "Secret"
      ? knownSecrets(environment).find(namespace, name)?.keys
      : Object.keys(environment.find("ConfigMap", namespace, name)?.data.data ?? {});
  // Whatever keys it has, they all get the prefix.
  const known = keys ?? (prefix === "" ? [] : [everyKey]);
  return [...known].map((one) => ({ variable: `${prefix}${one}`, key: one }));
}
