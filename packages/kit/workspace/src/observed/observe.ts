import childProcess from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import { registerHooks } from "node:module";
import net from "node:net";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import workerThreads from "node:worker_threads";
import { isForeignCall, isKit, learnImport } from "./foreign.ts";
import { patches, type Patches } from "./patches.ts";

/** What packages read beside their own modules, as far as it can be seen. */
export interface Observed {
  /** Files and folders that they read or ask for, and modules that they import; absolute. */
  readonly paths: ReadonlySet<string>;
  /** Environment variables by name; `undefined` stands for all of them. */
  readonly variables: ReadonlySet<string | undefined>;
  /** What nobody can compare with the next time, as the object of "reads": `the clock`. */
  readonly untold: ReadonlySet<string>;
}

/**
 * Sees from now on what packages, and the libraries that they import, read: files, environment variables, modules, and what
 * differs each time. What the kit reads itself is not seen.
 *
 * It does not see what native code reads, what a module has taken from the runtime before (`const now = Date.now`), and what the
 * machine says of itself (`node:os`), nor what a library reads when the kit was the first to load it.
 */
export function observe(): Observed & Disposable {
  const paths = new Set<string>();
  const variables = new Set<string | undefined>();
  const untold = new Set<string>();
  const say = (what: string) => (): void => {
    if (!untold.has(what) && isForeignCall()) untold.add(what);
  };
  const patched = patches();
  observeFiles(patched, paths, say);
  observeVariables(patched, variables);
  observeClock(patched, say("the clock"));
  const random = say("random values");
  patched.before(Math, ["random"], random);
  patched.before(
    crypto,
    ["randomBytes", "randomFill", "randomFillSync", "randomInt", "randomUUID", "getRandomValues"],
    random,
  );
  patched.before(globalThis.crypto.constructor.prototype as object, ["getRandomValues", "randomUUID"], random);
  patched.before(
    childProcess,
    ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"],
    say("what a program says"),
  );
  patched.before(net.Socket.prototype, ["connect"], say("the network"));
  patched.before(globalThis, ["fetch", "WebSocket"], say("the network"));
  patched.before(workerThreads, ["Worker"], say("what a worker says"));
  patched.publish();
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      if (resolved.url.startsWith("file:")) {
        const file = fileURLToPath(resolved.url);
        if (!isKit(file)) {
          paths.add(file);
          learnImport(file, specifier, pathOfUrl(context.parentURL));
        }
      }
      return resolved;
    },
  });
  return {
    paths,
    variables,
    untold,
    [Symbol.dispose]() {
      hooks.deregister();
      patched[Symbol.dispose]();
    },
  };
}

function pathOfUrl(url: string | undefined): string | undefined {
  return url?.startsWith("file:") === true ? fileURLToPath(url) : undefined;
}

const asked = ["readFile", "open", "readdir", "stat", "lstat", "access", "readlink", "realpath", "opendir", "statfs"];
const searched = ["glob", "cp", "watch"];

function observeFiles({ before }: Patches, paths: Set<string>, say: (what: string) => () => void): void {
  const many = say("a whole tree of files");
  const tell = ([file, options]: readonly unknown[]): void => {
    const path = pathOf(file);
    if (path === undefined || paths.has(path) || !isForeignCall()) return;
    paths.add(path);
    if (typeof options === "object" && options !== null && "recursive" in options && options.recursive === true) many();
  };
  before(fs, [...asked.flatMap((name) => [name, `${name}Sync`]), "exists", "existsSync", "createReadStream"], tell);
  before(fs.promises, asked, tell);
  before(fs, [...searched.flatMap((name) => [name, `${name}Sync`]), "watchFile", "openAsBlob"], many);
  before(fs.promises, searched, many);
}

function pathOf(file: unknown): string | undefined {
  if (typeof file === "string") return resolve(file);
  if (file instanceof URL && file.protocol === "file:") return fileURLToPath(file);
  return Buffer.isBuffer(file) ? resolve(file.toString()) : undefined;
}

function observeVariables({ replace }: Patches, variables: Set<string | undefined>): void {
  const tell = (name: string | symbol | undefined): void => {
    if (typeof name !== "symbol" && !variables.has(name) && isForeignCall()) variables.add(name);
  };
  const seen = new Proxy(process.env, {
    get(target, name, self) {
      tell(name);
      return Reflect.get(target, name, self) as unknown;
    },
    has(target, name) {
      tell(name);
      return Reflect.has(target, name);
    },
    ownKeys(target) {
      tell(undefined);
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(target, name) {
      tell(name);
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
  });
  replace(process, "env", seen);
}

function observeClock({ before, replace }: Patches, tell: () => void): void {
  const { Date: Original } = globalThis;
  const seen: DateConstructor = new Proxy(Original, {
    apply(target, self, args) {
      tell();
      return Reflect.apply(target as unknown as () => string, self, args);
    },
    construct(target, args: [], made): Date {
      if (args.length === 0) tell();
      return Reflect.construct(target, args, made === seen ? target : made);
    },
  });
  replace(globalThis, "Date", seen);
  replace(Original.prototype, "constructor", seen);
  before(Original, ["now"], tell);
  before(performance.constructor.prototype as object, ["now"], tell);
  before(process, ["hrtime", "uptime"], tell);
}
