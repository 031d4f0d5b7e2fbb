import { forHtml } from "@kit/text";

/** Text that is HTML. Only `markup` makes it of values, so that none gets into a page unescaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | undefined | readonly Part[];

/** HTML with values in it: every text is escaped, also for an attribute in double quotes. Undefined is nothing. */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, index) => `${index === 0 ? "" : textOf(parts[index - 1])}${text}`).join(""));
}

function textOf(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Html) return part.text;
  return typeof part === "object" ? part.map(textOf).join("") : forHtml(String(part));
}
