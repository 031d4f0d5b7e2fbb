// Command sync-engine brings a cluster to what a commit has, once, as Argo CD's application controller does with the
// same library, and prints what became of it as JSON. It ends when its standard input does, so that it never outlives
// whoever started it.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/go-logr/logr"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"

	files "github.com/argoproj/gitops-engine/pkg/utils/io"
	"github.com/argoproj/gitops-engine/pkg/utils/kube"
	"github.com/argoproj/gitops-engine/pkg/utils/tracing"
)

// options are named as in an Argo CD Application.
type options struct {
	kubeconfig  string
	application string
	repository  string
	revision    string
	path        string
	namespace   string
	prune       bool
	pruneLast   bool
	waveDelay   time.Duration
	timeout     time.Duration
}

// report is what is printed.
type report struct {
	Revision  string    `json:"revision"`
	Before    state     `json:"before"`
	Operation operation `json:"operation"`
	After     state     `json:"after"`
}

// The defaults of client-go make every request wait for the ones before.
const requestsPerSecond = 1000

func main() {
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(1)
	}()
	done, err := run(parse())
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(done)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func parse() options {
	var o options
	flag.StringVar(&o.kubeconfig, "kubeconfig", "", "file that names the cluster")
	flag.StringVar(&o.application, "application", "", "name of the Application, by which it knows its objects")
	flag.StringVar(&o.repository, "repository", "", "directory of the git repository")
	flag.StringVar(&o.revision, "revision", "HEAD", "commit")
	flag.StringVar(&o.path, "path", ".", "directory in the repository; what is below it is not read")
	flag.StringVar(&o.namespace, "namespace", "default", "namespace of the objects that name none")
	flag.BoolVar(&o.prune, "prune", false, "delete the objects that the commit has not")
	flag.BoolVar(&o.pruneLast, "prune-last", false, "delete them after all else is healthy")
	flag.DurationVar(&o.waveDelay, "wave-delay", 2*time.Second, "pause between two waves")
	flag.DurationVar(&o.timeout, "timeout", time.Minute, "longest time for the sync, and again for the objects' health")
	flag.Parse()
	return o
}

func run(o options) (*report, error) {
	config, err := clientcmd.BuildConfigFromFlags("", o.kubeconfig)
	if err != nil {
		return nil, err
	}
	config.QPS, config.Burst = requestsPerSecond, requestsPerSecond
	config.WarningHandler = rest.NoWarnings{}
	// Every manifest is a file for a moment; the library's own choice is shared memory, which nobody tidies up.
	files.TempDir = os.TempDir()
	log := logr.Discard()
	kubectl := &kube.KubectlCmd{Log: log, Tracer: tracing.NopTracer{}}
	revision, manifests, err := readCommit(o.repository, o.revision, o.path)
	if err != nil {
		return nil, err
	}
	clusterCache := newCache(config, log, kubectl)
	if err := clusterCache.EnsureSynced(); err != nil {
		return nil, err
	}
	defer clusterCache.Invalidate()
	for _, manifest := range manifests {
		place(manifest, o.namespace, clusterCache)
		track(manifest, o.application, o.namespace)
	}
	s := &syncer{options: o, config: config, kubectl: kubectl, cache: clusterCache, log: log, targets: manifests}
	before, err := s.state()
	if err != nil {
		return nil, err
	}
	done, err := s.sync(revision)
	if err != nil {
		return nil, err
	}
	after, err := s.settle(done)
	if err != nil {
		return nil, err
	}
	return &report{Revision: revision, Before: before, Operation: done, After: after}, nil
}
