import { request } from "node:https";
import { createInterface } from "node:readline";
import type { ControlPlane } from "@kit/control-plane";
import type { WatchEvent } from "./live.ts";

/** How to reach an API server, and when to stop. */
export type Watched = Pick<ControlPlane, "url" | "ca" | "token" | "signal">;

/**
 * Follows a collection: all that is in it, then everything that happens to it, none left out.
 *
 * @param path Such as `/api/v1/pods`.
 * @param onEnd The server ended it, or died; never after the signal.
 * @returns When the server has taken the request.
 */
export async function watch(
  { url, ca, token, signal }: Watched,
  path: string,
  onEvent: (event: WatchEvent) => void,
  onEnd: () => void,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const headers = { accept: "application/json", authorization: `Bearer ${token}` };
  let version: string | undefined;
  const ended = (): void => {
    resolve();
    if (!signal.aborted) onEnd();
  };
  const follow = (): void => {
    const from = version === undefined ? "" : `&resourceVersion=${version}`;
    const target = new URL(`${path}?watch=true${from}`, url);
    let isRefused = false;
    const closed = (): void => {
      // The server drops who does not read for a moment. It still has what happened since.
      if (signal.aborted || isRefused || version === undefined) ended();
      else follow();
    };
    const onLine = (line: string): void => {
      const event = JSON.parse(line) as WatchEvent | { readonly type: "ERROR" };
      if (event.type === "ERROR") {
        isRefused = true;
        return;
      }
      version = event.object.metadata.resourceVersion;
      onEvent(event);
    };
    const sent = request(target, { ca, headers, signal, agent: false }, (response) => {
      resolve();
      isRefused = response.statusCode !== 200;
      const lines = createInterface({ input: response });
      lines.on("line", onLine).on("error", () => {});
      // After the last line, whose version the next request begins with.
      response.once("error", () => {}).once("close", () => setImmediate(closed));
    });
    sent.once("error", ended).end();
  };
  follow();
  return promise;
}
