import { exampleRepository, exampleSystem, runScript, temporaryRepository, type TestDirectory } from "@kit/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let example: TestDirectory;
beforeAll(() => {
  example = exampleRepository();
});
afterAll(() => example[Symbol.dispose]());

describe("the environments of two systems", () => {
  test("as text", async () => {
    expect(await runScript("capacity", { cwd: example.path })).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "dev on shop-minikube
        within the target, and fits also while all roll at once

        Requests  Pods  Memory   CPU  Total memory  Total CPU
        backend      2   256Mi  250m         512Mi       500m
        chat         2   128Mi  100m         256Mi       200m
        web          2   128Mi  100m         256Mi       200m
        Total        6                      1024Mi       900m

        Limits   Pods  Memory   CPU  Total memory  Total CPU
        backend     2   512Mi  500m        1024Mi      1000m
        chat        2   256Mi  200m         512Mi       400m
        web         2   256Mi  200m         512Mi       400m
        Total       6                      2048Mi      1800m

        Usage   All nodes  System  Available  Limits  Usage  Target  Verdict
        Memory     8192Mi  2048Mi     6144Mi  2048Mi    33%     70%  within
        CPU         4000m   1000m      3000m   1800m    60%     70%  within

        Requested           Pods  Memory    CPU  Of memory  Of CPU  Verdict
        nothing rolls          6  1024Mi   900m        17%     30%  fits
        only backend rolls     7  1280Mi  1150m        21%     38%  fits
        all roll at once       9  1536Mi  1350m        25%     45%  fits

        While all roll      Pods            Memory             CPU  On it
        node-1          9 of 110  1536Mi of 6144Mi  1350m of 3000m  3 backend, 3 chat, 3 web

        the largest further pod that fits also then: 4608Mi and 1650m on node-1

        More replicas  Find a node  Within the target
        backend                  6                  0
        chat                    16                  1
        web                     16                  1

      prod on shop-prod
        within the target, and fits also while all roll at once

        Requests  Pods  Memory   CPU  Total memory  Total CPU
        backend      2   256Mi  250m         512Mi       500m
        chat         2   128Mi  100m         256Mi       200m
        web          2   128Mi  100m         256Mi       200m
        Total        6                      1024Mi       900m

        Limits   Pods  Memory   CPU  Total memory  Total CPU
        backend     2   512Mi  500m        1024Mi      1000m
        chat        2   256Mi  200m         512Mi       400m
        web         2   256Mi  200m         512Mi       400m
        Total       6                      2048Mi      1800m

        Usage   All nodes  System  Available  Limits  Usage  Target  Verdict
        Memory    49152Mi  6144Mi    43008Mi  2048Mi     5%     70%  within
        CPU        12000m   3000m      9000m   1800m    20%     70%  within

        Requested           Pods  Memory    CPU  Of memory  Of CPU  Verdict
        nothing rolls          6  1024Mi   900m         2%     10%  fits
        only backend rolls     7  1280Mi  1150m         3%     13%  fits
        all roll at once       9  1536Mi  1350m         4%     15%  fits

        While all roll      Pods            Memory            CPU  On it
        node-1          3 of 110  512Mi of 14336Mi  450m of 3000m  backend, 2 chat
        node-2          3 of 110  512Mi of 14336Mi  450m of 3000m  backend, 2 web
        node-3          3 of 110  512Mi of 14336Mi  450m of 3000m  backend, chat, web

        the largest further pod that fits also then: 13824Mi and 2550m on node-1

        More replicas  Find a node  Within the target
        backend                 30                  9
        chat                    75                 22
        web                     75                 22

      stall/dev on stall-minikube
        within the target, and fits also while all roll at once

        Requests   Pods  Memory   CPU  Total memory  Total CPU
        shop-api      1   256Mi  100m         256Mi       100m
        shop-page     1   256Mi  100m         256Mi       100m
        Total         2                       512Mi       200m

        Limits     Pods  Memory   CPU  Total memory  Total CPU
        shop-api      1   512Mi  500m         512Mi       500m
        shop-page     1   512Mi  500m         512Mi       500m
        Total         2                      1024Mi      1000m

        Usage   All nodes  System  Available  Limits  Usage  Target  Verdict
        Memory     4096Mi  1024Mi     3072Mi  1024Mi    33%     70%  within
        CPU         2000m    500m      1500m   1000m    67%     70%  within

        Requested            Pods  Memory   CPU  Of memory  Of CPU  Verdict
        nothing rolls           2   512Mi  200m        17%     13%  fits
        only shop-api rolls     3   768Mi  300m        25%     20%  fits
        all roll at once        4  1024Mi  400m        33%     27%  fits

        While all roll      Pods            Memory            CPU  On it
        node-1          4 of 110  1024Mi of 3072Mi  400m of 1500m  2 shop-api, 2 shop-page

        the largest further pod that fits also then: 2048Mi and 1100m on node-1

        More replicas  Find a node  Within the target
        shop-api                 7                  0
        shop-page                7                  0

      stall/prod on stall-prod
        within the target, and fits also while all roll at once

        Requests   Pods  Memory   CPU  Total memory  Total CPU
        shop-api      2   256Mi  100m         512Mi       200m
        shop-page     2   256Mi  100m         512Mi       200m
        Total         4                      1024Mi       400m

        Limits     Pods  Memory   CPU  Total memory  Total CPU
        shop-api      2   512Mi  500m        1024Mi      1000m
        shop-page     2   512Mi  500m        1024Mi      1000m
        Total         4                      2048Mi      2000m

        Usage   All nodes  System  Available  Limits  Usage  Target  Verdict
        Memory    49152Mi  6144Mi    43008Mi  2048Mi     5%     70%  within
        CPU        12000m   3000m      9000m   2000m    22%     70%  within

        Requested            Pods  Memory   CPU  Of memory  Of CPU  Verdict
        nothing rolls           4  1024Mi  400m         2%      4%  fits
        only shop-api rolls     5  1280Mi  500m         3%      6%  fits
        all roll at once        6  1536Mi  600m         4%      7%  fits

        While all roll      Pods            Memory            CPU  On it
        node-1          2 of 110  512Mi of 14336Mi  200m of 3000m  shop-api, shop-page
        node-2          2 of 110  512Mi of 14336Mi  200m of 3000m  2 shop-api
        node-3          2 of 110  512Mi of 14336Mi  200m of 3000m  2 shop-page

        the largest further pod that fits also then: 13824Mi and 2800m on node-1

        More replicas  Find a node  Within the target
        shop-api                67                  8
        shop-page               67                  8
      ",
      }
    `);
  });

  test("as Markdown, of one", async () => {
    const args = ["dev", "--format", "markdown"];
    expect(await runScript("capacity", { cwd: example.path, args })).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "# Capacity

      ## dev on shop-minikube

      - within the target, and fits also while all roll at once

      | Requests | Pods | Memory | CPU | Total memory | Total CPU |
      | --- | ---: | ---: | ---: | ---: | ---: |
      | backend | 2 | 256Mi | 250m | 512Mi | 500m |
      | chat | 2 | 128Mi | 100m | 256Mi | 200m |
      | web | 2 | 128Mi | 100m | 256Mi | 200m |
      | **Total** | **6** |  |  | **1024Mi** | **900m** |

      | Limits | Pods | Memory | CPU | Total memory | Total CPU |
      | --- | ---: | ---: | ---: | ---: | ---: |
      | backend | 2 | 512Mi | 500m | 1024Mi | 1000m |
      | chat | 2 | 256Mi | 200m | 512Mi | 400m |
      | web | 2 | 256Mi | 200m | 512Mi | 400m |
      | **Total** | **6** |  |  | **2048Mi** | **1800m** |

      | Usage | All nodes | System | Available | Limits | Usage | Target | Verdict |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |
      | Memory | 8192Mi | 2048Mi | 6144Mi | 2048Mi | 33% | 70% | within |
      | CPU | 4000m | 1000m | 3000m | 1800m | 60% | 70% | within |

      | Requested | Pods | Memory | CPU | Of memory | Of CPU | Verdict |
      | --- | ---: | ---: | ---: | ---: | ---: | --- |
      | nothing rolls | 6 | 1024Mi | 900m | 17% | 30% | fits |
      | only backend rolls | 7 | 1280Mi | 1150m | 21% | 38% | fits |
      | all roll at once | 9 | 1536Mi | 1350m | 25% | 45% | fits |

      | While all roll | Pods | Memory | CPU | On it |
      | --- | ---: | ---: | ---: | --- |
      | node-1 | 9 of 110 | 1536Mi of 6144Mi | 1350m of 3000m | 3 backend, 3 chat, 3 web |

      - the largest further pod that fits also then: 4608Mi and 1650m on node-1

      | More replicas | Find a node | Within the target |
      | --- | ---: | ---: |
      | backend | 6 | 0 |
      | chat | 16 | 1 |
      | web | 16 | 1 |
      ",
      }
    `);
  });

  test("as JSON, of one", async () => {
    expect(await runScript("capacity", { cwd: example.path, args: ["stall/prod", "--json"] })).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "{
        "ok": true,
        "clusters": [
          {
            "id": "stall-prod",
            "ok": true,
            "withinTarget": true,
            "fits": true,
            "environments": [
              {
                "id": "stall/prod",
                "services": [
                  {
                    "name": "shop-api",
                    "pods": 2,
                    "perPod": {
                      "requests": {
                        "cpu": "100m",
                        "memory": "256Mi"
                      },
                      "limits": {
                        "cpu": "500m",
                        "memory": "512Mi"
                      }
                    },
                    "requests": {
                      "cpu": "200m",
                      "memory": "512Mi"
                    },
                    "limits": {
                      "cpu": "1000m",
                      "memory": "1024Mi"
                    },
                    "unlimited": []
                  },
                  {
                    "name": "shop-page",
                    "pods": 2,
                    "perPod": {
                      "requests": {
                        "cpu": "100m",
                        "memory": "256Mi"
                      },
                      "limits": {
                        "cpu": "500m",
                        "memory": "512Mi"
                      }
                    },
                    "requests": {
                      "cpu": "200m",
                      "memory": "512Mi"
                    },
                    "limits": {
                      "cpu": "1000m",
                      "memory": "1024Mi"
                    },
                    "unlimited": []
                  }
                ],
                "total": {
                  "pods": 4,
                  "requests": {
                    "cpu": "400m",
                    "memory": "1024Mi"
                  },
                  "limits": {
                    "cpu": "2000m",
                    "memory": "2048Mi"
                  }
                }
              }
            ],
            "total": {
              "pods": 4,
              "requests": {
                "cpu": "400m",
                "memory": "1024Mi"
              },
              "limits": {
                "cpu": "2000m",
                "memory": "2048Mi"
              }
            },
            "target": 70,
            "moments": [
              {
                "when": "steady",
                "pods": 4,
                "requests": {
                  "cpu": "400m",
                  "memory": "1024Mi"
                },
                "pending": 0
              },
              {
                "when": "one rolls",
                "pods": 5,
                "requests": {
                  "cpu": "500m",
                  "memory": "1280Mi"
                },
                "pending": 0,
                "service": "shop-api"
              },
              {
                "when": "all roll",
                "pods": 6,
                "requests": {
                  "cpu": "600m",
                  "memory": "1536Mi"
                },
                "pending": 0
              }
            ],
            "nodes": [
              {
                "name": "node-1",
                "pods": 2,
                "mostPods": 110,
                "requests": {
                  "cpu": "200m",
                  "memory": "512Mi"
                },
                "allocatable": {
                  "cpu": "3000m",
                  "memory": "14336Mi"
                },
                "services": {
                  "shop-api": 1,
                  "shop-page": 1
                }
              },
              {
                "name": "node-2",
                "pods": 2,
                "mostPods": 110,
                "requests": {
                  "cpu": "200m",
                  "memory": "512Mi"
                },
                "allocatable": {
                  "cpu": "3000m",
                  "memory": "14336Mi"
                },
                "services": {
                  "shop-api": 2
                }
              },
              {
                "name": "node-3",
                "pods": 2,
                "mostPods": 110,
                "requests": {
                  "cpu": "200m",
                  "memory": "512Mi"
                },
                "allocatable": {
                  "cpu": "3000m",
                  "memory": "14336Mi"
                },
                "services": {
                  "shop-page": 2
                }
              }
            ],
            "certain": false,
            "pending": [],
            "waiting": [],
            "largestPods": [
              {
                "node": "node-1",
                "cpu": "2800m",
                "memory": "13824Mi"
              }
            ],
            "more": [
              {
                "service": "shop-api",
                "fit": 67,
                "withinTarget": 8
              },
              {
                "service": "shop-page",
                "fit": 67,
                "withinTarget": 8
              }
            ],
            "notes": [],
            "usage": {
              "cpu": {
                "capacity": "12000m",
                "reserved": "3000m",
                "available": "9000m",
                "limits": "2000m",
                "percent": 22.2,
                "within": true
              },
              "memory": {
                "capacity": "49152Mi",
                "reserved": "6144Mi",
                "available": "43008Mi",
                "limits": "2048Mi",
                "percent": 4.8,
                "within": true
              }
            },
            "shrink": []
          }
        ]
      }
      ",
      }
    `);
  });
});

const deployment = (replicas: number, cpu: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
spec:
  replicas: ${replicas}
  selector:
    matchLabels:
      app: cart
  template:
    metadata:
      labels:
        app: cart
    spec:
      containers:
        - name: cart
          image: shop-cart
          resources:
            requests:
              cpu: ${cpu}
              memory: 128Mi
            limits:
              cpu: ${cpu}
              memory: 128Mi
`;
const files = (dev: string, prod: string): Record<string, string> => ({
  ...exampleSystem(),
  "generated/rendered/dev/18-deployment-cart.yaml": dev,
  "generated/rendered/prod/18-deployment-cart.yaml": prod,
});

describe("exit 1, with what to do", () => {
  test("two environments of one cluster add up, and are shown together where one is named", async () => {
    using repository = temporaryRepository(files(deployment(2, "300m"), deployment(3, "600m")));
    expect(await runScript("capacity", { cwd: repository.path, args: ["dev"] })).toMatchInlineSnapshot(`
      {
        "exitCode": 1,
        "stderr": "",
        "stdout": "dev + prod on shop
        over the target: the cpu limits are 80% (2400m of 3000m), 70% are allowed
        to be within the target: cart in prod with a cpu limit of 500m instead of 600m, or cart in prod with 2 replicas instead of 3, or cart in dev with a cpu limit of 150m instead of 300m, or cart in dev with 1 replica instead of 2

        Requests of dev  Pods  Memory   CPU  Total memory  Total CPU
        cart                2   128Mi  300m         256Mi       600m
        Total               2                       256Mi       600m

        Limits of dev  Pods  Memory   CPU  Total memory  Total CPU
        cart              2   128Mi  300m         256Mi       600m
        Total             2                       256Mi       600m

        Requests of prod  Pods  Memory   CPU  Total memory  Total CPU
        cart                 3   128Mi  600m         384Mi      1800m
        Total                3                       384Mi      1800m

        Limits of prod  Pods  Memory   CPU  Total memory  Total CPU
        cart               3   128Mi  600m         384Mi      1800m
        Total              3                       384Mi      1800m

        Usage   All nodes  System  Available  Limits  Usage  Target  Verdict
        Memory     8192Mi  2048Mi     6144Mi   640Mi    10%     70%  within
        CPU         4000m   1000m      3000m   2400m    80%     70%  over

        Requested                Pods  Memory    CPU  Of memory  Of CPU  Verdict
        nothing rolls               5   640Mi  2400m        10%     80%  fits
        only cart in prod rolls     6   768Mi  3000m        13%    100%  fits
        all roll at once            7   896Mi  3300m        15%    110%  fits

        While all roll      Pods           Memory             CPU  On it
        node-1          6 of 110  768Mi of 6144Mi  2700m of 3000m  3 cart in dev, 3 cart in prod

        the largest further pod that fits also then: 5376Mi and 300m on node-1

        More replicas  Find a node  Within the target
        cart in dev              1                  0
        cart in prod             0                  0

        while all roll, 1 pod of cart in prod waits for others to end, which hold their place until then: old pods up to 30 s, jobs as long as they run
      ",
      }
    `);
  });

  test("nothing fits", async () => {
    using repository = temporaryRepository(files(deployment(3, "900m"), deployment(2, "500m")));
    expect(await runScript("capacity", { cwd: repository.path, args: ["dev", "--format", "markdown"] }))
      .toMatchInlineSnapshot(`
        {
          "exitCode": 1,
          "stderr": "",
          "stdout": "# Capacity

        ## dev + prod on shop

        - over the target: the cpu limits are 123% (3700m of 3000m), 70% are allowed
        - does not fit: 2 pods of cart in prod find no node: 1 node has not enough cpu
        - does not fit while all roll at once: 1 pod of cart in dev finds no node: 1 node has not enough cpu
        - to be within the target: cart in dev with a cpu limit of 366m instead of 900m, or cart in dev with 1 replica instead of 3
        - to fit: cart in dev with a cpu request of 500m instead of 900m, or cart in dev with 1 replica instead of 3

        | Requests of dev | Pods | Memory | CPU | Total memory | Total CPU |
        | --- | ---: | ---: | ---: | ---: | ---: |
        | cart | 3 | 128Mi | 900m | 384Mi | 2700m |
        | **Total** | **3** |  |  | **384Mi** | **2700m** |

        | Limits of dev | Pods | Memory | CPU | Total memory | Total CPU |
        | --- | ---: | ---: | ---: | ---: | ---: |
        | cart | 3 | 128Mi | 900m | 384Mi | 2700m |
        | **Total** | **3** |  |  | **384Mi** | **2700m** |

        | Requests of prod | Pods | Memory | CPU | Total memory | Total CPU |
        | --- | ---: | ---: | ---: | ---: | ---: |
        | cart | 2 | 128Mi | 500m | 256Mi | 1000m |
        | **Total** | **2** |  |  | **256Mi** | **1000m** |

        | Limits of prod | Pods | Memory | CPU | Total memory | Total CPU |
        | --- | ---: | ---: | ---: | ---: | ---: |
        | cart | 2 | 128Mi | 500m | 256Mi | 1000m |
        | **Total** | **2** |  |  | **256Mi** | **1000m** |

        | Usage | All nodes | System | Available | Limits | Usage | Target | Verdict |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |
        | Memory | 8192Mi | 2048Mi | 6144Mi | 640Mi | 10% | 70% | within |
        | CPU | 4000m | 1000m | 3000m | 3700m | 123% | 70% | over |

        | Requested | Pods | Memory | CPU | Of memory | Of CPU | Verdict |
        | --- | ---: | ---: | ---: | ---: | ---: | --- |
        | nothing rolls | 5 | 640Mi | 3700m | 10% | 123% | 2 pods without a node |
        | only cart in dev rolls | 6 | 768Mi | 4600m | 13% | 153% | 3 pods without a node |
        | all roll at once | 7 | 896Mi | 5100m | 15% | 170% | 4 pods without a node |

        | While all roll | Pods | Memory | CPU | On it |
        | --- | ---: | ---: | ---: | --- |
        | node-1 | 3 of 110 | 384Mi of 6144Mi | 2700m of 3000m | 3 cart in dev |

        - the largest further pod that fits also then: 5760Mi and 300m on node-1

        | More replicas | Find a node | Within the target |
        | --- | ---: | ---: |
        | cart in dev | 0 | 0 |
        | cart in prod | 0 | 0 |
        ",
        }
      `);
  });
});

describe("exit 2", () => {
  test("an environment that is not there, or not rendered", async () => {
    using repository = temporaryRepository(exampleSystem());
    expect(await runScript("capacity", { cwd: repository.path, args: ["pord"] })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[environment-unknown]: no environment is called "pord"
        where:  the command's arguments
        to fix: the environments are: dev, prod. Did you mean prod?
      ",
        "stdout": "",
      }
    `);
    expect(await runScript("capacity", { cwd: repository.path, args: ["prod"] })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[rendered-missing]: the environment "dev" has not been rendered: there is no object in its directory
        where:  generated/rendered/dev
        to fix: run \`pnpm build\`

      error[rendered-missing]: the environment "prod" has not been rendered: there is no object in its directory
        where:  generated/rendered/prod
        to fix: run \`pnpm build\`
      ",
        "stdout": "",
      }
    `);
  });

  test("objects that cannot be read", async () => {
    using repository = temporaryRepository(
      files("a: [", deployment(1, "lots").replace("replicas: 1", 'replicas: "1"')),
    );
    expect(await runScript("capacity", { cwd: repository.path })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[rendered-yaml]: not YAML at line 2, column 1: did not find expected node content
        where:  generated/rendered/dev/18-deployment-cart.yaml
        to fix: run \`pnpm build\`
      ",
        "stdout": "",
      }
    `);
    repository.write({ "generated/rendered/dev/18-deployment-cart.yaml": deployment(1, "1") });
    expect(await runScript("capacity", { cwd: repository.path })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[object-invalid]: Deployment cart: spec.replicas must be a number, got "1"
        where:  generated/rendered/prod/18-deployment-cart.yaml
        to fix: change it in the package or the overlay, and run \`pnpm build\`

      error[object-invalid]: Deployment cart: spec.template.spec.containers.0.resources.requests cpu must be a quantity such as "500m" or "4Gi", got "lots"
        where:  generated/rendered/prod/18-deployment-cart.yaml
        to fix: change it in the package or the overlay, and run \`pnpm build\`

      error[object-invalid]: Deployment cart: spec.template.spec.containers.0.resources.limits cpu must be a quantity such as "500m" or "4Gi", got "lots"
        where:  generated/rendered/prod/18-deployment-cart.yaml
        to fix: change it in the package or the overlay, and run \`pnpm build\`
      ",
        "stdout": "",
      }
    `);
  });

  test("options that do not exist", async () => {
    using repository = temporaryRepository(exampleSystem());
    expect(await runScript("capacity", { cwd: repository.path, args: ["--format", "xml"] })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[argument-value]: --format cannot be "xml"
        where:  the command's arguments
        to fix: the formats are: text, markdown, json
      ",
        "stdout": "",
      }
    `);
    const both = ["--format", "text", "--json"];
    expect(await runScript("capacity", { cwd: repository.path, args: both })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[argument-value]: --json and --format text cannot be given together
        where:  the command's arguments
        to fix: write one of them
      ",
        "stdout": "",
      }
    `);
  });
});
