/** A fenced block of a Markdown page. */
export interface CodeBlock {
  /** `sh`, `ts`, `diff`, … */
  readonly language: string;
  /** What follows the language: `cluster`. */
  readonly tag: string;
  readonly text: string;
  /** Where it begins, from 1. */
  readonly line: number;
}

/** The fenced blocks of a page, in order. */
export function codeBlocks(markdown: string): CodeBlock[] {
  return [...markdown.matchAll(/^```(\w+) ?(\w*)\n(.*?)^```$/gms)].map(([, language, tag, text], index, all) => ({
    language: language!,
    tag: tag!,
    text: text!,
    line: markdown.slice(0, all[index]!.index).split("\n").length,
  }));
}

/** The targets of a page's links and images, without those to other sites. */
export function localLinks(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```.*?^```$/gms, "").replaceAll(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!).filter((target) => !/^\w+:/.test(target));
}

/** The anchors of a page: of its headings, as GitHub names them, and those that it says itself. */
export function anchors(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```.*?^```$/gms, "");
  const headings = [...prose.matchAll(/^#+ (.*)$/gm)].map(([, text]) =>
    text!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
  return [...headings, ...[...prose.matchAll(/<a id="([\w-]+)">/g)].map(([, id]) => id!)];
}

/** The texts that a page shows as code, in blocks and in lines. */
export function codeIn(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```[^\n]*\n(.*?)^```$/gms)].map(([, text]) => text!);
  const spans = [...markdown.replaceAll(/^```.*?^```$/gms, "").matchAll(/`([^`\n]+)`/g)].map(([, text]) => text!);
  return [...blocks, ...spans];
}
