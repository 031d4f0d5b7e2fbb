import { lintSource } from "@secretlint/core";
import { creator as recommended } from "@secretlint/secretlint-rule-preset-recommend";
import { isPlaceholder } from "../values.ts";
import { publicRanges } from "../public-ranges.ts";
import { findPem } from "../pem.ts";
import { Steps } from "../steps.ts";

/** What @secretlint knows beyond our own kinds, with its line. */
export async function linted(
  where: string,
  content: string,
  publicValues: readonly string[],
): Promise<{ line: number; kind: string }[]> {
  const { messages } = await lintSource({
    source: { content: withoutPublic(content, publicValues), filePath: where, contentType: "text", ext: "" },
    options: { config, noPhysicFilePath: true, maskSecrets: true },
  });
  return messages
    .filter(({ range }) => !isExample(content.slice(...range)))
    .map(({ messageId, loc }) => ({ line: loc.start.line, kind: kinds[messageId] ?? messageId }));
}

/** Blanks, line by line, in the place of what is for everybody. */
function withoutPublic(content: string, publicValues: readonly string[]): string {
  const steps = new Steps();
  const parts = [...findPem(content, steps).public, ...publicRanges(content, publicValues, steps)];
  let text = "";
  let from = 0;
  for (const { at, end } of parts.toSorted((one, other) => one.at - other.at)) {
    if (at < from) continue;
    text += content.slice(from, at) + content.slice(at, end).replaceAll(/[^\n]/g, " ");
    from = end;
  }
  return text + content.slice(from);
}

function isExample(found: string): boolean {
  const password = /:\/\/[^\s/:]*:([^@]*)@/.exec(found)?.[1];
  return found.includes("EXAMPLE") || (password !== undefined && isPlaceholder(password));
}

const kinds: Readonly<Record<string, string>> = { BasicAuth: "a URL with a password" };

const config = {
  rules: [
    {
      id: "@secretlint/secretlint-rule-preset-recommend",
      rule: recommended,
      rules: [
        // A comment in a file would excuse what stands there.
        { id: "@secretlint/secretlint-rule-filter-comments", disabled: true },
        {
          id: "@secretlint/secretlint-rule-database-connection-string",
          options: { allows: ["/\\/\\/user:pass(word)?@/i", "/:\\*\\*\\*@/"] },
        },
      ],
    },
  ],
};
