import { join } from "node:path";
import { exitCodes } from "@kit/errors";
import { formatImages, formatImagesJson, listImages } from "@kit/images";
import { imageFlow } from "@kit/kustomize";
import { overlayTexts, readOverlay } from "@kit/render";
import { readText } from "@kit/tree";
import { print, defineCommand } from "../command.ts";
import { readRenderedEnvironments } from "@kit/repository";

const help = `Lists which version of each image runs where.

Usage: pnpm images [environment...]

  environment   Show these, such as dev or shop/prod. Default: all.
  --json        Print the list as JSON, with whole references.
  -h, --help    Show this.

Shows what the overlays say, and which of their files sets what. Where generated/rendered has something else, it says
so: then \`pnpm build\` has not run since the overlay was changed.

Exit codes: 0 listed, 2 the input is wrong, 3 the machine failed, 70 a bug.
`;

export default defineCommand({
  help,
  positionals: true,
  options: { json: { type: "boolean" } },
  async run({ root, positionals, values }) {
    const read = await readRenderedEnvironments(root, positionals, "leave");
    const asked = read.filter(({ environment: { id } }) => positionals.length === 0 || positionals.includes(id));
    const environments = asked.map(({ environment: { id }, objects }) => {
      const { file } = readOverlay(root, id);
      const { texts } = overlayTexts(root, id);
      const flow = imageFlow(`overlays/${id}`, texts);
      return {
        id,
        file,
        text: texts.get(file) ?? readText(join(root, file), file),
        texts,
        flow,
        objects: objects.map(({ data }) => data),
      };
    });
    const ids = environments.map(({ id }) => id);
    const format = values.json === true ? formatImagesJson : formatImages;
    print(format(ids, listImages(environments)));
    return exitCodes.ok;
  },
});
