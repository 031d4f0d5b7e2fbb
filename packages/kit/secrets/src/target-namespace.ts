import { UserError } from "@kit/errors";

/** What is read of a rendered object. */
interface Rendered {
  readonly data: { readonly kind: string; readonly metadata: { readonly namespace?: string } };
}

/**
 * The namespace that an environment's rendered objects are in.
 *
 * @throws UserError where they are in several, or in none.
 */
export function targetNamespace(id: string, objects: readonly Rendered[]): string {
  const names = [...new Set(objects.flatMap(({ data }) => data.metadata.namespace ?? []))].toSorted();
  if (names.length === 1) return names[0]!;
  throw new UserError({
    code: "argument-missing",
    what:
      names.length === 0
        ? `no object of ${id} says its namespace`
        : `the objects of ${id} are in several namespaces: ${names.join(", ")}`,
    where: `generated/rendered/${id}`,
    next: "name the one that the Secrets are for, --namespace NAME",
  });
}
