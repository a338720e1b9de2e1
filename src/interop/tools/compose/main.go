// Reads a project as Docker Compose does, with the loader that is a part of it, and prints it as JSON.
//
// Usage: compose [--env-file FILE]... -f FILE... config [--images], with the options of the command itself; prints the images alone.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	text, err := config(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout.Write(text)
}

func config(arguments []string) ([]byte, error) {
	var environment, files []string
	for at := 0; at+1 < len(arguments); at++ {
		switch arguments[at] {
		case "--env-file":
			environment = append(environment, arguments[at+1])
		case "-f":
			files = append(files, arguments[at+1])
		}
	}
	options, err := cli.NewProjectOptions(files, cli.WithOsEnv, cli.WithEnvFiles(environment...), cli.WithDotEnv)
	if err != nil {
		return nil, err
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		return nil, err
	}
	if arguments[len(arguments)-1] == "--images" {
		var images string
		for _, service := range project.Services {
			images += service.Image + "\n"
		}
		return []byte(images), nil
	}
	return project.MarshalJSON()
}
