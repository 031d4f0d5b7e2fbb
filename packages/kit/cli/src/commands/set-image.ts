import { exitCodes, UserError } from "@kit/errors";
import { planAssignments } from "@kit/images";
import { isAsProduction } from "@kit/model";
import { imageOverlays, serviceImages } from "@kit/repository";
import { changeImages } from "../change-images.ts";
import { defineCommand } from "../command.ts";
import { help } from "../help/set-image.ts";

export default defineCommand({
  help,
  positionals: true,
  options: { all: { type: "boolean" }, "dry-run": { type: "boolean" } },
  async run({ root, positionals, values }) {
    const first = positionals.findIndex((word) => word.includes("="));
    const [ids, assignments] =
      first < 0
        ? [positionals.slice(0, 1), positionals.slice(1)]
        : [positionals.slice(0, first), positionals.slice(first)];
    if (ids.length === 0 || assignments.length === 0) throw missing(ids[0]);
    const overlays = await imageOverlays(root, [...new Set(ids)]);
    await changeImages(root, overlays, {
      plan: (overlay, together) =>
        planAssignments({
          overlay,
          assignments,
          services: serviceImages(overlay.system),
          rule: overlay.rule,
          allowLatest: !isAsProduction(overlay.environment),
          together,
        }),
      title: ({ id }, state) => `${id} ${state}`,
      isDry: values["dry-run"] === true,
      all: values.all === true,
    });
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
