import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { joinDocuments, readOverlay, renderOverlays, type Engine } from "@kit/render";
import { measured } from "./measured.ts";
import type { RenderTask } from "./render-task.ts";

const { directory, engine, ids, output } = JSON.parse(process.argv[2] ?? "") as RenderTask & { engine: Engine };
const overlays = ids.map((id) => readOverlay(directory, id));

const rendered = await measured(() => renderOverlays(overlays, { directory, engine, env: process.env }));

for (const { overlay, documents } of rendered) {
  writeFileSync(join(output, `${overlay.id.replaceAll("/", "_")}.yaml`), joinDocuments(documents));
}
