import { join } from "node:path";
import { exitCodes } from "@kit/errors";
import { formatImages, formatImagesJson, listImages } from "@kit/images";
import { imageFlow } from "@kit/kustomize";
import { overlayTexts, readOverlay } from "@kit/render";
import { readText } from "@kit/tree";
import { print } from "@kit/terminal";
import { implement } from "../define/implement.ts";
import { readRenderedEnvironments } from "@kit/repository";
import definition from "../definitions/images.ts";

const formats = { text: formatImages, json: formatImagesJson };

export default implement(definition, async ({ root, positionals, format }) => {
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
  print(formats[format](ids, listImages(environments)));
  return exitCodes.ok;
});
