import { autoscalerMetric } from "../../../src/checks/api-validity/autoscaler-metric.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["horizontalPodAutoscaler", {}],
  ["horizontalPodAutoscaler", { "spec.metrics": [] }],
  ["horizontalPodAutoscaler", { "spec.metrics": undefined }],
  [
    "horizontalPodAutoscaler",
    {
      "spec.metrics": [
        { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 200 } } },
      ],
    },
  ],
  [
    "horizontalPodAutoscaler",
    {
      "spec.metrics": [
        {
          type: "Resource",
          resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 50, value: "1" } },
        },
      ],
    },
  ],
  [
    "horizontalPodAutoscaler",
    {
      "spec.metrics": [
        { type: "Resource", resource: { name: "cpu", target: { type: "AverageValue", averageUtilization: 50 } } },
      ],
    },
  ],
  [
    "horizontalPodAutoscaler",
    {
      "spec.metrics": [
        { type: "Resource", resource: { name: "foo bar", target: { type: "Utilization", averageUtilization: 50 } } },
      ],
    },
  ],
  [
    "horizontalPodAutoscaler",
    {
      "spec.metrics": [
        { type: "Pods", pods: { metric: { name: "x" }, target: { type: "AverageValue", averageValue: "1" } } },
      ],
    },
  ],
  [
    "horizontalPodAutoscaler",
    {
      "spec.metrics": [
        {
          type: "Pods",
          pods: {
            metric: { name: "x", selector: { matchLabels: { "a b": "c" } } },
            target: { type: "AverageValue", averageValue: "1" },
          },
        },
      ],
    },
  ],
  [
    "horizontalPodAutoscaler",
    {
      "spec.metrics": [
        {
          type: "Object",
          object: {
            describedObject: { kind: "Ingress", name: "a" },
            metric: { name: "x" },
            target: { type: "Value", value: "1" },
          },
        },
      ],
    },
  ],
  [
    "horizontalPodAutoscaler",
    {
      "spec.metrics": [
        {
          type: "ContainerResource",
          containerResource: { name: "cpu", container: "a", target: { type: "Utilization", averageUtilization: 50 } },
        },
      ],
    },
  ],
];

const refused: readonly Refused[] = [
  [
    ["horizontalPodAutoscaler", { "spec.metrics": [{ type: "Resource" }] }],
    "error HorizontalPodAutoscaler default/x spec.metrics[0].resource: the metric is of type Resource, and resource is missing; write resource",
  ],
  [
    ["horizontalPodAutoscaler", { "spec.metrics": [{ type: "Foo" }] }],
    'error HorizontalPodAutoscaler default/x spec.metrics[0].type: the metric\'s type "Foo" is not one of ContainerResource, External, Object, Pods, Resource; write one of ContainerResource, External, Object, Pods, Resource',
  ],
  [
    [
      "horizontalPodAutoscaler",
      { "spec.metrics": [{ type: "Resource", resource: { name: "cpu", target: { type: "Utilization" } } }] },
    ],
    "error HorizontalPodAutoscaler default/x spec.metrics[0].resource.target: the target has no averageUtilization and no averageValue; write averageUtilization or averageValue",
  ],
  [
    [
      "horizontalPodAutoscaler",
      {
        "spec.metrics": [
          { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 0 } } },
        ],
      },
    ],
    "error HorizontalPodAutoscaler default/x spec.metrics[0].resource.target.averageUtilization: averageUtilization is 0, and must be 1 or more; set it to a number that is 1 or more",
  ],
  [
    [
      "horizontalPodAutoscaler",
      {
        "spec.metrics": [
          {
            type: "Resource",
            resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 50, averageValue: "1" } },
          },
        ],
      },
    ],
    "error HorizontalPodAutoscaler default/x spec.metrics[0].resource.target: the target has both averageUtilization and averageValue; remove one of them",
  ],
  [
    [
      "horizontalPodAutoscaler",
      {
        "spec.metrics": [
          {
            type: "Resource",
            resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 50, value: "0" } },
          },
        ],
      },
    ],
    "error HorizontalPodAutoscaler default/x spec.metrics[0].resource.target.value: value is 0, and must be more than 0; set what the metric shall come to",
  ],
  [
    [
      "horizontalPodAutoscaler",
      {
        "spec.metrics": [
          { type: "Resource", resource: { name: "cpu", target: { type: "Foo", averageUtilization: 50 } } },
        ],
      },
    ],
    'error HorizontalPodAutoscaler default/x spec.metrics[0].resource.target.type: the target\'s type "Foo" is not one of Utilization, Value, AverageValue; write one of Utilization, Value, AverageValue',
  ],
  [
    [
      "horizontalPodAutoscaler",
      {
        "spec.metrics": [
          { type: "Resource", resource: { name: "", target: { type: "Utilization", averageUtilization: 50 } } },
        ],
      },
    ],
    "error HorizontalPodAutoscaler default/x spec.metrics[0].resource.name: the resource's name is empty; write the resource's name",
  ],
  [
    [
      "horizontalPodAutoscaler",
      {
        "spec.metrics": [
          { type: "Pods", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 50 } } },
        ],
      },
    ],
    "error HorizontalPodAutoscaler default/x spec.metrics[0].pods: the metric is of type Pods, and pods is missing; write pods",
    "error HorizontalPodAutoscaler default/x spec.metrics[0].resource: the metric is of type Pods, and has resource; remove it, or write it as pods",
  ],
  [
    [
      "horizontalPodAutoscaler",
      { "spec.metrics": [{ type: "Pods", pods: { metric: { name: "x" }, target: { type: "Value", value: "1" } } }] },
    ],
    "error HorizontalPodAutoscaler default/x spec.metrics[0].pods.target: the target has no averageValue; write averageValue",
  ],
  [
    [
      "horizontalPodAutoscaler",
      {
        "spec.metrics": [
          { type: "Pods", pods: { metric: { name: "x/y" }, target: { type: "AverageValue", averageValue: "1" } } },
        ],
      },
    ],
    "error HorizontalPodAutoscaler default/x spec.metrics[0].pods.metric.name: the metric's name \"x/y\" must not contain / or %; correct the metric's name",
  ],
  [
    [
      "horizontalPodAutoscaler",
      {
        "spec.metrics": [
          { type: "Pods", pods: { metric: { name: "x" }, target: { type: "AverageValue", averageValue: "-1" } } },
        ],
      },
    ],
    "error HorizontalPodAutoscaler default/x spec.metrics[0].pods.target.averageValue: averageValue is -1, and must be more than 0; set what the metric shall come to",
  ],
  [
    [
      "horizontalPodAutoscaler",
      {
        "spec.metrics": [
          {
            type: "Object",
            object: {
              describedObject: { kind: "Ingress", name: "" },
              metric: { name: "x" },
              target: { type: "Value", value: "1" },
            },
          },
        ],
      },
    ],
    "error HorizontalPodAutoscaler default/x spec.metrics[0].object.describedObject.name: the object's name is empty; write the object's name",
  ],
  [
    [
      "horizontalPodAutoscaler",
      {
        "spec.metrics": [
          {
            type: "Object",
            object: {
              describedObject: { kind: "Ingress", name: "a" },
              metric: { name: "x" },
              target: { type: "Value" },
            },
          },
        ],
      },
    ],
    "error HorizontalPodAutoscaler default/x spec.metrics[0].object.target: the target has no averageValue and no value; write averageValue or value",
  ],
  [
    [
      "horizontalPodAutoscaler",
      {
        "spec.metrics": [
          {
            type: "External",
            external: { metric: { name: "x" }, target: { type: "Value", value: "1", averageValue: "1" } },
          },
        ],
      },
    ],
    "error HorizontalPodAutoscaler default/x spec.metrics[0].external.target: the target has both averageValue and value; remove one of them",
  ],
  [
    [
      "horizontalPodAutoscaler",
      {
        "spec.metrics": [
          {
            type: "ContainerResource",
            containerResource: { name: "foo", container: "a", target: { type: "Utilization", averageUtilization: 50 } },
          },
        ],
      },
    ],
    'error HorizontalPodAutoscaler default/x spec.metrics[0].containerResource.name: the resource "foo" is not a resource that the API server knows, and has no domain such as example.com/; correct the resource',
  ],
  [
    [
      "horizontalPodAutoscaler",
      {
        "spec.metrics": [
          {
            type: "ContainerResource",
            containerResource: {
              name: "cpu",
              container: "A b",
              target: { type: "Utilization", averageUtilization: 50 },
            },
          },
        ],
      },
    ],
    "error HorizontalPodAutoscaler default/x spec.metrics[0].containerResource.container: the container's name \"A b\" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct the container's name",
  ],
  [
    [
      "horizontalPodAutoscaler",
      {
        "spec.metrics": [
          { type: "", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 50 } } },
        ],
      },
    ],
    "error HorizontalPodAutoscaler default/x spec.metrics[0].type: the metric's type is empty; write the metric's type",
  ],
];

testVerdicts(autoscalerMetric, taken, refused);
