export const gitignore = `node_modules/
.turbo/
*.log
.DS_Store
# What a build that was killed has not renamed into place yet.
generated/.tmp-*/
# Secrets are never committed; their templates (*.example) are.
.env
.env.*
*.env
!*.example
`;

export const gitattributes = `* text=auto eol=lf
*.tgz binary
# Collapsed in a pull request: written by the build, and every change shows again in generated/rendered.
generated/bases/** linguist-generated
generated/environments/** linguist-generated
generated/secrets/** linguist-generated
generated/gitops/** linguist-generated
# Not collapsed: this is what a pull request is reviewed by, and what a cluster gets.
generated/rendered/** -linguist-generated
pnpm-lock.yaml linguist-generated
`;

export const lintFile = `{
  "$schema": "./node_modules/oxlint/configuration_schema.json",
  "plugins": ["typescript", "import", "unicorn", "oxc", "vitest"],
  "categories": { "correctness": "error", "suspicious": "error" },
  "ignorePatterns": ["generated/", "packages/definitions/", "packages/*/vendor/"],
  "rules": {
    "typescript/consistent-type-imports": "error",
    "no-restricted-imports": [
      "error",
      {
        "patterns": [
          {
            "regex": "^kubernetes-models(/[a-z0-9.-]+)*$",
            "message": "Name the kind, as in kubernetes-models/apps/v1/Deployment: a barrel takes most of a second to load."
          }
        ]
      }
    ]
  }
}
`;
