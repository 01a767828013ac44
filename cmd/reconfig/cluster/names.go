package cluster

import (
	"fmt"
	"regexp"
	"strings"
)

// partitions are names of Slurm, separated by commas. In a #SBATCH line white space, quotation marks, backslashes and # have a
// meaning of their own.
var partitions = regexp.MustCompile(`^[^\s\pC\pZ,'"\\#]+(,[^\s\pC\pZ,'"\\#]+)*$`)

// CheckPartition returns an error for what Slurm cannot read as the name of a partition, or as several with commas.
func CheckPartition(text string) error {
	if !partitions.MatchString(text) {
		return fmt.Errorf("%q: expected a name of Slurm, or several with commas, without spaces, quotation marks, \\ and #", text)
	}
	return nil
}

// claims are names of objects of Kubernetes, subdomains as in RFC 1123.
var claims = regexp.MustCompile(`^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`)

const mostClaim = 253 // letters

// CheckClaim returns an error for what cannot be the name of a claim of Kubernetes.
func CheckClaim(text string) error {
	if len(text) > mostClaim || !claims.MatchString(text) {
		return fmt.Errorf("%q: expected a name of Kubernetes: a to z, 0 to 9, - and ., at most %d letters, first and last a letter or a digit, as in my-results", text, mostClaim)
	}
	return nil
}

// The parts of a reference to an image, as the project distribution has them in its package reference.
const (
	host       = `(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?`
	component  = `[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*`
	tag        = `[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}`
	digest     = `[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}`
	mostOfName = 237 // letters of a reference before its tag: 255, less docker.io/library/, which stands for no host
)

// identifier is what an image is called where it was made, and nowhere else.
var identifier = regexp.MustCompile(`^[0-9a-f]{64}$`)

var images = regexp.MustCompile(`^((?:` + host + `/)?` + component + `(?:/` + component + `)*)(?::` + tag + `)?(?:@` + digest + `)?$`)

// CheckImage returns an error for what cannot be the name of an image.
func CheckImage(text string) error {
	m := images.FindStringSubmatch(text)
	switch {
	case m != nil && len(m[1]) <= mostOfName && !identifier.MatchString(text):
		return nil
	case text != strings.ToLower(text) && images.MatchString(strings.ToLower(text)):
		return fmt.Errorf("%q: expected the name of an image in lower case, as in registry.example/sweep:1", text)
	}
	return fmt.Errorf("%q: expected the name of an image, as in registry.example/sweep:1", text)
}
