import { mapOf, textOf } from "@kit/kube";

/** A comment that tells Flux's image automation which value to write. */
export interface FluxMarker {
  /** From 1. */
  readonly line: number;
  /** The comment without its `#`. */
  readonly comment: string;
  /** What it names, such as `flux-system:web:tag`; undefined where it is not JSON. */
  readonly setter: string | undefined;
  /** The field of the value that it stands behind: `newTag`; of an item of a list `""`. Undefined where it stands alone. */
  readonly field: string | undefined;
}

/** Flux's image markers in a file: https://fluxcd.io/flux/guides/image-update/#configure-image-update-for-custom-resources */
export function markersIn(text: string): FluxMarker[] {
  if (!text.includes("$imagepolicy")) return [];
  return text.split("\n").flatMap((line, index): FluxMarker[] => {
    const [matched, before = "", comment = ""] = withComment.exec(line) ?? [];
    if (matched === undefined) return [];
    const [value, field = ""] = withValue.exec(before) ?? [];
    return [{ line: index + 1, comment, setter: setterIn(comment), field: value === undefined ? undefined : field }];
  });
}

const withComment = /^(.*?)(?:^|\s)#\s*([^#]*\$imagepolicy.*?)\s*$/;
/** `newTag: "1.0"`, `- image: web:1.0`, `- "1.0"`. */
const withValue = /^\s*(?:-\s+)*(?:"?([\w./-]+)"?:\s+)?(?!-|\S+:(?:\s|$))\S+.*$/;

function setterIn(comment: string): string | undefined {
  try {
    return textOf(mapOf(JSON.parse(comment))["$imagepolicy"]);
  } catch {
    return undefined;
  }
}
