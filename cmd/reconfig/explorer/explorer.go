// Package explorer serves a report that can be asked, to browsers on this computer and to nobody else.
package explorer

import (
	"encoding/json"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report/live"
)

// mostBytes is the longest question that is read.
const mostBytes = 1 << 20

// handler serves one page, and answers its questions.
type handler struct {
	hosts  []string // as a browser on this computer names the server
	page   []byte
	policy string
	engine *live.Engine
}

// New serves a page at addresses, under a Content-Security-Policy, and answers what it asks with an engine. Requests that name
// another host are refused, for another site's name may lead here; so are questions of other pages.
func New(at []net.Addr, page []byte, policy string, engine *live.Engine) http.Handler {
	h := &handler{hosts: hostsOf(at), page: page, policy: policy, engine: engine}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", h.show)
	mux.HandleFunc("POST /ask", h.answer)
	return h.guard(mux)
}

// hostsOf are the names of addresses on this computer.
func hostsOf(at []net.Addr) (hosts []string) {
	for _, a := range at {
		hosts = append(hosts, a.String())
	}
	if _, port, err := net.SplitHostPort(hosts[0]); err == nil {
		hosts = append(hosts, "localhost:"+port)
	}
	return hosts
}

// guard refuses what is not asked by a browser of this computer at this address.
func (h *handler) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
		w.Header().Set("Cache-Control", "no-store")
		if !slices.Contains(h.hosts, r.Host) {
			http.Error(w, "This program serves "+strings.Join(h.hosts, ", ")+" alone.", http.StatusMisdirectedRequest)
			return
		}
		origin := r.Header.Get("Origin")
		if origin != "" && origin != "http://"+r.Host || origin == "" && r.Method != http.MethodGet {
			http.Error(w, "Questions are answered to the page of this program alone.", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// show gives the page.
func (h *handler) show(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", h.policy+"; frame-ancestors 'none'")
	w.Header().Set("Referrer-Policy", "no-referrer")
	_, _ = w.Write(h.page) // a browser that went away needs none
}

// answer answers a question, a message a line. It ends when the browser closes the request.
func (h *handler) answer(w http.ResponseWriter, r *http.Request) {
	if kind := r.Header.Get("Content-Type"); kind != "application/json" {
		http.Error(w, "A question is JSON.", http.StatusUnsupportedMediaType)
		return
	}
	content, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostBytes))
	if err != nil {
		http.Error(w, "The question is too long.", http.StatusRequestEntityTooLarge)
		return
	}
	var request live.Request
	if err := json.Unmarshal(content, &request); err != nil {
		http.Error(w, "The question is no JSON of one: "+err.Error()+".", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/x-ndjson")
	lines, control := json.NewEncoder(w), http.NewResponseController(w)
	_ = h.engine.Ask(r.Context(), request, func(m live.Message) { // an error says that the browser closed the request
		_ = lines.Encode(m) // a browser that went away needs none; it ends the context too
		_ = control.Flush()
	})
}
