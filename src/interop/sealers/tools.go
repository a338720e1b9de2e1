//go:build tools

// Package tools names the commands that are built as they are, so that go.mod keeps them. They stand apart from the others: the
// libraries of every cloud come with them, and would choose versions for those who read manifests.
package tools

import (
	_ "filippo.io/age/cmd/age-keygen"
	_ "github.com/bitnami-labs/sealed-secrets/cmd/kubeseal"
	_ "github.com/getsops/sops/v3/cmd/sops"
)
