import { argumentError, exitCodes, type UserError } from "@kit/errors";
import { planAssignments } from "@kit/images";
import { isAsProduction } from "@kit/model";
import { imageOverlays, serviceImages } from "@kit/repository";
import { changeImages } from "../images/change-images.ts";
import { implement } from "../define/implement.ts";
import definition from "../definitions/set-image.ts";

export default implement(definition, async ({ root, positionals, values }) => {
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
});

function missing(id: string | undefined): UserError {
  const what = id === undefined ? "no environment is named" : `no image of ${id} is named`;
  const next = "write `pnpm set-image <environment> <image>=<reference>`, such as `pnpm set-image dev shop-api=1.2.3`";
  return argumentError(what, next, "argument-missing");
}
