#!/usr/bin/env node
// Starts a command, such as `start.mjs build …`. It is plain JavaScript, so that it can say what is wrong where
// pnpm could not install the pinned Node and the machine's own runs it.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// In the kit's own repository, and nowhere else, its sources are here too.
const isSource = existsSync(new URL("../src/index.ts", import.meta.url));
// Such as `pnpm@12.21.0`.
const { packageManager } = isSource
  ? JSON.parse(readFileSync(new URL("../../../../package.json", import.meta.url), "utf8"))
  : {};

// Paths, signals and programs are those of Unix.
if (process.platform === "win32") {
  const how = isSource ? "docs/platforms.md" : "node_modules/typed-manifests/docs/platforms.md";
  process.stderr.write(
    `error: this does not run on Windows itself\n  to fix: start it in WSL, from a clone that is there: ${how}\n`,
  );
  process.exit(2);
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 24 || (major === 24 && minor < 21)) {
  const how = isSource
    ? `needs the Node 24 that pnpm installs\n  to fix: run \`npx --yes ${packageManager} install\` and read what it complains about, then start the command with pnpm`
    : `needs Node 24.21 or newer\n  to fix: install it, or name it in your package.json: pnpm add --save-dev node@24`;
  process.stderr.write(`error: this runs on Node ${process.versions.node}, and ${how}\n`);
  process.exit(2);
}

// Another pnpm may read the lockfile and the workspace in another way; that is no reason to refuse it.
const agent = /^pnpm\/\S+/.exec(process.env["npm_config_user_agent"] ?? "")?.[0].replace("/", "@");
if (agent !== undefined && packageManager !== undefined && agent !== packageManager) {
  process.stderr.write(
    `notice: this is ${agent}; this repository is tested with ${packageManager}: npx --yes ${packageManager} …\n`,
  );
}

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const { main } = isSource ? await sourceCommands() : await installedCommands();
await main({
  version,
  directory: fileURLToPath(new URL("../", import.meta.url)),
  ...(isSource ? { packSources } : {}),
});

async function sourceCommands() {
  const { currentDirectory, whyNone } = await import("./current.mjs");
  try {
    return await import(`../dist/${await currentDirectory()}/cli.js`);
  } catch (error) {
    const [message, exitCode] = whyNone(error);
    process.stderr.write(`${message}\n`);
    return process.exit(exitCode);
  }
}

async function installedCommands() {
  try {
    return await import("../dist/cli.js");
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    const next = "install it again: pnpm install --force";
    process.stderr.write(`failure[file-vanished]: typed-manifests is not whole: ${error.message}\n  to fix: ${next}\n`);
    return process.exit(3);
  }
}

/** What `pnpm pack:kit` does. Rolldown and the compiler are here, and not in what is packed. */
async function packSources(to) {
  const { packKit } = await import("@kit/artefact/pack");
  return packKit(fileURLToPath(new URL("../../../../", import.meta.url)).slice(0, -1), to);
}
