import type { Mark } from "../refusal.ts";

/** What a token is. As numbers: there are a dozen to a line. */
export const kinds = {
  streamStart: 0,
  streamEnd: 1,
  versionDirective: 2,
  tagDirective: 3,
  documentStart: 4,
  documentEnd: 5,
  blockSequenceStart: 6,
  blockMappingStart: 7,
  blockEnd: 8,
  flowSequenceStart: 9,
  flowSequenceEnd: 10,
  flowMappingStart: 11,
  flowMappingEnd: 12,
  blockEntry: 13,
  flowEntry: 14,
  key: 15,
  value: 16,
  alias: 17,
  anchor: 18,
  tag: 19,
  scalar: 20,
} as const;

export type Kind = (typeof kinds)[keyof typeof kinds];

/** How a scalar is written. */
export const styles = { plain: 0, single: 1, double: 2, literal: 3, folded: 4 } as const;

export type Style = (typeof styles)[keyof typeof styles];

export class Token implements Mark {
  readonly kind: Kind;
  readonly index: number;
  readonly line: number;
  readonly column: number;
  /** A scalar's text, an anchor's or alias's name, a tag's handle, a directive's handle or version. */
  readonly value: string;
  /** A tag's suffix, a directive's prefix. */
  readonly suffix: string;
  readonly style: Style;

  constructor(kind: Kind, { index, line, column }: Mark, value = "", suffix = "", style: Style = styles.plain) {
    this.kind = kind;
    this.index = index;
    this.line = line;
    this.column = column;
    this.value = value;
    this.suffix = suffix;
    this.style = style;
  }
}
