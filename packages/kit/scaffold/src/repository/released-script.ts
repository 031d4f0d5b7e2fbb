export const releasedScript = `// Prints which versions the environments have got since a date or a commit, such as for notes of a release:
//   pnpm released                 since a week ago
//   pnpm released "2 days ago"
//   pnpm released v1.4.0
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { $, argv, echo, glob } from "zx";

interface Kustomization {
  readonly images?: readonly { readonly name: string; readonly newTag?: string; readonly digest?: string }[];
}

const since = String(argv._[0] ?? "1 week ago");
const commit = (await commitNamed(since)) || (await commitBefore(since));

let changes = 0;
for (const file of await glob("overlays/**/kustomization.yaml")) {
  const before = versionsIn(commit === "" ? "" : await textAt(commit, file));
  for (const [image, version] of versionsIn(await readFile(file, "utf8"))) {
    if (before.get(image) === version) continue;
    echo(\`\${file.split("/").slice(1, -1).join("/")}: \${image} \${before.get(image) ?? "(new)"} -> \${version}\`);
    changes += 1;
  }
}
if (changes === 0) echo(\`no version has changed since \${since}\`);

/** The versions of images that an overlay sets, by their names. */
function versionsIn(text: string): Map<string, string> {
  const { images = [] } = (parse(text) ?? {}) as Kustomization;
  return new Map(images.map(({ name, newTag, digest }) => [name, digest ?? newTag ?? "(no version)"]));
}

async function commitNamed(name: string): Promise<string> {
  return (await $({ quiet: true, nothrow: true })\`git rev-parse --verify --quiet \${name}^{commit}\`).stdout.trim();
}

/** Empty where there was none yet: all is new then. */
async function commitBefore(date: string): Promise<string> {
  return (await $({ quiet: true, nothrow: true })\`git rev-list -1 --before=\${date} HEAD\`).stdout.trim();
}

/** Empty where the file was not there. */
async function textAt(ref: string, file: string): Promise<string> {
  return (await $({ quiet: true, nothrow: true })\`git show \${ref}:\${file}\`).stdout;
}
`;
