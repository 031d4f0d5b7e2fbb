import { isLatest } from "@kit/model";
import { argumentProblem, didYouMean, type Problem } from "@kit/errors";
import { settableNames, settingOf } from "./image-settings.ts";
import { noImages } from "./no-images.ts";
import { parseAssignment, type ImageAssignment } from "./parse-assignment.ts";
import { applyChanges, type ImageChange, type ImagePlan, type Together } from "./plan.ts";
import type { OverlayText } from "./overlay-text.ts";
import { formatReference } from "./reference.ts";
import type { ServiceImages } from "./select-images.ts";
import type { TagRule } from "./tag-rule.ts";

export interface AssignmentOptions {
  readonly overlay: OverlayText;
  /** `<name>=<reference>`, at least one. */
  readonly assignments: readonly string[];
  /** For messages: a service's name may be written where its image's is meant. */
  readonly services: ServiceImages;
  /** What the policy of the environment asks of references. */
  readonly rule: TagRule | undefined;
  /** Whether an image may be one that differs tomorrow. */
  readonly allowLatest: boolean;
  /** Default: the overlay alone. */
  readonly together?: Together;
}

/** Has an overlay deploy the references that arguments name. */
export function planAssignments({
  overlay,
  assignments,
  services,
  rule,
  allowLatest,
  together,
}: AssignmentOptions): ImagePlan {
  const parsed = assignments.map(parseAssignment);
  const problems: Problem[] = [];
  const valid = parsed.filter((one) => !("code" in one)) as ImageAssignment[];
  const changes = valid.flatMap((assignment): ImageChange[] => {
    const setting = settingOf(overlay, assignment.name) ?? unknownImage(overlay, assignment.name, services);
    if ("code" in setting) {
      problems.push(setting);
      return [];
    }
    const { name, file, entry, before } = setting;
    const { tag, digest, repository = before.repository } = assignment;
    const after = { repository, tag, digest };
    if (isLatest(after) && !allowLatest) problems.push(latest(overlay, formatReference(after), name));
    return [{ name, file, index: entry.index, before, after, policy: entry.policy }];
  });
  const plan = applyChanges(overlay, changes, rule, together);
  const wrong = [...parsed.filter((one) => "code" in one), ...repeated(changes.map(({ name }) => name))];
  return { ...plan, problems: [...wrong, ...problems, ...plan.problems] };
}

function repeated(names: readonly string[]): Problem[] {
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  return twice.map((name) => argumentProblem(`${name} is set more than once`, "write one reference for each image"));
}

function unknownImage(overlay: OverlayText, name: string, services: ServiceImages): Problem {
  const { id, file } = overlay;
  const images = settableNames(overlay);
  const own = services.get(name);
  if (images.length === 0) return noImages(overlay, own ?? [name]);
  const hint =
    own === undefined ? didYouMean(name, images) : `. ${name} is a service, and its image is ${own.join(", ")}`;
  return {
    code: "image-unknown",
    what: `${id} does not set an image called ${JSON.stringify(name)}: there is no such entry in its images:`,
    where: file,
    next: `the images are: ${images.join(", ")}${hint}`,
  };
}

function latest({ id, file }: OverlayText, reference: string, name: string): Problem {
  return {
    code: "image-reference",
    what: `${id} cannot deploy ${reference}: it may be a different image tomorrow, and ${id} is as production`,
    where: file,
    next: `name a version: ${name}=1.2.3`,
  };
}
