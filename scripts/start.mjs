// Starts a command: `start.mjs build …` runs build.ts. It is plain JavaScript, so that it can say what is wrong where
// pnpm could not install the pinned Node and the machine's own runs it.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 24 || (major === 24 && minor < 21)) {
  process.stderr.write(
    `error: this runs on Node ${process.versions.node}, and needs the Node 24 that pnpm installs\n` +
      "  to mend: run `npx --yes pnpm install` and read what it complains about, then start the command with pnpm\n",
  );
  process.exit(2);
}

const { stripOnce } = await import("./lib/strip-once.mjs");
stripOnce();
const [name] = process.argv.splice(2, 1);
await import(`./${name}.ts`);
