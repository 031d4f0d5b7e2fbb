import { join } from "node:path";
import { exitCodes } from "@kit/errors";
import { formatImages, formatImagesJson, listImages } from "@kit/images";
import { imageFlow } from "@kit/kustomize";
import { overlayTexts, readOverlay } from "@kit/render";
import { readText } from "@kit/tree";
import { print, defineCommand } from "../command.ts";
import { readRenderedEnvironments } from "@kit/repository";
import { help } from "../help/images.ts";

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
