import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What the server says instead of doing as it is asked. */
export interface Fault {
  /** Default: any. */
  readonly method?: string;
  /** Default: 1. */
  readonly times?: number;
  readonly status: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Does as it is asked, and sends this fault all the same. */
  readonly isDone?: boolean;
}

export interface ServedComment {
  readonly id: number;
  readonly user: { readonly login: string } | null;
  readonly body: string;
}

/** The API of GitHub, as far as comments on the pull request 12 of acme/shop go, on loopback. */
export interface GithubServer extends AsyncDisposable {
  readonly url: string;
  readonly comments: ServedComment[];
  /** `GET /repos/… `: each request, in order. */
  readonly requests: string[];
  /** Each Authorization header, once. */
  readonly authorizations: Set<string>;
}

const bot = { login: "github-actions[bot]" };

export function ours(id: number, body: string): ServedComment {
  return { id, user: bot, body };
}

export async function githubServer(
  comments: readonly ServedComment[] = [],
  faults: readonly Fault[] = [],
): Promise<GithubServer> {
  const state = { comments: [...comments], requests: [] as string[], authorizations: new Set<string>() };
  const left = faults.map((fault) => ({ ...fault, times: fault.times ?? 1 }));
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "", url = "" } = request;
    state.requests.push(`${method} ${url}`);
    state.authorizations.add(request.headers.authorization ?? "");
    const sent = await text(request);
    const fault = left.find((one) => one.times > 0 && (one.method ?? method) === method);
    const send = (status: number, json: unknown, headers: Readonly<Record<string, string>> = {}): void => {
      response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
      response.end(json === undefined ? undefined : JSON.stringify(json));
    };
    if (fault === undefined || fault.isDone === true)
      answer(state.comments, method, url, sent, fault ? () => {} : send);
    if (fault === undefined) return;
    fault.times--;
    send(fault.status, { message: fault.message ?? "" }, fault.headers);
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    ...state,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Send = (status: number, json: unknown, headers?: Readonly<Record<string, string>>) => void;

function answer(comments: ServedComment[], method: string, url: string, sent: string, send: Send): void {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const shownOf = (one: ServedComment): unknown => ({
    ...one,
    html_url: `https://github.com/acme/shop/pull/12#${one.id}`,
  });
  const id = Number(/^\/repos\/acme\/shop\/issues\/comments\/(\d+)$/.exec(pathname)?.[1] ?? 0);
  const index = comments.findIndex((one) => one.id === id);
  if (pathname === "/repos/acme/shop/issues/12/comments" && method === "GET") {
    const [size, page] = [Number(searchParams.get("per_page")), Number(searchParams.get("page"))];
    const link = `<http://127.0.0.1:1/elsewhere?page=${page + 1}>; rel="next", <http://127.0.0.1:1/elsewhere>; rel="last"`;
    const rest = comments.slice((page - 1) * size);
    send(200, rest.slice(0, size).map(shownOf), rest.length > size ? { link } : {});
  } else if (pathname === "/repos/acme/shop/issues/12/comments" && method === "POST") {
    comments.push(ours(1 + Math.max(100, ...comments.map((one) => one.id)), bodyOf(sent)));
    send(201, shownOf(comments.at(-1)!));
  } else if (index >= 0 && method === "PATCH") {
    comments[index] = { ...comments[index]!, body: bodyOf(sent) };
    send(200, shownOf(comments[index]));
  } else if (index >= 0 && method === "DELETE") {
    comments.splice(index, 1);
    send(204, undefined);
  } else send(404, { message: "Not Found" });
}

function bodyOf(sent: string): string {
  return (JSON.parse(sent) as { body: string }).body;
}
