package explorer_test

import (
	"net"
	"strconv"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/explorer"
)

// A port that another program has at either address is refused: at “localhost” a browser could find that program.
func TestAPortThatIsTakenIsRefused(t *testing.T) {
	for _, host := range []string{"127.0.0.1", "::1"} {
		taken, err := net.Listen("tcp", net.JoinHostPort(host, "0"))
		if err != nil {
			t.Logf("this computer has no %s: %v", host, err)
			continue
		}
		port := taken.Addr().(*net.TCPAddr).Port
		l, err := explorer.Listen(port)
		if want := "port " + strconv.Itoa(port) + " is taken"; err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", host, err, want)
		}
		if l != nil {
			t.Errorf("%s: it listens at %v", host, l.Addresses())
		}
		if err := taken.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// All addresses have one port, and nobody else can have it at any of them.
func TestOnePortOfEveryAddress(t *testing.T) {
	l, err := explorer.Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }() // which the test needs no more
	port := l.Addresses()[0].(*net.TCPAddr).Port
	for _, at := range l.Addresses() {
		if a := at.(*net.TCPAddr); a.Port != port || !a.IP.IsLoopback() {
			t.Errorf("it listens at %v, want port %d of a loopback address", at, port)
		}
	}
	if _, err := explorer.Listen(port); err == nil {
		t.Error("a second program has the same port")
	}
}
