import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { measured } from "./measured.ts";
import type { RenderTask } from "./render-task.ts";

// As `xargs -P` would: nothing is loaded, and what kustomize prints goes straight into a file.
const { directory, engine, ids, output, parallelism } = JSON.parse(process.argv[2] ?? "") as RenderTask;

await measured(async () => {
  const pending = [...ids];
  const worker = async (): Promise<void> => {
    for (let id = pending.shift(); id !== undefined; id = pending.shift()) await build(id);
  };
  await Promise.all(Array.from({ length: parallelism }, worker));
});

function build(id: string): Promise<void> {
  const file = openSync(join(output, `${id.replaceAll("/", "_")}.yaml`), "w");
  return new Promise((resolve, reject) => {
    const child = spawn(engine.file, [...engine.args, `overlays/${id}`], {
      cwd: directory,
      stdio: ["ignore", file, "inherit"],
    });
    child.on("error", reject);
    child.on("close", (exitCode) => {
      closeSync(file);
      if (exitCode === 0) resolve();
      else reject(new Error(`kustomize ended with ${exitCode} on ${id}`));
    });
  });
}
