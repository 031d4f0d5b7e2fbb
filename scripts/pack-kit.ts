import { mostPacked, packKit } from "@kit/artefact/pack";
import { exitCodes } from "@kit/errors";
import { print, runCommand } from "@kit/cli";
import { path } from "zx";

const help = `Packs the kit as typed-manifests-VERSION.tgz, for other repositories.

Usage: pnpm pack:kit [DIRECTORY]

  DIRECTORY    Where the tarball goes. Default: the working directory.
  -h, --help   Show this.

Compiles the sources as they are, and bundles the declarations. The version is
that of packages/kit/typed-manifests/package.json.

Exit codes: 0 packed, 2 the kit does not compile, or is larger than ${mostPacked / 2 ** 20} MB,
3 the machine failed, 70 a bug.
`;

await runCommand({
  help,
  positionals: 1,
  options: {},
  async run({ root, positionals: [directory = "."] }) {
    const { file, bytes } = await packKit(root, path.resolve(directory));
    print(`${file}: ${Math.ceil(bytes / 1024)} KB\n`);
    return exitCodes.ok;
  },
});
