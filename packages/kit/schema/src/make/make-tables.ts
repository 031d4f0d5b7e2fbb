import { groupOf } from "../group-of.ts";
import type { Table } from "../table.ts";
import { compact } from "./compact.ts";
import { enforced, type Ask } from "./enforced.ts";
import type { OpenApiDocument } from "./open-api.ts";
import { servedKinds } from "./served-kinds.ts";

/** Asks the API server; `body` is parsed where it is JSON. */
type Request = <Body>(
  method: "GET" | "PATCH",
  path: string,
  body?: unknown,
  contentType?: string,
) => Promise<{ readonly status: number; readonly body: Body }>;

export interface MakeOptions {
  /** Of a server with the custom resource definitions installed. */
  readonly request: Request;
  /** The version of the server, such as `1.31.4`. */
  readonly kubernetesVersion: string;
  /** Where the definitions come from, by project. */
  readonly customSources: Readonly<Record<string, string>>;
  /** The groups of the definitions, with the kinds that they define. */
  readonly customKinds: readonly { readonly group: string; readonly kind: string }[];
}

/**
 * Makes the two tables out of what an API server says of itself.
 *
 * @throws Error where it does not describe a kind within half a minute, or describes one in words that have no place.
 */
export async function makeTables(options: MakeOptions): Promise<{ kubernetes: Table; customResources: Table }> {
  const { request, kubernetesVersion, customSources, customKinds } = options;
  const documents = await documentsOf(request, customKinds);
  const groups = new Set(customKinds.map(({ group }) => group));
  const isCustom = (document: OpenApiDocument): boolean =>
    servedKinds(document).some(({ apiVersion }) => groups.has(groupOf(apiVersion)));
  const own = documents.filter((document) => !isCustom(document));
  const stated = compact({ documents: own, sources: { kubernetes: kubernetesVersion }, custom: false });
  return {
    kubernetes: await enforced(stated, asking(request, own)),
    customResources: compact({ documents: documents.filter(isCustom), sources: customSources, custom: true }),
  };
}

const attempts = 300;
const pauseMilliseconds = 100;

/** The documents in the order of their paths. A definition's kind is in one a moment after it is served. */
export async function documentsOf(request: Request, wanted: MakeOptions["customKinds"]): Promise<OpenApiDocument[]> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const documents = await readDocuments(request);
    const served = documents?.flatMap(servedKinds).map(({ apiVersion, kind }) => `${groupOf(apiVersion)} ${kind}`);
    if (documents !== undefined && wanted.every(({ group, kind }) => served!.includes(`${group} ${kind}`))) {
      return documents;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
  throw new Error("the API server does not describe every kind that is defined");
}

/** Undefined where one of them is still being made: it is empty then. */
async function readDocuments(request: Request): Promise<OpenApiDocument[] | undefined> {
  const { paths } = parsed<Index>((await request("GET", "/openapi/v3")).body);
  const documents: OpenApiDocument[] = [];
  for (const path of Object.keys(paths).toSorted()) {
    if (!/^apis?\//.test(path)) continue;
    const { status, body } = await request("GET", paths[path]!.serverRelativeURL);
    if (status !== 200 || body === "") return undefined;
    documents.push(parsed<OpenApiDocument>(body));
  }
  return documents;
}

interface Index {
  readonly paths: Readonly<Record<string, { readonly serverRelativeURL: string }>>;
}

// The server does not always say that it is JSON.
function parsed<Body>(body: unknown): Body {
  return (typeof body === "string" ? JSON.parse(body) : body) as Body;
}

interface Refusal {
  readonly message?: string;
  readonly details?: { readonly causes?: readonly { readonly reason?: string; readonly field?: string }[] };
}

/** Has the server judge objects by applying them, without keeping them. */
function asking(request: Request, documents: readonly OpenApiDocument[]): Ask {
  const kinds = documents.flatMap(servedKinds);
  const paths = new Map(kinds.map(({ apiVersion, kind, path }) => [`${apiVersion} ${kind}`, path]));
  return async (apiVersion, kind, object) => {
    const { name } = (object as { metadata: { name: string } }).metadata;
    const path = paths.get(`${apiVersion} ${kind}`)!.replace("{namespace}", "default").replace("{name}", name);
    const query = "?fieldManager=schema&force=true&fieldValidation=Strict&dryRun=All";
    const type = "application/apply-patch+yaml";
    const { status, body } = await request<Refusal>("PATCH", path + query, object, type);
    if (status < 300) return [];
    return status === 422 ? (body.details?.causes ?? []).map(({ reason, field }) => `${field} ${reason}`) : undefined;
  };
}
