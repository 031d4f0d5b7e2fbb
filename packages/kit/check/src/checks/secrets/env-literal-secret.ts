import { isSecretEntry, secretIn, shownToBrowsers } from "@kit/leaks";
import type { Path } from "@kit/schema";
import { containerCheck } from "../../define-check.ts";

const mend = "move it to a Secret, read it with secretKeyRef (`secretEnv`), and change it where it was in use";

export const envLiteralSecret = containerCheck({
  id: "env-literal-secret",
  group: "secrets",
  severity: "error",
  title: "a variable or an argument has what looks like a secret as its value",
  run: ({ container, path, pod }, report) => {
    const { publicValues } = pod.object.environment;
    (container.env ?? []).forEach(({ name = "", value = "" }, index) => {
      const isPublic = shownToBrowsers(name) !== undefined;
      const what = secretIn(value, { isPublic, publicValues });
      const place: Path = [...path, "env", index, "value"];
      if (what !== undefined) report({ message: `the variable ${name} has ${what} as its value`, mend, path: place });
      else if (!isPublic && isSecretEntry(name, value, publicValues)) {
        report({ message: `the variable ${name} has the name of a secret, and a value`, mend, path: place });
      }
    });
    for (const field of ["command", "args"] as const) {
      (container[field] ?? []).forEach((text, index) => {
        const what = secretIn(text, { publicValues });
        if (what === undefined) return;
        report({ message: `an argument has ${what} in it`, mend, path: [...path, field, index] });
      });
    }
  },
});
