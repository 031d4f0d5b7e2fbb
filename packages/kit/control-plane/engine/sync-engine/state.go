package main

import (
	"context"
	"sort"
	"time"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

	"github.com/argoproj/gitops-engine/pkg/diff"
	"github.com/argoproj/gitops-engine/pkg/health"
	"github.com/argoproj/gitops-engine/pkg/sync"
	"github.com/argoproj/gitops-engine/pkg/sync/common"
	"github.com/argoproj/gitops-engine/pkg/sync/hook"
	"github.com/argoproj/gitops-engine/pkg/utils/kube"
)

// state is how the cluster compares with the commit.
type state struct {
	// The worst of the objects.
	Health health.HealthStatusCode `json:"health"`
	// By group, kind, namespace and name.
	Objects []objectState `json:"objects"`
}

type objectState struct {
	object
	// Synced; else Missing where it is to be created, Modified, or Extra where it is to be pruned.
	Sync string `json:"sync"`
	// Empty for a kind whose health the library does not know.
	Health  health.HealthStatusCode `json:"health"`
	Message string                  `json:"message"`
}

const pollInterval = 200 * time.Millisecond

// settle waits until every object is synced and healthy. After a sync that failed there is nothing to wait for.
func (s *syncer) settle(done operation) (state, error) {
	kept := map[object]bool{}
	for _, one := range done.Results {
		kept[one.object] = one.Status == common.ResultCodePruneSkipped
	}
	deadline := time.Now().Add(s.timeout)
	for {
		now, err := s.state()
		if err != nil || done.Phase != common.OperationSucceeded || now.isSettled(kept) || time.Now().After(deadline) {
			return now, err
		}
		time.Sleep(pollInterval)
	}
}

func (s state) isSettled(kept map[object]bool) bool {
	for _, one := range s.Objects {
		if one.Sync != "Synced" && !kept[one.object] {
			return false
		}
	}
	return s.Health == health.HealthStatusHealthy
}

// state reads every object anew: the cache may not have what was applied a moment ago.
func (s *syncer) state() (state, error) {
	live, err := s.cache.GetManagedLiveObjs(s.targets, s.isTracked)
	if err != nil {
		return state{}, err
	}
	for _, target := range s.targets {
		live[kube.GetResourceKey(target)] = target
	}
	fresh := map[kube.ResourceKey]*unstructured.Unstructured{}
	for key, one := range live {
		found, err := s.kubectl.GetResource(context.TODO(), s.config, one.GroupVersionKind(), key.Name, key.Namespace)
		if err == nil {
			fresh[key] = found
		} else if !apierrors.IsNotFound(err) {
			return state{}, err
		}
	}
	return s.compare(sync.Reconcile(s.targets, fresh, s.namespace, s.cache))
}

func (s *syncer) compare(reconciled sync.ReconciliationResult) (state, error) {
	diffs, err := diff.DiffArray(reconciled.Target, reconciled.Live, diff.WithLogr(s.log))
	if err != nil {
		return state{}, err
	}
	all := state{Health: health.HealthStatusHealthy, Objects: []objectState{}}
	for i, target := range reconciled.Target {
		live := reconciled.Live[i]
		// What a hook leaves is no part of the application.
		if target == nil && hook.IsHook(live) {
			continue
		}
		one := stateOf(target, live, diffs.Diffs[i].Modified)
		if one.Health != "" && health.IsWorse(all.Health, one.Health) {
			all.Health = one.Health
		}
		all.Objects = append(all.Objects, one)
	}
	sort.Slice(all.Objects, func(i, j int) bool { return all.Objects[i].key() < all.Objects[j].key() })
	return all, nil
}

func stateOf(target, live *unstructured.Unstructured, modified bool) objectState {
	if live == nil {
		return objectState{object: nameOf(kube.GetResourceKey(target)), Sync: "Missing", Health: health.HealthStatusMissing}
	}
	one := objectState{object: nameOf(kube.GetResourceKey(live)), Sync: "Synced"}
	if target == nil {
		one.Sync = "Extra"
	} else if modified {
		one.Sync = "Modified"
	}
	// An error is told by the status as well, which is Unknown then.
	if status, _ := health.GetResourceHealth(live, nil); status != nil {
		one.Health, one.Message = status.Status, status.Message
	}
	return one
}

func (o object) key() string {
	return o.Group + "/" + o.Kind + "/" + o.Namespace + "/" + o.Name
}
