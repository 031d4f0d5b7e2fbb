import { describe, expect, test } from "vitest";
import { fluxMarker } from "../../../src/checks/kustomize/flux-marker.ts";
import { object } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

const policy = object("ImagePolicy", "web, namespace: flux-system", "spec: {}", "image.toolkit.fluxcd.io/v1beta2");
const judged = (line: string, manifests = policy, imagePolicies?: readonly string[]): string[] => {
  const texts = { "overlays/dev/kustomization.yaml": `images:\n  - name: web\n${line}\n` };
  return judge(fluxMarker, manifests, { overlay: { ...overlayOf({ texts }), imagePolicies } });
};

describe("flux-marker", () => {
  test.for([
    '    newTag: "1.0" # {"$imagepolicy": "flux-system:web:tag"}',
    '    newName: acme/web # {"$imagepolicy": "flux-system:web:name"}',
    '    digest: sha256:0123 # {"$imagepolicy": "flux-system:web:digest"}',
    '      - image: acme/web:1.0 # {"$imagepolicy": "flux-system:web"}',
    '      - "acme/web:1.0" # {"$imagepolicy": "flux-system:web"}',
    "    newTag: '1.0' # a comment",
  ])("passes %s", (line) => {
    expect(judged(line)).toEqual([]);
  });

  test("passes any policy where the repository has none", () => {
    expect(judged('    newTag: "1.0" # {"$imagepolicy": "flux-system:other:tag"}', "")).toEqual([]);
  });

  test("finds what leads nowhere", () => {
    const lines = [
      '    newTag: "1.0" # {"$imagepolicy: "flux-system:web:tag"}',
      '    newTag: "1.0" # {"$imagepolicy": "web:tag:1:2"}',
      '    newTag: "1.0" # {"$imagepolicy": "web"}',
      '    newTag: "1.0" # {"$imagepolicy": "flux-system:web"}',
      '    newTag: "1.0" # {"$imagepolicy": "flux-system:web:name"}',
      '    # {"$imagepolicy": "flux-system:web:tag"}',
      '    images: # {"$imagepolicy": "flux-system:web:tag"}',
      '    newTag: "1.0" # {"$imagepolicy": "flux-system:wbe:tag"}',
    ];
    expect(judged(lines.join("\n"))).toMatchInlineSnapshot(`
      [
        "error overlays/dev/kustomization.yaml: the image marker in line 10 names the policy flux-system:wbe, which does not exist; write flux-system:web, or add the ImagePolicy",
        "error overlays/dev/kustomization.yaml: the image marker in line 3 is not valid JSON: {"$imagepolicy: "flux-system:web:tag"}; write # {"$imagepolicy": "flux-system:shop-api:tag"}",
        "error overlays/dev/kustomization.yaml: the image marker in line 4 names no policy as namespace:name: web:tag:1:2; write # {"$imagepolicy": "flux-system:shop-api:tag"}",
        "error overlays/dev/kustomization.yaml: the image marker in line 5 names no policy as namespace:name: web; write # {"$imagepolicy": "flux-system:shop-api:tag"}",
        "error overlays/dev/kustomization.yaml: the image marker in line 6 would write the whole image into newTag; write "flux-system:web:tag"",
        "error overlays/dev/kustomization.yaml: the image marker in line 7 would write name into newTag; write "flux-system:web:tag"",
        "error overlays/dev/kustomization.yaml: the image marker in line 8 stands on no line with a value; put it behind the value that Flux is to write",
        "error overlays/dev/kustomization.yaml: the image marker in line 9 stands on no line with a value; put it behind the value that Flux is to write",
      ]
    `);
  });

  test("reads the policies of the whole repository", () => {
    const line = '    newTag: "1.0" # {"$imagepolicy": "flux-system:api:tag"}';
    expect(judged(line, "", ["flux-system:api"])).toEqual([]);
    expect(judged(line, "", ["apps:web"])).toHaveLength(1);
  });
});
