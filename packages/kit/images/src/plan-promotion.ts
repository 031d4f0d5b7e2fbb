import { isLatest } from "@kit/model";
import type { Problem } from "@kit/errors";
import { compareImageVersions } from "./compare-tags.ts";
import { settingOf, type ImageSetting } from "./image-settings.ts";
import { applyChanges, type ImageChange, type ImagePlan, type Together } from "./plan.ts";
import type { OverlayText } from "./overlay-text.ts";
import { formatReference, formatVersion } from "./reference.ts";
import { selectImages, type ServiceImages } from "./select-images.ts";
import type { TagRule } from "./tag-rule.ts";

export interface PromotionOptions {
  readonly from: OverlayText;
  readonly to: OverlayText;
  /** Services and images. None: every image of both. */
  readonly named: readonly string[];
  readonly services: ServiceImages;
  /** What the policy of the environment asks of references. */
  readonly rule: TagRule | undefined;
  readonly allowDowngrade: boolean;
  /** Default: `to` alone. */
  readonly together?: Together;
}

/** Has one overlay deploy the tags or digests of another one. What an image is deployed from stays each overlay's own. */
export function planPromotion({
  from,
  to,
  named,
  services,
  rule,
  allowDowngrade,
  together,
}: PromotionOptions): ImagePlan {
  const { names, problems } = selectImages(named, services, from, to);
  const changes = names.flatMap((name): ImageChange[] => {
    const [source, target] = [from, to].map((overlay) => settingOf(overlay, name));
    const found = [source, target].filter((one) => one !== undefined);
    problems.push(...found.filter((one) => "code" in one));
    if (source === undefined || target === undefined || "code" in source || "code" in target) return [];
    const { tag, digest } = source.before;
    const { before, entry, file } = target;
    const after = { repository: before.repository, tag, digest };
    return [{ name, file, index: entry.index, before, after, policy: entry.policy }];
  });
  const allowed = changes.filter((change) => {
    const problem = refusal(change, from, to, allowDowngrade);
    if (problem !== undefined) problems.push(problem);
    return problem === undefined;
  });
  const plan = applyChanges(to, allowed, rule, together);
  return { ...plan, problems: [...problems, ...plan.problems] };
}

function refusal(
  { name, before, after }: ImageChange,
  from: OverlayText,
  to: OverlayText,
  allowDowngrade: boolean,
): Problem | undefined {
  if (isLatest(after)) {
    const source = settingOf(from, name) as ImageSetting;
    return {
      code: "image-reference",
      what: `${from.id} deploys ${formatReference(source.before)}, which may be a different image tomorrow`,
      where: from.file,
      next: `pin what was tried there: \`pnpm set-image ${from.id} ${name}=<version>\``,
    };
  }
  if (allowDowngrade || !((compareImageVersions(after, before) ?? 0) < 0)) return undefined;
  return {
    code: "image-downgrade",
    what: `${name} would go back from ${formatVersion(before)} to ${formatVersion(after)}`,
    where: to.file,
    next: "add --allow-downgrade where that is meant, or leave it out by naming the others",
  };
}
