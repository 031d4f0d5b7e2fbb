import { exitCodes, UserError } from "@kit/errors";
import { formatChanges, planPromotion } from "@kit/images";
import { notice, print, defineCommand } from "../command.ts";
import { imageOverlays, serviceImages, type ImageOverlay } from "@kit/repository";
import { showPromotionReview } from "../show-promotion-review.ts";
import { uncommitted } from "@kit/repository";
import { writeOverlay } from "@kit/repository";
import { help } from "../help/promote.ts";

export default defineCommand({
  help,
  positionals: true,
  options: { all: { type: "boolean" }, "allow-downgrade": { type: "boolean" }, "dry-run": { type: "boolean" } },
  async run({ root, positionals: [from, to, ...named], values }) {
    const [source, target] = await bothOverlays(root, from, to);
    const plan = planPromotion({
      from: source,
      to: target,
      named,
      services: serviceImages(target.system),
      rule: target.rule,
      allowDowngrade: values["allow-downgrade"] === true,
    });
    const why = "a promotion takes what runs, and its change is to stand alone";
    UserError.throwIfAny([...(await uncommitted(root, [source.file, target.file], why)), ...plan.problems]);
    const isDry = values["dry-run"] === true;
    if (!isDry) await writeOverlay(root, target, plan.text);
    const isNothing = plan.text === target.text;
    const done = isNothing ? "deploys already what" : isDry ? "would deploy what" : "is to deploy what";
    print(`${target.id} ${done} ${source.id} does:\n${formatChanges(plan.changes)}`);
    if (!isNothing)
      await showPromotionReview(root, { ...target, text: plan.text, changes: plan.changes, all: values.all === true });
    if (!isNothing && !isDry) notice("now run `pnpm build`, and commit overlays/ with generated/\n");
    return exitCodes.ok;
  },
});

async function bothOverlays(
  root: string,
  from: string | undefined,
  to: string | undefined,
): Promise<[ImageOverlay, ImageOverlay]> {
  const example = "write `pnpm promote <from> <to>`, such as `pnpm promote dev prod`";
  if (from === undefined || to === undefined) {
    throw wrong(
      "argument-missing",
      `${from === undefined ? "no environment is" : "only one environment is"} named`,
      example,
    );
  }
  if (from === to) throw wrong("argument-value", `${from} cannot be promoted to itself`, example);
  const [source, target] = (await imageOverlays(root, [from, to])) as [ImageOverlay, ImageOverlay];
  if (source.system === target.system) return [source, target];
  const others = target.system.environments.flatMap(({ id }) => (id === to ? [] : [id]));
  throw wrong(
    "argument-value",
    `${from} is of the system ${source.system.name}, and ${to} of ${target.system.name}: their images are not the same`,
    others.length === 0
      ? `${to} is the only environment of its system`
      : `to ${to} promote from ${others.join(" or ")}`,
  );
}

function wrong(code: "argument-missing" | "argument-value", what: string, next: string): UserError {
  return new UserError({ code, what, where: "the command's arguments", next });
}
