package main

import (
	"time"

	"github.com/go-logr/logr"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/client-go/rest"

	"github.com/argoproj/gitops-engine/pkg/cache"
	"github.com/argoproj/gitops-engine/pkg/sync"
	"github.com/argoproj/gitops-engine/pkg/sync/common"
	"github.com/argoproj/gitops-engine/pkg/utils/kube"
)

// operation is what became of a sync.
type operation struct {
	Phase   common.OperationPhase `json:"phase"`
	Message string                `json:"message"`
	// In the order in which they were applied.
	Results []result `json:"results"`
}

// result is what became of one object.
type result struct {
	object
	// Synced, SyncFailed, Pruned or PruneSkipped; empty for a hook that has run.
	Status  common.ResultCode `json:"status"`
	Message string            `json:"message"`
	// PreSync, Sync, PostSync or SyncFail; empty where it is no hook.
	Hook common.HookType `json:"hook"`
	// Running for an object whose health the sync did not have to wait for.
	Phase common.OperationPhase `json:"phase"`
	// In what part of the sync it was applied.
	SyncPhase common.SyncPhase `json:"syncPhase"`
}

// object names an object.
type object struct {
	Group     string `json:"group"`
	Kind      string `json:"kind"`
	Namespace string `json:"namespace"`
	Name      string `json:"name"`
}

type syncer struct {
	options
	config  *rest.Config
	kubectl kube.Kubectl
	cache   cache.ClusterCache
	log     logr.Logger
	targets []*unstructured.Unstructured
}

// sync takes one step after the other, each with the objects as they are by then. The library's own engine.Sync reads
// the objects once: what it made itself is never healthy to it, so the second wave never comes.
func (s *syncer) sync(revision string) (operation, error) {
	changed := make(chan struct{}, 1)
	unsubscribe := s.cache.OnResourceUpdated(func(_, _ *cache.Resource, _ map[kube.ResourceKey]*cache.Resource) {
		select {
		case changed <- struct{}{}:
		default:
		}
	})
	defer unsubscribe()
	started := metav1.Now()
	deadline := time.After(s.timeout)
	var phase common.OperationPhase = common.OperationRunning
	var message string
	var results []common.ResourceSyncResult
	for {
		live, err := s.cache.GetManagedLiveObjs(s.targets, s.isTracked)
		if err != nil {
			return operation{}, err
		}
		reconciled := sync.Reconcile(s.targets, live, s.namespace, s.cache)
		step, cleanup, err := sync.NewSyncContext(
			revision, reconciled, s.config, s.config, s.kubectl, s.namespace, s.cache.GetOpenAPISchema(),
			sync.WithLogr(s.log),
			sync.WithInitialState(phase, message, results, started),
			sync.WithPrune(s.prune),
			sync.WithPruneLast(s.pruneLast),
			sync.WithSyncWaveHook(s.afterWave),
		)
		if err != nil {
			return operation{}, err
		}
		step.Sync()
		phase, message, results = step.GetState()
		cleanup()
		if phase.Completed() {
			return operation{Phase: phase, Message: message, Results: s.named(results)}, nil
		}
		select {
		case <-deadline:
			step.Terminate()
			return operation{Phase: common.OperationFailed, Message: "timed out: " + message, Results: s.named(results)}, nil
		case <-time.After(pollInterval):
		case <-changed:
		}
	}
}

// Between two waves Argo CD leaves controllers the time to see what is new.
func (s *syncer) afterWave(_ common.SyncPhase, _ int, final bool) error {
	if !final {
		time.Sleep(s.waveDelay)
	}
	return nil
}

func (s *syncer) isTracked(resource *cache.Resource) bool {
	return isTracked(resource.Info, resource.ResourceKey(), s.application, s.namespace)
}

// The library gives every object a namespace, also one whose kind has none.
func (s *syncer) named(results []common.ResourceSyncResult) []result {
	all := []result{}
	for _, one := range results {
		key := one.ResourceKey
		if !kube.IsNamespacedOrUnknown(s.cache, key.GroupKind()) {
			key.Namespace = ""
		}
		all = append(all, result{
			object: nameOf(key), Status: one.Status, Message: one.Message,
			Hook: one.HookType, Phase: one.HookPhase, SyncPhase: one.SyncPhase,
		})
	}
	return all
}

func nameOf(key kube.ResourceKey) object {
	return object{Group: key.Group, Kind: key.Kind, Namespace: key.Namespace, Name: key.Name}
}
