import type { Mark } from "../refusal.ts";
import type { Style } from "../scan/token.ts";

/** A node of a document. The tag is that which is written, with its handle resolved; empty where there is none. */
export interface YamlNode {
  kind: "scalar" | "map" | "list" | "alias";
  tag: string;
  /** A scalar's text, an alias's name. */
  value: string;
  readonly style: Style;
  /** Whether what it is may follow from its text. */
  readonly implicit: boolean;
  readonly mark: Mark;
  /** A list's entries; a map's keys and values in turn. */
  children: YamlNode[];
  /** What an alias stands for. */
  readonly target: YamlNode | undefined;
}
