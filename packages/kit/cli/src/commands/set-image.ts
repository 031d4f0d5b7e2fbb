import { exitCodes, UserError } from "@kit/errors";
import { formatChanges, planAssignments } from "@kit/images";
import { notice, print, defineCommand } from "../command.ts";
import { isAsProduction } from "@kit/model";
import { imageOverlays, serviceImages } from "@kit/repository";
import { showPromotionReview } from "../show-promotion-review.ts";
import { writeOverlay } from "@kit/repository";
import { help } from "../help/set-image.ts";

export default defineCommand({
  help,
  positionals: true,
  options: { all: { type: "boolean" }, "dry-run": { type: "boolean" } },
  async run({ root, positionals: [id, ...assignments], values }) {
    if (id === undefined || assignments.length === 0) throw missing(id);
    const [overlay] = await imageOverlays(root, [id]);
    const { changes, text, problems } = planAssignments({
      overlay: overlay!,
      assignments,
      services: serviceImages(overlay!.system),
      rule: overlay!.rule,
      allowLatest: !isAsProduction(overlay!.environment),
    });
    UserError.throwIfAny(problems);
    const isDry = values["dry-run"] === true;
    if (!isDry) await writeOverlay(root, overlay!, text);
    const isNothing = text === overlay!.text;
    print(
      `${id} ${isNothing ? "deploys already" : isDry ? "would deploy" : "is to deploy"}:\n${formatChanges(changes)}`,
    );
    if (!isNothing) await showPromotionReview(root, { ...overlay!, text, changes, all: values.all === true });
    if (!isNothing && !isDry) notice("now run `pnpm build`, and commit overlays/ with generated/\n");
    return exitCodes.ok;
  },
});

function missing(id: string | undefined): UserError {
  return new UserError({
    code: "argument-missing",
    what: id === undefined ? "no environment is named" : `no image of ${id} is named`,
    where: "the command's arguments",
    next: "write `pnpm set-image <environment> <image>=<reference>`, such as `pnpm set-image dev shop-api=1.2.3`",
  });
}
