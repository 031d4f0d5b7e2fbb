import type { ApiRequest } from "@kit/control-plane";
import { EnvironmentFailure } from "@kit/errors";
import { load } from "js-yaml";
import type { Json, JsonObject } from "./mutate.ts";
import type { CorpusCase } from "./read-corpus.ts";

/** Why the API server refuses a manifest, in its words; null where it takes it. */
export type Verdict = string | null;

export type Oracle = (manifest: Pick<CorpusCase, "text" | "valid">) => Promise<Verdict>;

/**
 * Asks the API server by a server-side apply with strict field validation, as a sync engine does. Several documents
 * and Lists are applied one object after the other; the first refusal is the verdict. Nothing stays in the cluster.
 */
export function serverOracle(request: ApiRequest): Oracle {
  const server: Server = { request, asked: new Map(), services: Promise.resolve() };
  return async ({ text, valid }) => {
    for (const { body, data } of objectsOf(text)) {
      const verdict = await applyObject(server, body, data ?? valid);
      if (verdict !== null) return verdict;
    }
    return null;
  };
}

interface Server {
  readonly request: ApiRequest;
  /** What is served, by API version. */
  readonly asked: Map<string, Promise<readonly Resource[]>>;
  /** Until the Services that were asked about before are gone. */
  services: Promise<unknown>;
}

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

interface Sent {
  readonly body: string;
  /** Undefined where the text cannot be parsed: the server shall say so, of the place where the object would be. */
  readonly data: JsonObject | undefined;
}

/** As kubectl does it: documents apart, Lists into their items. */
function objectsOf(text: string): Sent[] {
  const documents = text.split(/^---$/m).filter((document) => document.replaceAll(/^\s*#.*$/gm, "").trim() !== "");
  return documents.flatMap((body): Sent[] => {
    const data = parse(body);
    const items = asText(data?.["kind"]).endsWith("List") ? data?.["items"] : undefined;
    if (!Array.isArray(items)) return [{ body, data }];
    return items.map((item) => ({ body: JSON.stringify(item), data: item as JsonObject }));
  });
}

function parse(body: string): JsonObject | undefined {
  try {
    // Keys that are there twice are the server's to find.
    const data = load(body, { json: true }) as Json;
    return typeof data === "object" && data !== null && !Array.isArray(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

async function applyObject(server: Server, body: string, data: JsonObject): Promise<Verdict> {
  const path = await pathOf(server, data);
  if (path === undefined) return `no matches for kind ${asText(data["kind"])} in version ${asText(data["apiVersion"])}`;
  const verdict = await apply(server.request, path, "&dryRun=All", body);
  if (verdict !== null || data["kind"] !== "Service") return verdict;
  // A dry run asks for no port and no address.
  const applied = server.services.then(async () => {
    const real = await apply(server.request, path, "", body);
    await server.request("DELETE", path);
    return real;
  });
  server.services = applied;
  return applied;
}

async function apply(request: ApiRequest, path: string, options: string, body: string): Promise<Verdict> {
  const query = `fieldManager=corpus&force=true&fieldValidation=Strict${options}`;
  const type = "application/apply-patch+yaml";
  const answer = await answered(request<{ message?: string }>("PATCH", `${path}?${query}`, body, type));
  if (answer === undefined) return "the server gives no answer";
  if (answer.status < 300) return null;
  return shorten(answer.body.message ?? `status ${answer.status}`);
}

/** Undefined where the server falls over what was sent, as over a schema with `$ref` beside fields to select by. */
async function answered<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof EnvironmentFailure && error.code === "component-silent") return undefined;
    throw error;
  }
}

/** Without the examples and regular expressions, which are the same at each place, and without what is random. */
function shorten(message: string): string {
  const short = message.replaceAll(/ \(e\.g\. .*?regex used for validation is '[^']*'\)/g, "");
  return short.replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, "…");
}

async function pathOf(server: Server, { apiVersion, kind, metadata }: JsonObject): Promise<string | undefined> {
  if (typeof apiVersion !== "string" || apiVersion === "") return undefined;
  const prefix = `${apiVersion.includes("/") ? "/apis" : "/api"}/${apiVersion}`;
  const resources = server.asked.get(prefix) ?? resourcesAt(server.request, prefix);
  server.asked.set(prefix, resources);
  const resource = (await resources).find((one) => one.kind === kind && !one.name.includes("/"));
  if (resource === undefined) return undefined;
  const { name, namespace } = (metadata ?? {}) as JsonObject;
  const place = resource.namespaced ? `/namespaces/${encodeURIComponent(asText(namespace ?? "default"))}` : "";
  return `${prefix}${place}/${resource.name}/${encodeURIComponent(asText(name))}`;
}

async function resourcesAt(request: ApiRequest, prefix: string): Promise<readonly Resource[]> {
  const { status, body } = await request<{ resources: readonly Resource[] }>("GET", prefix);
  return status === 200 ? body.resources : [];
}

function asText(value: Json | undefined): string {
  return typeof value === "string" ? value : value === undefined || value === null ? "" : JSON.stringify(value);
}
