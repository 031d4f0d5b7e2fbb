import { toJson } from "@kit/yaml";
import type { ApiRequest } from "@kit/control-plane";
import type { ApiPaths } from "./api-paths.ts";
import type { Manifest } from "./manifest.ts";

/** The server's answer to one object. */
export type Applied =
  // `content` is equal where the object is.
  { readonly refused: false; readonly content: string } | { readonly refused: true; readonly message: string };

/** An object as the server keeps it. */
interface LiveObject {
  readonly metadata: object;
  readonly status?: unknown;
}

/** What the API server says about a refusal. */
interface Status {
  readonly message?: string;
}

/**
 * Applies an object as a sync engine does: server-side, taking over what others own. Unknown and duplicate fields
 * are refused, where kubectl only warns.
 */
export async function applyManifest(
  { request, paths }: { readonly request: ApiRequest; readonly paths: ApiPaths },
  { text, data }: Manifest,
  mode: "for real" | "dry run" = "for real",
): Promise<Applied> {
  const found = await paths.pathsOf(data);
  if (found === undefined) {
    const message = `the API server does not serve ${data.kind} in ${data.apiVersion}, and no CustomResourceDefinition here adds it`;
    return { refused: true, message };
  }
  const { status, body } = await request<Status & LiveObject>(
    "PATCH",
    `${found.object}?fieldManager=verify&force=true&fieldValidation=Strict${mode === "dry run" ? "&dryRun=All" : ""}`,
    text,
    "application/apply-patch+yaml",
  );
  if (status < 300) return { refused: false, content: contentOf(body) };
  return { refused: true, message: body.message ?? `the API server answered ${status}` };
}

/** What an apply can change: controllers write the status, and the server counts its own writes. */
function contentOf({ status: _status, metadata, ...content }: LiveObject): string {
  const { resourceVersion: _version, managedFields: _fields, ...rest } = metadata as Record<string, unknown>;
  return toJson({ ...content, metadata: rest });
}
