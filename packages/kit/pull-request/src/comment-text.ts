import { UserError } from "@kit/errors";

/** By what a text is known for a comment. */
export interface CommentForm {
  /** Its first line. */
  readonly marker: string;
  /** How many characters GitHub takes. */
  readonly limit: number;
}

/**
 * What a text asks for: the text of a comment, which begins with the marker, or undefined for no comment, where it is the
 * one line that says that nothing changes.
 *
 * Anything else is refused. Of a review that broke off nothing is left, and that does not mean that nothing changes.
 *
 * @param where Where the text comes from.
 * @throws UserError where the text is neither, or too long for a comment.
 */
export function readComment(text: string, { marker, limit }: CommentForm, where: string): string | undefined {
  const body = text.replaceAll("\r\n", "\n").trim();
  const next = "write it with `pnpm review --format markdown`";
  if (body.length > limit) {
    const what = `the comment has ${body.length} characters, and GitHub takes ${limit}`;
    throw new UserError({ code: "argument-value", what, where, next: `${next}, which is always short enough` });
  }
  if (body.startsWith(`${marker}\n`)) return body;
  if (/^nothing changes\b.*$/.test(body)) return undefined;
  const what = body === "" ? "there is no text for a comment" : `the text does not begin with ${marker}`;
  throw new UserError({ code: body === "" ? "argument-missing" : "argument-value", what, where, next });
}
