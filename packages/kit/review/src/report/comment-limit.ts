/** The first line of a review's comment on a pull request, by which it is found again, to be edited in place. */
export const commentMarker = "<!-- manifests review -->";

/** GitHub takes no more characters in a comment. */
export const commentLimit = 65_536;

/** The first step whose text a comment has room for; the last where none has. */
export function firstThatFits<Step>(steps: readonly Step[], format: (step: Step) => string): string {
  const texts = steps.values().map(format);
  return texts.find((text) => text.length <= commentLimit) ?? format(steps.at(-1)!);
}
