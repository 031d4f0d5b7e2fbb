import type { Table, TableKind } from "../table.ts";
import { NodeList } from "./node-list.ts";
import type { OpenApiDocument } from "./open-api.ts";
import { servedKinds } from "./served-kinds.ts";
import { typesOf } from "./types-of.ts";

export interface CompactOptions {
  readonly documents: readonly OpenApiDocument[];
  readonly sources: Readonly<Record<string, string>>;
  /**
   * Whether the kinds come from CustomResourceDefinitions: then the server enforces all that their schemas say.
   * Of its own kinds it decodes the types, and enforces some of the rest by its own code.
   */
  readonly custom: boolean;
}

/**
 * Makes the table of the kinds in OpenAPI documents. Of the server's own kinds it says what they require and
 * enumerate as the API states it; `enforced` leaves what the server insists on.
 *
 * @throws Error where a schema says something that the table cannot.
 */
export function compact({ documents, sources, custom }: CompactOptions): Table {
  const list = new NodeList();
  const kinds: [apiVersion: string, Record<string, TableKind>][] = [];
  for (const document of documents) {
    const types = typesOf(document, { list, custom });
    for (const [apiVersion, served] of Map.groupBy(servedKinds(document), (one) => one.apiVersion)) {
      const entries = served.map((kind) => [kind.kind, { namespaced: kind.namespaced, type: types.ofKind(kind) }]);
      kinds.push([apiVersion, Object.fromEntries(entries) as Record<string, TableKind>]);
    }
  }
  const inOrder = kinds.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    sources,
    groups: groupsOf(documents),
    nullIsTaken: !custom,
    kinds: Object.fromEntries(inOrder),
    nodes: list.nodes,
  };
}

function groupsOf(documents: readonly OpenApiDocument[]): string[] {
  const paths = documents.flatMap((document) => Object.keys(document.paths ?? {}));
  const groups = paths.flatMap((path) => /^\/api(?:s\/([^/]+))?\/[^/]+\//.exec(path)?.slice(1) ?? []);
  return [...new Set(groups.map((group) => group ?? ""))].toSorted();
}
