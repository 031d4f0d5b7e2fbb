import type { Problem } from "@kit/errors";
import { settingOf } from "./image-settings.ts";
import type { OverlayText } from "./overlay-text.ts";

interface Changed {
  readonly name: string;
  /** The kustomization with the entry that changes. */
  readonly file: string;
}

/**
 * What stands against a change in a folder that overlays share: other environments have the image from there too, and are not
 * meant. Those with an entry of their own for it do not mind.
 *
 * @param ids The environments that are meant.
 */
export function usedElsewhere(
  { id, file: own, sharedWith = () => [] }: Pick<OverlayText, "id" | "file" | "sharedWith">,
  change: Changed,
  ids: readonly string[],
): Problem | undefined {
  const { name, file } = change;
  if (file === own) return undefined;
  const others = sharedWith(file)
    .filter((other) => !ids.includes(other.id) && isFrom(other, change))
    .map((other) => other.id);
  if (others.length === 0) return undefined;
  const all = [id, ...ids.filter((one) => one !== id), ...others];
  return {
    code: "image-entry",
    what: `${id} has ${name} from ${file}, and so ${others.length === 1 ? "does" : "do"} ${others.join(", ")}`,
    where: file,
    next: `name ${all.join(" ")} together; or write an entry for it in \`images:\` of ${own}`,
  };
}

/** Where it cannot be told, it is. */
function isFrom(overlay: OverlayText, { name, file }: Changed): boolean {
  const setting = settingOf(overlay, name);
  return setting !== undefined && ("code" in setting || setting.file === file);
}
