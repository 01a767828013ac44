package html

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"testing"
)

// The policy names the hash of what stands between the tags.
func TestPolicyNamesWhatThePageHolds(t *testing.T) {
	for _, live := range []*Live{nil, {Engine: HTTP()}} {
		for _, content := range []string{style, script(live)} {
			sum := sha256.Sum256([]byte(content))
			if want := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(Policy(live), want) {
				t.Errorf("no %s in %s", want, Policy(live))
			}
			if strings.ContainsAny(content, "<&") {
				t.Error("style or script hold what XML takes for markup")
			}
		}
	}
}
