package main

import (
	"fmt"

	"github.com/go-logr/logr"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/client-go/rest"

	"github.com/argoproj/gitops-engine/pkg/cache"
	"github.com/argoproj/gitops-engine/pkg/utils/kube"
)

// By this Argo CD 3 knows which objects are an Application's.
const trackingAnnotation = "argocd.argoproj.io/tracking-id"

// track writes the annotation of an object of the Application.
func track(object *unstructured.Unstructured, application, namespace string) {
	annotations := object.GetAnnotations()
	if annotations == nil {
		annotations = map[string]string{}
	}
	annotations[trackingAnnotation] = trackingID(kube.GetResourceKey(object), application, namespace)
	object.SetAnnotations(annotations)
}

// isTracked tells whether an object is the Application's. One that has the annotation of another object is not: a
// controller has copied it.
func isTracked(id interface{}, key kube.ResourceKey, application, namespace string) bool {
	return id == trackingID(key, application, namespace)
}

func trackingID(key kube.ResourceKey, application, namespace string) string {
	if key.Namespace != "" {
		namespace = key.Namespace
	}
	return fmt.Sprintf("%s:%s/%s:%s/%s", application, key.Group, key.Kind, namespace, key.Name)
}

// newCache returns the library's picture of the cluster, which keeps the annotation of every object that has one.
func newCache(config *rest.Config, log logr.Logger, kubectl kube.Kubectl) cache.ClusterCache {
	populate := func(object *unstructured.Unstructured, _ bool) (interface{}, bool) {
		id := object.GetAnnotations()[trackingAnnotation]
		return id, id != ""
	}
	return cache.NewClusterCache(config,
		cache.SetLogr(log), cache.SetKubectl(kubectl), cache.SetPopulateResourceInfoHandler(populate))
}
