import { argumentError, argumentProblem, exitCodes, UserError, type Problem } from "@kit/errors";
import { planPromotion, type ServiceImages } from "@kit/images";
import { environmentIds, imageOverlays, serviceImages, uncommitted, type ImageOverlay } from "@kit/repository";
import { changeImages } from "../images/change-images.ts";
import { implement } from "../define/implement.ts";
import definition from "../definitions/promote.ts";

export default implement(definition, async ({ root, positionals: [from, to, ...rest], values }) => {
  const ids = await environmentIds(root);
  const end = rest.findIndex((word) => !ids.includes(word));
  const more = end < 0 ? rest : rest.slice(0, end);
  const [source, ...targets] = await allOverlays(root, from, to, more);
  const services = serviceImages(source.system);
  UserError.throwIfAny(more.filter((word) => isCalled(services, word)).map(bothMeant));
  await changeImages(root, targets, {
    plan: (overlay, together) =>
      planPromotion({
        from: source,
        to: overlay,
        named: rest.slice(more.length),
        services,
        rule: overlay.rule,
        allowDowngrade: values["allow-downgrade"] === true,
        together,
      }),
    refuse: (files) => {
      const why = "a promotion takes what runs, and its change is to stand alone";
      return uncommitted(root, [...new Set([source.file, ...targets.map(({ file }) => file), ...files])], why);
    },
    title: ({ id }, state) => `${id} ${state} what ${source.id} does`,
    isDry: values["dry-run"] === true,
    all: values.all === true,
  });
  return exitCodes.ok;
});

async function allOverlays(
  root: string,
  from: string | undefined,
  to: string | undefined,
  more: readonly string[],
): Promise<[ImageOverlay, ...ImageOverlay[]]> {
  const example = "write `pnpm promote <from> <to>`, such as `pnpm promote dev prod`";
  if (from === undefined || to === undefined) {
    const what = `${from === undefined ? "no environment is" : "only one environment is"} named`;
    throw argumentError(what, example, "argument-missing");
  }
  const targets = [...new Set([to, ...more])];
  if (targets.includes(from)) throw argumentError(`${from} cannot be promoted to itself`, example);
  const [source, ...overlays] = (await imageOverlays(root, [from, ...targets])) as [ImageOverlay, ...ImageOverlay[]];
  const preview = [source, ...overlays].find(({ environment }) => environment.preview !== undefined);
  if (preview !== undefined) {
    throw argumentError(
      `${preview.id} is a preview: pull requests bring their own versions there`,
      `name another environment; what its other images run, \`pnpm set-image ${preview.id} <image>=<reference>\` sets`,
    );
  }
  const stranger = overlays.find(({ system }) => system !== source.system);
  if (stranger === undefined) return [source, ...overlays];
  const { id, system } = stranger;
  const others = system.environments.flatMap((one) => (one.id === id ? [] : [one.id]));
  throw argumentError(
    `${from} is of the system ${source.system.name}, and ${id} of ${system.name}: their images are not the same`,
    others.length === 0
      ? `${id} is the only environment of its system`
      : `to ${id} promote from ${others.join(" or ")}`,
  );
}

function isCalled(services: ServiceImages, word: string): boolean {
  return services.has(word) || [...services.values()].flat().includes(word);
}

function bothMeant(word: string): Problem {
  return argumentProblem(
    `${word} is an environment, and a service or an image as well`,
    `promote to ${word} by a command of its own: \`pnpm promote <from> ${word}\`; or name the image of the service`,
  );
}
