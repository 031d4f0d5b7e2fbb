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
  const ended = (): void => {
    resolve();
    if (!signal.aborted) onEnd();
  };
  const headers = { accept: "application/json", authorization: `Bearer ${token}` };
  const sent = request(new URL(`${path}?watch=true`, url), { ca, headers, signal, agent: false }, (response) => {
    resolve();
    response.once("error", () => {}).once("close", ended);
    createInterface({ input: response })
      .on("line", (line) => onEvent(JSON.parse(line) as WatchEvent))
      .on("error", () => {});
  });
  sent.once("error", ended).end();
  return promise;
}
