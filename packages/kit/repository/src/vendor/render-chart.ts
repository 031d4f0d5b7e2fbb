import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { VendoredChart } from "@kit/model";
import { run, temporaryDirectory, type Finished } from "@kit/programs";
import { textDigest } from "@kit/vendor";
import { findHelm } from "./find-helm.ts";
import { sourceRefused, type CameOf } from "./came-of.ts";

/**
 * Has helm pull and render a chart. It is rendered twice, because what differs then would differ in each update.
 *
 * @throws UserError where helm refuses it, in its own words.
 */
export async function renderChart(
  root: string,
  name: string,
  entry: VendoredChart<never>,
  onProgress: (message: string) => void,
): Promise<CameOf> {
  const helm = await findHelm(process.env, onProgress);
  using temporary = temporaryDirectory();
  const chart = await pulled(helm, root, name, entry, temporary.path, onProgress);
  const values = join(temporary.path, "values.json");
  writeFileSync(values, JSON.stringify(entry.values ?? {}), { mode: 0o600 });
  const args = ["template", name, chart, "--include-crds", "--values", values];
  if (entry.namespace !== undefined) args.push("--namespace", entry.namespace);
  if (entry.kubeVersion !== undefined) args.push("--kube-version", entry.kubeVersion);
  const render = async (): Promise<string> => {
    const finished = await run(helm, args, { env: process.env });
    if (finished.exitCode !== 0) throw refused(finished, name, temporary.path, root);
    return finished.stdout;
  };
  const text = await render();
  if (text !== (await render())) {
    const next =
      "switch off what the chart makes up, a password or a certificate mostly, by its values: name a Secret that is there";
    throw sourceRefused("the chart makes different objects each time", name, next);
  }
  return { digest: digestOf(chart), text, schema: await schemaOf(chart, name) };
}

async function pulled(
  helm: string,
  root: string,
  name: string,
  { chart, repository, version }: VendoredChart<never>,
  directory: string,
  onProgress: (message: string) => void,
): Promise<string> {
  const own = join(root, chart.replaceAll("{version}", version));
  if (repository === undefined && !chart.startsWith("oci://")) {
    if (existsSync(own)) return own;
    throw sourceRefused(
      `there is no chart ${chart}`,
      name,
      "write a path from the repository's root, oci://…, or name its repository",
    );
  }
  onProgress(`pulling the chart ${chart} ${version} …`);
  const from = repository === undefined ? [] : ["--repo", repository];
  const finished = await run(helm, ["pull", chart, ...from, "--version", version, "--destination", directory], {
    env: process.env,
  });
  const archive = readdirSync(directory).find((file) => file.endsWith(".tgz"));
  if (finished.exitCode !== 0 || archive === undefined) throw refused(finished, name, directory, root);
  return join(directory, archive);
}

function refused({ stderr }: Finished, name: string, directory: string, root: string): Error {
  const said = stderr
    .trim()
    .replaceAll(`${directory}/`, "")
    .replaceAll(`${root}/`, "")
    .replace(/^Error: /, "");
  const next = /missing in charts\/ directory/.test(said)
    ? "take a packaged chart, which has the charts that it depends on, or run `helm dependency build` on the directory first"
    : /specification|schema/.test(said)
      ? "correct the values: values.ts beside the objects, and the chart's values.schema.json, say what they may be"
      : "correct what helm names; nothing was written";
  return sourceRefused(`helm refuses the chart:\n${said}`, name, next);
}

function digestOf(chart: string): string {
  if (!statSync(chart).isDirectory()) return textDigest(readFileSync(chart));
  const files = filesOf(chart, "").toSorted();
  return textDigest(files.map((file) => `${file} ${textDigest(readFileSync(join(chart, file)))}\n`).join(""));
}

function filesOf(directory: string, below: string): string[] {
  return readdirSync(join(directory, below), { withFileTypes: true }).flatMap((item) => {
    const path = below === "" ? item.name : `${below}/${item.name}`;
    return item.isDirectory() ? filesOf(directory, path) : [path];
  });
}

async function schemaOf(chart: string, name: string): Promise<unknown> {
  const text = statSync(chart).isDirectory() ? ofDirectory(chart) : await ofArchive(chart);
  if (text === undefined || text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw sourceRefused("the chart's values.schema.json is not JSON", name);
  }
}

function ofDirectory(chart: string): string | undefined {
  const file = join(chart, "values.schema.json");
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

async function ofArchive(chart: string): Promise<string | undefined> {
  const listed = await run("tar", ["-tzf", chart], { env: process.env });
  const file = listed.stdout.split("\n").find((line) => /^[^/]+\/values\.schema\.json$/.test(line));
  return file === undefined ? undefined : (await run("tar", ["-xzOf", chart, file], { env: process.env })).stdout;
}
