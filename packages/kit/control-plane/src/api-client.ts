import { once } from "node:events";
import { Agent, request as httpsRequest, type RequestOptions } from "node:https";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { EnvironmentFailure } from "@kit/errors";

/** What the API server answered. */
export interface ApiResponse<Body> {
  readonly status: number;
  /** Parsed where it is JSON, else the text. A refusal is a `Status` with the server's message. */
  readonly body: Body;
}

/**
 * Sends a request to the API server.
 *
 * @param path With its query, such as `/api/v1/namespaces?limit=10`.
 * @param body An object, which is sent as JSON, or a text, which is sent as it is.
 * @param contentType Default: `application/json`. A server-side apply is a PATCH with `application/apply-patch+yaml`.
 * @throws EnvironmentFailure where no answer came. A refusal is an answer.
 */
export type ApiRequest = <Body = unknown>(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  contentType?: string,
) => Promise<ApiResponse<Body>>;

/** How to reach an API server. */
export interface ApiOptions {
  readonly url: string;
  /** The certificate to trust, in PEM. */
  readonly ca: string;
  readonly token: string;
  /** Ends what is under way, with its reason. */
  readonly signal: AbortSignal;
}

// With more, several hundred requests at once are not answered sooner.
const maxSockets = 16;

/** A client that keeps its connections until the signal is aborted; what is more than 16 requests at once waits. */
export function apiClient({ url, ca, token, signal }: ApiOptions): ApiRequest {
  const agent = new Agent({ ca, keepAlive: true, maxSockets });
  signal.addEventListener("abort", () => agent.destroy(), { once: true });
  return async <Body>(method: string, path: string, body?: unknown, contentType = "application/json") => {
    signal.throwIfAborted();
    const headers = {
      accept: "application/json",
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "content-type": contentType }),
    };
    const content = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
    const sent = send(new URL(path, url), { agent, method, headers, signal }, content);
    const { status, type, answer } = await sent.catch(async (error: Error) => {
      throw await reasonOf(error, signal);
    });
    const isJson = type.startsWith("application/json") && answer !== "";
    return { status, body: (isJson ? JSON.parse(answer) : answer) as Body };
  };
}

async function send(
  url: URL,
  options: RequestOptions,
  content: string | undefined,
): Promise<{ status: number; type: string; answer: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; type: string; answer: string }>();
  const sent = httpsRequest(url, options, (response) => {
    const { statusCode = 0, headers } = response;
    text(response).then(
      (answer) => resolve({ status: statusCode, type: headers["content-type"] ?? "", answer }),
      (error: unknown) => reject(error as Error),
    );
  });
  sent.once("error", reject);
  sent.end(content);
  return promise;
}

/** Why a request has no answer: most likely a component died, which is known a moment later. */
async function reasonOf(error: Error, signal: AbortSignal): Promise<unknown> {
  if (!signal.aborted) await Promise.race([once(signal, "abort"), setTimeout(1000, undefined, { ref: false })]);
  if (signal.aborted) return signal.reason;
  const next = "start again; where it happens again, look whether the machine has memory to spare";
  return new EnvironmentFailure("component-silent", `the API server does not answer: ${error.message}`, next, {
    cause: error,
  });
}
