import { exitCodes, UserError } from "@kit/errors";
import { formatChanges, planAssignments } from "@kit/images";
import { notice, print, defineCommand } from "../command.ts";
import { imageOverlays, serviceImages } from "@kit/repository";
import { showPromotionReview } from "../show-promotion-review.ts";
import { writeOverlay } from "@kit/repository";

const help = `Has an environment deploy other versions of images.

Usage: pnpm set-image <environment> <image>=<reference>...

  environment   Such as dev or shop/prod.
  image         As the base writes it, without a tag, such as shop-api.
  reference     A tag, a digest, or both, alone or behind a repository:
                1.2.3, sha256:…, 1.2.3@sha256:…, registry.example.com/web:1.2.3
  --all         Fold nothing in the review of what comes of it.
  --dry-run     Say what would change, and write nothing.
  -h, --help    Show this.

Changes overlays/<environment>/kustomization.yaml in place: comments, order,
quotes and Flux markers stay. Nothing is written when anything is refused;
docs/promotion.md says what is. Shows the review of what comes of it, which
needs kustomize. Afterwards run \`pnpm build\`.

Exit codes: 0 set, 2 the input is wrong, 3 the machine failed, 70 a bug.
`;

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
      allowLatest: overlay!.environment.environment === "development",
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
