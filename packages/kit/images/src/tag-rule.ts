import type { Problem } from "@kit/errors";
import { labelFault, type ImageReference } from "@kit/model";
import { formatReference } from "./reference.ts";

/** That the tags of some images are the version labels of what runs them, as a policy asks. */
export interface TagRule {
  /** As the bases write them. */
  readonly images: readonly string[];
  /** Who asks it, for messages: `the rule pack versionFromTag of packages/shop/environments/src/policy.ts:5`. */
  readonly by: string;
}

/** What stands against a reference that such a label cannot follow; undefined where nothing does. */
export function againstRule(
  { id, file }: { readonly id: string; readonly file: string },
  { name, after }: { readonly name: string; readonly after: ImageReference },
  rule: TagRule | undefined,
): Problem | undefined {
  if (rule?.images.includes(name) !== true) return undefined;
  const fault = labelFault(after);
  if (fault === undefined) return undefined;
  return {
    code: "image-reference",
    what: `${id} cannot deploy ${formatReference(after)}: it ${fault.what}, and ${fault.why}; ${rule.by} wants its tag as the version label`,
    where: file,
    next: `give it one colon, no digest and no registry port: ${fault.write}`,
  };
}
