import { deliveryCheck } from "../../define-check.ts";
import { foldersOf } from "../../delivery/sources.ts";
import { folderHere, syncedFolderOf } from "../../delivery/synced-folders.ts";

export const syncPath = deliveryCheck({
  id: "sync-path",
  group: "gitops",
  severity: "error",
  title: "an Application or a Kustomization follows another folder than it should, or none",
  run: (sync, report, environment) => {
    const { isOwn } = sync;
    const { delivery } = environment;
    if (delivery === undefined) return;
    const expected = syncedFolderOf(environment);
    for (const { folder, path, isHere } of foldersOf(sync, delivery)) {
      if (isOwn && folder !== expected) {
        const message = `it follows ${folder || "the whole repository"}, and the environment ${environment.id} is in ${expected}`;
        report(sync, { message, fix: `write ${expected}, by \`pnpm build\` where packages/gitops makes it`, path });
        continue;
      }
      const here = folderHere(delivery, folder);
      if (isHere !== true || here === undefined || delivery.folders.has(here)) continue;
      report(sync, { message: `it follows ${folder}, and there is no such folder`, fix: "correct the path", path });
    }
  },
});
