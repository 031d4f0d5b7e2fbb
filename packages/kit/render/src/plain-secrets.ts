import type { Problem } from "@kit/errors";
import { plainSecretReason } from "@kit/leaks";
import type { Overlay } from "./read-overlay.ts";
import type { RenderedDocument } from "./rendered-document.ts";

/** Secrets in what an overlay renders whose values anybody could read. No message shows one. */
export function plainSecrets({ id, file }: Overlay, documents: readonly RenderedDocument[]): Problem[] {
  const secrets = documents.filter(({ apiVersion, kind }) => apiVersion === "v1" && kind === "Secret");
  return secrets.flatMap(({ name, data }): Problem[] => {
    const reason = plainSecretReason(data as object);
    if (reason === undefined) return [];
    return [
      {
        code: "secret-plain",
        what: `the overlay of "${id}" renders the Secret "${name}" as anybody could read it: ${reason}`,
        where: file,
        next:
          "take it out of the overlay, and write its contract; or encrypt it with SOPS: docs/secrets.md.\n" +
          "A value that has been committed is known: make a new one",
      },
    ];
  });
}
