export const help = `Works on the Secrets of the environments. No value is ever shown or stored.

Usage: pnpm secrets template [environment...]
       pnpm secrets check <environment> --from-env-file FILE
       pnpm secrets apply <environment> --from-env-file FILE [--dry-run]
       pnpm secrets status <environment>
       pnpm secrets scan

  template              Print what an env file of the environments has to have.
                        The build writes the same to generated/secrets.
  check                 Say everything that is wrong with an env file.
  apply                 Check it, then create the Secrets that are made by hand.
  status                Tell which Secrets and keys the cluster has.
  scan                  Look for secrets in every file of the repository.

  --from-env-file FILE  NAME=value lines; - reads standard input.
  --context NAME        The context of kubectl. Default: the one that the
                        environment's cluster names, else the current one; one that
                        is as production needs one of the two said.
  --namespace NAME      Default: that of the environment.
  --dry-run             Tell what would be applied and where, and send nothing.
  --yes                 Do not ask whether the cluster is the right one, which is
                        asked at a terminal where nothing ties the environment
                        to a cluster.
  --json                Print the status, or what the scan found, as JSON.
  -h, --help            Show this.

The contracts are in packages/*/environments; docs/secrets.md explains the rest.

Exit codes: 0 fine, 1 the file is wrong, a key is missing or a secret was found,
2 the input is wrong, 3 kubectl failed, 70 a bug.
`;
