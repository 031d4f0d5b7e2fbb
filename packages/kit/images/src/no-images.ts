import type { Problem } from "@kit/errors";
import type { OverlayText } from "./overlay-text.ts";

/**
 * An overlay that sets no image where some are to be set.
 *
 * @param names Of images, as the bases write them; at least one.
 */
export function noImages({ id, file }: Pick<OverlayText, "id" | "file">, names: readonly string[]): Problem {
  const [first, ...others] = names;
  const also = others.length === 0 ? "" : `, and so for ${others.join(", ")}`;
  return {
    code: "image-unknown",
    what: `${id} sets no image: its overlay has no images:`,
    where: file,
    next: `add images: with an entry \`- name: ${first}\` and its \`newTag\`${also}`,
  };
}
