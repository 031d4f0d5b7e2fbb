// The kustomize of a kubectl: its command `kubectl kustomize`, without the others.
package main

import (
	"os"

	"github.com/spf13/cobra"
	"k8s.io/cli-runtime/pkg/genericiooptions"
	"k8s.io/kubectl/pkg/cmd/kustomize"
)

func main() {
	kubectl := &cobra.Command{Use: "kubectl", SilenceUsage: true}
	streams := genericiooptions.IOStreams{In: os.Stdin, Out: os.Stdout, ErrOut: os.Stderr}
	kubectl.AddCommand(kustomize.NewCmdKustomize(streams))
	if kubectl.Execute() != nil {
		os.Exit(1)
	}
}
