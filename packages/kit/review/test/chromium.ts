import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

type Data = Record<string, unknown>;
type Message = { id?: number; method?: string; params?: Data; result?: Data; error?: { message: string } };

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A page in a Chromium without a window, which is told what to do by its DevTools protocol. */
export class Page implements AsyncDisposable {
  /** What the page asked for and what it said to the console, as far as it came. */
  readonly events: { readonly method: string; readonly params: Data }[] = [];
  readonly #process: ChildProcess;
  readonly #socket: WebSocket;
  readonly #directory: string;
  readonly #waiting = new Map<number, PromiseWithResolvers<Data>>();
  #session: string | undefined;
  #last = 0;

  private constructor(child: ChildProcess, socket: WebSocket, directory: string) {
    [this.#process, this.#socket, this.#directory] = [child, socket, directory];
    socket.addEventListener("message", ({ data }) => this.#receive(JSON.parse(String(data)) as Message));
  }

  /** Opens a file. */
  static async open(file: string): Promise<Page> {
    const directory = mkdtempSync(join(tmpdir(), "chromium-"));
    // A file of our own, and no rights to make a sandbox on many machines that build.
    const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-port=0"];
    const child = spawn(findChromium(), [...flags, `--user-data-dir=${directory}`, "about:blank"], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    const socket = new WebSocket(await addressOf(child));
    await once(socket, "open");
    const page = new Page(child, socket, directory);
    const { targetId } = await page.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await page.send("Target.attachToTarget", { targetId, flatten: true });
    page.#session = String(sessionId);
    for (const domain of ["Page", "Network", "Log", "Runtime"]) await page.send(`${domain}.enable`);
    await page.send("Page.navigate", { url: pathToFileURL(file).href });
    await page.evaluate(`new Promise((done) => {
      if (document.readyState === "complete") done();
      else addEventListener("load", () => done());
    })`);
    return page;
  }

  /** What an expression of the page comes to. */
  async evaluate(expression: string): Promise<unknown> {
    const options = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", options);
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as Data)["value"];
  }

  /** Presses keys, one after the other: characters, or names such as `Enter`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const text = key.length === 1 ? key : key === "Enter" ? "\r" : undefined;
      const known = { key, ...(text === undefined ? {} : { text }), windowsVirtualKeyCode: codes[key] ?? 0 };
      await this.send("Input.dispatchKeyEvent", { type: "keyDown", ...known });
      await this.send("Input.dispatchKeyEvent", { type: "keyUp", key });
    }
  }

  async send(method: string, params: Data = {}): Promise<Data> {
    const id = ++this.#last;
    const answer = Promise.withResolvers<Data>();
    this.#waiting.set(id, answer);
    this.#socket.send(JSON.stringify({ id, method, params, sessionId: this.#session }));
    return answer.promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#process, "exit");
    await this.send("Browser.close");
    await ended;
    rmSync(this.#directory, { recursive: true, force: true, maxRetries: 5 });
  }

  #receive({ id, method, params = {}, result = {}, error }: Message): void {
    if (method !== undefined) this.events.push({ method, params });
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error.message));
  }
}

const codes: Readonly<Record<string, number>> = { Enter: 13, Escape: 27 };

function findChromium(): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const files = [
    process.env["CHROMIUM"] ?? "",
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
  ];
  const found = files.find((file) => file !== "" && isProgram(file));
  if (found !== undefined) return found;
  throw new Error(`this test needs Chromium: install ${names.join(" or ")}, or name the program in $CHROMIUM`);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where it listens, which it says itself. */
async function addressOf(child: ChildProcess): Promise<string> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stderr! })) {
    const found = /^DevTools listening on (ws:\S+)$/.exec(line);
    if (found !== null) return found[1]!;
    lines.push(line);
  }
  throw new Error(`Chromium ended before it listened:\n${lines.join("\n")}`);
}
