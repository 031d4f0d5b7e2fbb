import { exitCodes, UserError } from "@kit/errors";
import { migrateOverlays, type MigratedOverlay } from "@kit/migrate";
import { discover, loadSystems } from "@kit/workspace";
import { notice, print, defineCommand } from "../command.ts";
import { overlayFiles } from "@kit/repository";
import { writeOverlay } from "@kit/repository";

const help = `Brings overlays up to date with where the build writes.

Usage: pnpm migrate

  --dry-run    Say what would change, and write nothing.
  -h, --help   Show this.

In every kustomization below overlays/ a path generated/bases/<service> becomes
generated/bases/<system>/<service>, and a line \`namespace:\` goes where it names
the namespace of the environment, which its component gives to what has none.
Comments, order and quotes stay. Afterwards run \`pnpm build\`.

Exit codes: 0 up to date, 2 the input is wrong, 3 the machine failed, 70 a bug.
`;

export default defineCommand({
  help,
  options: { "dry-run": { type: "boolean" } },
  async run({ root, values }) {
    const systems = await loadSystems(root, discover(root));
    const services = new Map(systems.map(({ name, services: own }) => [name, own.map((one) => one.name)]));
    const { overlays, problems } = migrateOverlays(overlayFiles(root, systems), services);
    UserError.throwIfAny(problems);
    const isDry = values["dry-run"] === true;
    for (const { file, before, text } of overlays) {
      if (!isDry) await writeOverlay(root, { file, text: before }, text);
    }
    print(overlays.length === 0 ? "overlays/ is up to date\n" : overlays.map((one) => changed(one, isDry)).join(""));
    if (overlays.length > 0 && !isDry) notice("now run `pnpm build`, and commit overlays/ with generated/\n");
    return exitCodes.ok;
  },
});

function changed({ file, paths, hadNamespace }: MigratedOverlay, isDry: boolean): string {
  const parts = [
    ...(paths === 0 ? [] : [`${paths} ${paths === 1 ? "path" : "paths"} into bases`]),
    ...(hadNamespace ? ["the line `namespace:`"] : []),
  ];
  return `${file}: ${isDry ? "would change" : "changed"} ${parts.join(" and ")}\n`;
}
