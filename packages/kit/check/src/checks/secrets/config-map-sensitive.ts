import { isSecretEntry, mayBeSecret, secretIn, shownToBrowsers } from "@kit/leaks";
import { environmentCheck } from "../../define-check.ts";
import { secretNamesOf } from "../../secret-readers.ts";

export const configMapSensitive = environmentCheck({
  id: "config-map-sensitive",
  group: "secrets",
  severity: "error",
  title: "a ConfigMap holds what looks like a secret",
  needs: ["objects", "secrets", "public"],
  run: (environment, report) => {
    const promised = secretNamesOf(environment);
    for (const configMap of environment.of("ConfigMap")) {
      const { data = {}, binaryData = {} } = configMap.data;
      const judge = (field: "data" | "binaryData", key: string, value: string): void => {
        const why = reasonFor(key, field === "data" ? value : undefined, promised, environment.publicValues);
        if (why === undefined) return;
        report(configMap, {
          message: `the key ${key} ${why}, and a ConfigMap is not kept secret`,
          fix: "move it to a Secret, add it to the contract (`defineSecret`), and change it where it was in use",
          path: [field, key],
        });
      };
      for (const [key, value] of Object.entries(data)) judge("data", key, String(value));
      for (const [key, value] of Object.entries(binaryData)) judge("binaryData", key, String(value));
    }
  },
});

function reasonFor(
  key: string,
  value: string | undefined,
  promised: ReadonlyMap<string, string>,
  publicValues: readonly string[] | undefined,
): string | undefined {
  const shown = shownToBrowsers(key);
  const what = value === undefined ? undefined : secretIn(value, { isPublic: shown !== undefined, publicValues });
  if (what !== undefined) return `holds ${what}`;
  if (value !== undefined && !mayBeSecret(value)) return undefined;
  const secret = promised.get(key);
  if (secret !== undefined) return `belongs to the Secret ${secret}`;
  // What browsers are given under such a name, a map's token say, is mostly meant for them.
  return shown === undefined && isSecretEntry(key, value ?? unread, publicValues)
    ? "has the name of a secret"
    : undefined;
}

/** Stands for bytes, which nobody reads here. */
const unread = "bytes";
