import { imageFlow } from "@kit/kustomize";
import { run } from "@kit/programs";
import { temporaryDirectory } from "@kit/testing";
import fc from "fast-check";
import { readAsKubectl } from "@kit/yaml";
import { expect } from "vitest";
import type { Engine } from "../src/index.ts";
import { imageCase, type ImageCase } from "./image-cases.ts";

/**
 * Holds what is said of images to the real kustomize, on random overlays: each field has to end as it renders it, after
 * each of the overlay's entries.
 *
 * @param batches Of some 16 overlays, each with as many builds as it has entries.
 * @returns How many fields were compared.
 */
export async function compareImages(engine: Engine, batches: number): Promise<number> {
  let count = 0;
  const [, minor = "0"] = engine.version.replace(/^v/, "").split(".");
  const setsVolumes = Number(minor) >= 8;
  await fc.assert(
    fc.asyncProperty(fc.array(imageCase, { minLength: 12, maxLength: 20 }), async (cases) => {
      const compared = await compare(engine, cases, setsVolumes);
      count += compared.length;
      expect(compared.filter(({ rendered, mine }) => rendered !== mine)).toEqual([]);
    }),
    // A case says enough as it is, and to make it smaller takes long.
    { numRuns: batches, endOnFailure: true },
  );
  return count;
}

interface Compared {
  readonly name: string;
  readonly rendered: unknown;
  readonly mine: string;
}

async function compare(engine: Engine, cases: readonly ImageCase[], setsVolumes: boolean): Promise<Compared[]> {
  const { files, names } = together(cases);
  using directory = temporaryDirectory(files);
  const { exitCode, stdout, stderr } = await run(engine.file, [...engine.args, "all"], { cwd: directory.path });
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const objects = new Map(
    readAsKubectl(stdout).map(({ data }) => [(data as { metadata: { name: string } }).metadata.name, data]),
  );
  const texts = new Map(Object.entries(files));
  return names.flatMap((name) =>
    imageFlow(`${name}/overlay`, texts).images.map((image) => {
      const rendered = at(objects.get(image.object ?? ""), image.path);
      const mine = image.isVolume && !setsVolumes ? image.reference : image.final;
      return { ...image, name, rendered, mine };
    }),
  );
}

/** The cases with the first `count` entries of the overlay, as folders that one kustomize builds, each with names of its own. */
function together(cases: readonly ImageCase[]): { files: Record<string, string>; names: string[] } {
  const files: Record<string, string> = {};
  const names: string[] = [];
  cases.forEach(({ files: own, entries }, index) => {
    for (let count = 0; count <= entries; count++) {
      const name = `c${index}-${count}`;
      names.push(name);
      for (const [path, text] of Object.entries(own)) {
        files[`${name}/${path}`] = text.replaceAll(/"name":"(?=(?:base|component|overlay)-)/g, `"name":"${name}-`);
      }
      const overlay = JSON.parse(own["overlay/kustomization.yaml"]!) as { images: object[] };
      const images = overlay.images.slice(0, count);
      files[`${name}/overlay/kustomization.yaml`] = JSON.stringify({ ...overlay, images });
    }
  });
  files["all/kustomization.yaml"] = JSON.stringify({ resources: names.map((name) => `../${name}/overlay`) });
  return { files, names };
}

/** The value at the path of a field. */
function at(object: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], object);
}
