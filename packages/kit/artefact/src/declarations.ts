import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "@kit/errors";
import { run, temporaryDirectory } from "@kit/programs";
import { rolldown, type Plugin } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { front } from "./compile-kit.ts";

const compiler = join(dirname(fileURLToPath(import.meta.resolve("typescript/package.json"))), "bin/tsc");

/**
 * The front's declarations as one text, without a name of a room: the compiler writes those of each module, and what the
 * front exports of them, with what that needs, is put together.
 *
 * @throws UserError where the sources do not compile.
 */
export async function declarations(root: string): Promise<string> {
  using temporary = temporaryDirectory();
  const rooms = roomModules(root);
  await declareModules(root, rooms, temporary.path);
  const bundle = await rolldown({
    input: join(temporary.path, front, "src/index.d.ts"),
    plugins: [ownModules(rooms, temporary.path), dts({ dtsOnly: true, generator: "oxc", tsconfig: false })],
  });
  const { output } = await bundle.generate({ format: "es" });
  const [{ code }] = output;
  return code;
}

async function declareModules(root: string, rooms: Rooms, to: string): Promise<void> {
  const config = join(to, "tsconfig.json");
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: root,
    outDir: to,
    // What comes out of a node_modules is not declared.
    paths: Object.fromEntries([...rooms].map(([name, module]) => [name, [join(root, module)]])),
    typeRoots: [join(root, "node_modules/@types")],
  };
  const files = [join(root, front, "src/index.ts")];
  writeFileSync(config, JSON.stringify({ extends: join(root, "tsconfig.base.json"), compilerOptions, files }));
  const { exitCode, stdout, stderr } = await run(process.execPath, [compiler, "--project", config], { cwd: root });
  if (exitCode === 0) return;
  throw new UserError({
    code: "does-not-compile",
    what: `TypeScript does not compile:\n${stdout.trim() || stderr.trim()}`,
    where: front,
    next: "correct what the compiler names",
  });
}

/** Rooms and their modules are found among what the compiler wrote; all else stays an import. */
function ownModules(rooms: Rooms, declared: string): Plugin {
  return {
    name: "rooms",
    resolveId: {
      order: "pre",
      handler(id, importer) {
        if (importer === undefined) return null;
        const module = rooms.get(id);
        if (module !== undefined) return declaration(join(declared, module));
        if (!id.startsWith(".")) return { id, external: true };
        const file = declaration(resolve(dirname(importer), id));
        return existsSync(file) ? file : null;
      },
    },
  };
}

/** What the rooms export: modules from the repository's root, by the names they are imported by. */
type Rooms = ReadonlyMap<string, string>;

function roomModules(root: string): Rooms {
  const kit = join(root, "packages/kit");
  const packages = readdirSync(kit).filter((room) => existsSync(join(kit, room, "package.json")));
  return new Map(
    packages.flatMap((room) => {
      const { name, exports } = JSON.parse(readFileSync(join(kit, room, "package.json"), "utf8")) as Manifest;
      const entries = typeof exports === "string" ? [[".", exports] as const] : Object.entries(exports);
      return entries.flatMap(([path, module]): [string, string][] =>
        typeof module === "string" ? [[join(name, path), join("packages/kit", room, module)]] : [],
      );
    }),
  );
}

interface Manifest {
  readonly name: string;
  /** Of a room, a module each; of the front, one by condition. */
  readonly exports: string | Readonly<Record<string, unknown>>;
}

function declaration(module: string): string {
  return module.replace(/(\.d)?\.ts$/, ".d.ts");
}
