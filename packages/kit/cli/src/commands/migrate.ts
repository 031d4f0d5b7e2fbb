import { exitCodes, UserError } from "@kit/errors";
import { migrateOverlays, type MigratedOverlay } from "@kit/migrate";
import { importStation } from "@kit/workspace";
import { notice, print } from "@kit/terminal";
import { implement } from "../define/implement.ts";
import { overlayFiles, writeOverlays } from "@kit/repository";
import definition from "../definitions/migrate.ts";

export default implement(definition, async ({ root, values }) => {
  const systems = await importStation.run({ root });
  const services = new Map(systems.map(({ name, services: own }) => [name, own.map((one) => one.name)]));
  const { overlays, problems } = migrateOverlays(overlayFiles(root, systems), services);
  UserError.throwIfAny(problems);
  const isDry = values["dry-run"] === true;
  if (!isDry) await writeOverlays(root, new Map(overlays.map(({ file, text }) => [file, text])));
  print(overlays.length === 0 ? "overlays/ is up to date\n" : overlays.map((one) => changed(one, isDry)).join(""));
  if (overlays.length > 0 && !isDry) notice("now run `pnpm build`, and commit overlays/ with generated/\n");
  return exitCodes.ok;
});

function changed({ file, paths, hadNamespace }: MigratedOverlay, isDry: boolean): string {
  const parts = [
    ...(paths === 0 ? [] : [`${paths} ${paths === 1 ? "path" : "paths"} into bases`]),
    ...(hadNamespace ? ["the line `namespace:`"] : []),
  ];
  return `${file}: ${isDry ? "would change" : "changed"} ${parts.join(" and ")}\n`;
}
