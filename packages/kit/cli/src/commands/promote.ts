import { exitCodes, UserError, type Problem } from "@kit/errors";
import { planPromotion, type ServiceImages } from "@kit/images";
import { environmentIds, imageOverlays, serviceImages, type ImageOverlay } from "@kit/repository";
import { uncommitted } from "@kit/repository";
import { changeImages } from "../change-images.ts";
import { defineCommand } from "../command.ts";
import { help } from "../help/promote.ts";

export default defineCommand({
  help,
  positionals: true,
  options: { all: { type: "boolean" }, "allow-downgrade": { type: "boolean" }, "dry-run": { type: "boolean" } },
  async run({ root, positionals: [from, to, ...rest], values }) {
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
  },
});

async function allOverlays(
  root: string,
  from: string | undefined,
  to: string | undefined,
  more: readonly string[],
): Promise<[ImageOverlay, ...ImageOverlay[]]> {
  const example = "write `pnpm promote <from> <to>`, such as `pnpm promote dev prod`";
  if (from === undefined || to === undefined) {
    throw wrong(
      "argument-missing",
      `${from === undefined ? "no environment is" : "only one environment is"} named`,
      example,
    );
  }
  const targets = [...new Set([to, ...more])];
  if (targets.includes(from)) throw wrong("argument-value", `${from} cannot be promoted to itself`, example);
  const [source, ...overlays] = (await imageOverlays(root, [from, ...targets])) as [ImageOverlay, ...ImageOverlay[]];
  const stranger = overlays.find(({ system }) => system !== source.system);
  if (stranger === undefined) return [source, ...overlays];
  const { id, system } = stranger;
  const others = system.environments.flatMap((one) => (one.id === id ? [] : [one.id]));
  throw wrong(
    "argument-value",
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
  return {
    code: "argument-value",
    what: `${word} is an environment, and a service or an image as well`,
    where: "the command's arguments",
    next: `promote to ${word} by a command of its own: \`pnpm promote <from> ${word}\`; or name the image of the service`,
  };
}

function wrong(code: "argument-missing" | "argument-value", what: string, next: string): UserError {
  return new UserError({ code, what, where: "the command's arguments", next });
}
