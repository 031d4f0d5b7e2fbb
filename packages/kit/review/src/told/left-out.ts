import { classes } from "../judge/classes.ts";
import type { Story } from "./story.ts";

/** `190 more: 10 caution (image-major), 180 routine (image-tag)`: the objects of stories that are not told. */
export function leftOutText(stories: readonly Story[]): string {
  const count = stories.reduce((sum, { members }) => sum + members.length, 0);
  const parts = classes.flatMap((own) => {
    const those = stories.filter((story) => story.class === own);
    if (those.length === 0) return [];
    const rules = [
      ...new Set(
        those.flatMap(({ change }) => change.findings.filter((one) => one.class === own).map(({ risk }) => risk)),
      ),
    ];
    const sum = those.reduce((all, { members }) => all + members.length, 0);
    return [`${sum} ${own}${rules.length === 0 ? "" : ` (${rulesText(rules)})`}`];
  });
  return `${count} more: ${parts.join(", ")}`;
}

/** More rules are counted. */
const mostRules = 5;

function rulesText(rules: readonly string[]): string {
  const isMany = rules.length > mostRules + 1;
  const shown = isMany ? [...rules.slice(0, mostRules), `${rules.length - mostRules} more rules`] : rules;
  return shown.join(", ");
}
