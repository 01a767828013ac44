package explorer_test

import (
	"encoding/json"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/explorer"
	"reconfig/cmd/reconfig/report/live"
	"reconfig/model/modeltest"
)

const page = "<p>page</p>"

// served answers a request to the explorer of a small case at port 4000.
func served(method, path, body string, change func(*http.Request)) *httptest.ResponseRecorder {
	c := modeltest.Small()
	c.Sort()
	engine := live.New(&live.Model{Case: c, Report: live.Report{Seed: 1, CaseName: "small"}})
	h := explorer.New([]net.Addr{&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 4000}, &net.TCPAddr{IP: net.IPv6loopback, Port: 4000}}, []byte(page), "default-src 'none'", engine)
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Host = "127.0.0.1:4000"
	if method == http.MethodPost {
		r.Header.Set("Origin", "http://127.0.0.1:4000")
		r.Header.Set("Content-Type", "application/json")
	}
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestPageIsServedUnderItsPolicy(t *testing.T) {
	for _, host := range []string{"127.0.0.1:4000", "[::1]:4000", "localhost:4000"} {
		w := served(http.MethodGet, "/", "", func(r *http.Request) { r.Host = host })
		if w.Code != http.StatusOK || w.Body.String() != page {
			t.Errorf("%s: %d %s", host, w.Code, w.Body)
		}
		for name, want := range map[string]string{"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin"} {
			if got := w.Header().Get(name); got != want {
				t.Errorf("%s: %s, want %s", name, got, want)
			}
		}
	}
}

// What does not come from the page itself, in a browser of this computer, gets nothing.
func TestRefusals(t *testing.T) {
	const question = `{"id":1}`
	for name, test := range map[string]struct {
		method, path, body string
		change             func(*http.Request)
		want               int
	}{
		"another host":             {"GET", "/", "", func(r *http.Request) { r.Host = "evil.example:4000" }, http.StatusMisdirectedRequest},
		"another port":             {"GET", "/", "", func(r *http.Request) { r.Host = "127.0.0.1:80" }, http.StatusMisdirectedRequest},
		"no host":                  {"GET", "/", "", func(r *http.Request) { r.Host = "" }, http.StatusMisdirectedRequest},
		"another host asks":        {"POST", "/ask", question, func(r *http.Request) { r.Host = "evil.example" }, http.StatusMisdirectedRequest},
		"another page asks":        {"POST", "/ask", question, func(r *http.Request) { r.Header.Set("Origin", "http://evil.example") }, http.StatusForbidden},
		"a page in a sandbox asks": {"POST", "/ask", question, func(r *http.Request) { r.Header.Set("Origin", "null") }, http.StatusForbidden},
		"another name of ours":     {"POST", "/ask", question, func(r *http.Request) { r.Header.Set("Origin", "http://localhost:4000") }, http.StatusForbidden},
		"no page asks":             {"POST", "/ask", question, func(r *http.Request) { r.Header.Del("Origin") }, http.StatusForbidden},
		"another page reads":       {"GET", "/", "", func(r *http.Request) { r.Header.Set("Origin", "http://evil.example") }, http.StatusForbidden},
		"another path":             {"GET", "/etc/passwd", "", nil, http.StatusNotFound},
		"another method":           {"GET", "/ask", "", nil, http.StatusMethodNotAllowed},
		"a form":                   {"POST", "/ask", question, func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") }, http.StatusUnsupportedMediaType},
		"no JSON":                  {"POST", "/ask", "{", nil, http.StatusBadRequest},
		"too long":                 {"POST", "/ask", strings.Repeat(" ", 1<<20+1), nil, http.StatusRequestEntityTooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			w := served(test.method, test.path, test.body, test.change)
			if w.Code != test.want || strings.Contains(w.Body.String(), page) || strings.Contains(w.Body.String(), `"kind"`) {
				t.Errorf("%d %s, want %d", w.Code, w.Body, test.want)
			}
		})
	}
}

// A question is answered by messages, one a line.
func TestAQuestionIsAnswered(t *testing.T) {
	for question, want := range map[string]string{`{"id":3,"draws":10}`: live.KindDone, `{"id":3,"set":["target.reduction=1e9"]}`: live.KindRefused} {
		w := served(http.MethodPost, "/ask", question, nil)
		lines := strings.Split(strings.TrimSpace(w.Body.String()), "\n")
		var last live.Message
		if err := json.Unmarshal([]byte(lines[len(lines)-1]), &last); err != nil || last.ID != 3 || last.Kind != want || w.Header().Get("Content-Type") != "application/x-ndjson" {
			t.Errorf("%s: %d lines, the last %s (%v)", question, len(lines), lines[len(lines)-1], err)
		}
	}
}
