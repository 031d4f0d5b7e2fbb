import { environmentCheck } from "../../define-check.ts";
import { secretReaders } from "../../secret-readers.ts";

export const secretKeyUnread = environmentCheck({
  id: "secret-key-unread",
  group: "secrets",
  severity: "warning",
  title: "no pod reads a key that a contract asks for",
  needs: ["objects", "secrets"],
  run: (environment, _, reportOnSecret) => {
    const read = new Set(secretReaders(environment).map(({ contract, key }) => `${contract.name}/${key}`));
    for (const contract of environment.contracts ?? []) {
      if (contract.provider !== "team") continue;
      for (const key of Object.keys(contract.keys)) {
        if (read.has(`${contract.name}/${key}`)) continue;
        const message = `no pod reads the key ${key}`;
        reportOnSecret(contract, { message, fix: "take it out of the contract, or read it", path: ["keys", key] });
      }
    }
  },
});
