import { lintSource } from "@secretlint/core";
import { creator as recommended } from "@secretlint/secretlint-rule-preset-recommend";
import { namedSecrets, secretShapes } from "@kit/errors";

/** A secret that stands in a text. It never has the value. */
export interface Leak {
  /** The text's path, as it was given. */
  readonly where: string;
  /** From 1. */
  readonly line: number;
  /** What it is: `a GitHub token`, or `a value named BETTER_AUTH_SECRET`. */
  readonly kind: string;
}

/**
 * The secrets that stand in texts: what has the shape of one, and drawn values whose name says that they are secret.
 * One for a line, in the order of the texts. No comment in a text excuses one.
 *
 * @param texts By path.
 */
export async function findLeaks(texts: Iterable<readonly [string, string]>): Promise<Leak[]> {
  const leaks: Leak[] = [];
  for (const [where, content] of texts) {
    const lineOf = lineCounter(content);
    const found = [
      ...shapedSecrets(content).map(({ at, kind }) => ({ line: lineOf(at), kind })),
      ...(await linted(where, content)),
      ...namedSecrets(content).map(({ at, name }) => ({ line: lineOf(at), kind: `a value named ${name}` })),
    ];
    // The first that knows it says what it is.
    const byLine = Map.groupBy(found, ({ line }) => line);
    const first = [...byLine.values()].map(([leak]) => ({ where, ...leak! }));
    leaks.push(...first.toSorted((one, other) => one.line - other.line));
  }
  return leaks;
}

/** What @secretlint knows beyond the shapes. */
async function linted(where: string, content: string): Promise<{ line: number; kind: string }[]> {
  const { messages } = await lintSource({
    source: { content, filePath: where, contentType: "text", ext: "" },
    options: { config, noPhysicFilePath: true, maskSecrets: true },
  });
  return messages.map(({ messageId, loc }) => ({ line: loc.start.line, kind: kinds[messageId] ?? messageId }));
}

function shapedSecrets(content: string): { at: number; kind: string }[] {
  return secretShapes.flatMap(({ kind, pattern }) =>
    [...content.matchAll(pattern)]
      .filter(([text]) => !placeholders.some((placeholder) => placeholder.test(text)))
      .map(({ index }) => ({ at: index, kind })),
  );
}

// What documentation and tests show in the place of a password or a key, and what is filled in later.
const placeholders = [
  /:\/\/[^\s/]*:(?:.{1,4}|pass(?:word)?|\*+|<[^>]*>|[$%{][^@]*)@$/i,
  /PRIVATE KEY(?: BLOCK)?-----\W*-----END /,
];

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

/** Tells the line of a place, from 1. */
function lineCounter(content: string): (at: number) => number {
  const ends = [...content.matchAll(/\n/g)].map(({ index }) => index);
  return (at) => {
    const next = ends.findIndex((end) => end >= at);
    return (next === -1 ? ends.length : next) + 1;
  };
}
