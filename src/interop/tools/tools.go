//go:build tools

// Package tools names the commands that are built as they are, so that go.mod keeps them.
package tools

import (
	_ "github.com/google/go-containerregistry/cmd/crane"
	_ "github.com/mikefarah/yq/v4"
	_ "github.com/regclient/regclient/cmd/regctl"
	_ "helm.sh/helm/v3/cmd/helm"
	_ "helm.sh/helm/v4/cmd/helm"
)
