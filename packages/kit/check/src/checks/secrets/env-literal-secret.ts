import { isSecretEntry, secretIn, shownToBrowsers } from "@kit/leaks";
import type { Path } from "@kit/schema";
import { containerCheck } from "../../define-check.ts";

const fix = "move it to a Secret, read it with secretKeyRef (`secretEnv`), and change it where it was in use";

export const envLiteralSecret = containerCheck({
  id: "env-literal-secret",
  group: "secrets",
  severity: "error",
  title: "a variable or an argument has what looks like a secret as its value",
  needs: ["public"],
  run: ({ container, path }, report, { publicValues }) => {
    (container.env ?? []).forEach(({ name = "", value = "" }, index) => {
      const isPublic = shownToBrowsers(name) !== undefined;
      const what = secretIn(value, { isPublic, publicValues });
      const place: Path = [...path, "env", index, "value"];
      if (what !== undefined) report({ message: `the variable ${name} has ${what} as its value`, fix, path: place });
      else if (!isPublic && isSecretEntry(name, value, publicValues)) {
        report({ message: `the variable ${name} has the name of a secret, and a value`, fix, path: place });
      }
    });
    const program = container.command?.[0] ?? container.args?.[0] ?? "";
    for (const field of ["command", "args"] as const) {
      const texts = container[field] ?? [];
      texts.forEach((text, index) => {
        const place: Path = [...path, field, index];
        const what = secretIn(text, { publicValues }) ?? secretIn(`${program} ${text}`, { publicValues });
        const option = optionOf(text, texts[index - 1]);
        if (what !== undefined) report({ message: `an argument has ${what} in it`, fix, path: place });
        else if (option !== undefined && isSecretEntry(option.name, option.value, publicValues)) {
          report({ message: `the option ${option.name} has the name of a secret, and a value`, fix, path: place });
        }
      });
    }
  },
});

/** An option's name and value, in one argument or in two. */
function optionOf(text: string, before = ""): { readonly name: string; readonly value: string } | undefined {
  const [, name, value] = /^--?([a-z][\w.-]*)=(.*)$/is.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return { name, value };
  const [, last] = /^--?([a-z][\w.-]*)$/i.exec(before) ?? [];
  return last === undefined || text.startsWith("-") ? undefined : { name: last, value: text };
}
